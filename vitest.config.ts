import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** What Parley does must be so on both runtimes; these rooms are tested on Node and in workerd alike. */
const BOTH = ['articles', 'comments', 'exchange', 'http', 'moderation', 'notices', 'people', 'privacy', 'sites'].map(
  room => `test/${room}/**/*.test.ts`,
)

/**
 * Words, letters and verdicts: functions of nothing but strings and numbers, without store, address, stream, key or
 * clock. Both runtimes have the same V8, so these are tested in one.
 */
const NODE_ALONE = [
  'articles/kept-pages',
  'comments/{fold,language,markdown}',
  'exchange/times',
  'moderation/{decide,doubt}',
  'moderation/lists/word-list',
  'notices/header-line',
  'people/browser-name',
].map(file => `test/${file}.test.ts`)

// Each start of the command line in a test is one of a program that has been read before: half the work.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/parley', import.meta.url))

const env = (name: string): string | null => process.env[name] ?? null

declare module 'vitest' {
  interface ProvidedContext {
    /** A seed to draw from, how many to draw, and one request to send instead. */
    lots: Record<'seed' | 'count' | 'plan', string | null>
  }
}

export default defineConfig({
  // What the build knows of the locales; the words of all of them are at hand in `locales/`.
  define: {
    ...{ __LANGUAGES__: '"en"', __LOCALES__: '"none"', __SPOKEN__: '[]' },
    ...{ __DESK_LANGUAGES__: '"en"', __DESK_NAMES__: '{}', __DESK_WORDS__: '"none"' },
  },
  test: {
    // Browser tests mostly wait for the browser: beside one of them there is room for another file, on two cores as well.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: 'test/build.ts',
    // The app is read once in each worker, not once for each file. A database is not shared.
    isolate: false,
    setupFiles: 'test/each-file.ts',
    // A machine that others work on, too, is slow for seconds at a time.
    testTimeout: 20_000,
    // And it may stall where a test cannot wait: what fails twice is broken. Retries are reported.
    retry: process.env['CI'] ? 1 : 0,
    // What the tests that draw lots are told from outside: workerd has no environment.
    provide: { lots: { seed: env('FUZZ_SEED'), count: env('FUZZ_COUNT'), plan: env('FUZZ_PLAN') } },
    reporters: ['default', './test/closing-lines.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'node', include: [...BOTH, 'test/{house,store,cli,desk,widget,bench,torture}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          // What people wait for may take a busy machine a while.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [
          cloudflareTest({
            main: './server/worker.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: { TEST_MIGRATIONS: await readD1Migrations('migrations'), PARLEY_SECRET: 's'.repeat(43) },
            },
          }),
        ],
        test: { name: 'workers', include: [...BOTH, 'test/runtime/**/*.test.ts'], exclude: NODE_ALONE },
      },
    ],
  },
})
