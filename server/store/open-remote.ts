import { createClient } from '@libsql/client/web'
import type { Driver } from './engine.ts'

/**
 * A libSQL database over HTTP, from Node or from a Worker. Every batch is one request by a client of its own, because a
 * Worker may not share a connection between two requests.
 * @param url `libsql://…`, `https://…` or `http://…`
 */
export function openRemote(url: string, authToken?: string): Driver {
  return {
    async batch(statements, mode) {
      const client = createClient({ url, ...(authToken !== undefined && { authToken }) })
      try {
        return (await client.batch(statements, mode)).map(({ rows }) => rows as never)
      } finally {
        client.close()
      }
    },
    async close() {},
  }
}
