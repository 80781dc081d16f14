import { defineConfig } from 'vitest/config'

/** Journeys drive a real browser through the portal, which wants `dist/assets`: they come after `bin/build`. One browser for all. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    isolate: false,
    maxWorkers: 1,
    maxConcurrency: 3,
    sequence: { concurrent: true },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
