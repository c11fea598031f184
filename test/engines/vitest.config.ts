import { defineConfig } from 'vitest/config'

/** The stories in every engine: no part of `npm test`, which needs one of them only. */
export default defineConfig({
  define: { __LANGUAGES__: '"en"', __LOCALES__: '"none"' },
  test: {
    include: ['test/engines/*.test.ts'],
    globalSetup: 'test/build.ts',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    retry: process.env['CI'] ? 1 : 0,
  },
})
