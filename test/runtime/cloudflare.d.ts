/// <reference types="@cloudflare/vitest-plugin/types" />

declare namespace Cloudflare {
  /** The bindings that `vitest.config.ts` gives the tests in workerd. */
  interface Env {
    DB: import('../../server/store/open-d1.ts').D1
    TEST_MIGRATIONS: { name: string; queries: string[] }[]
  }
}
