import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{kernel,platform,design,modules,app,test,sandbox}/**/*.test.{ts,tsx}'],
    exclude: ['test/journeys/**'],
    globalSetup: 'test/support/global-setup.ts',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
