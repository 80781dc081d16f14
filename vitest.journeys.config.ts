import { defineConfig } from 'vitest/config'

/** Journeys drive a real browser against the built portal: they come after `bin/build`, one file at a time. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
