import type { Driver, Row } from './engine.ts'

/** What Parley uses of Cloudflare's D1 binding. */
export interface D1 {
  prepare(sql: string): D1Statement
  batch(statements: D1Statement[]): Promise<{ results?: unknown[] }[]>
}
interface D1Statement {
  bind(...args: unknown[]): D1Statement
}

/** A D1 database by its binding: `batch()` is its atomic unit. */
export function openD1(d1: D1): Driver {
  return {
    async batch(statements) {
      const results = await d1.batch(statements.map(({ sql, args }) => d1.prepare(sql).bind(...args)))
      return results.map(({ results }) => (results ?? []) as Row[])
    },
    async close() {},
  }
}
