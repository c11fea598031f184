import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'

/**
 * A small server of the Hrana protocol over HTTP (`POST /v2/pipeline`) on a local database file, for testing the path
 * that libSQL over HTTP takes: its wire, its batches with conditions, its errors. It proves nothing of a real service's
 * limits, latency or rights. Every pipeline runs on its own, so streams that span requests are refused.
 */
export async function startHranaServer(file: string, token: string) {
  const database = new DatabaseSync(file)
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (request.headers.authorization !== `Bearer ${token}`) return answer(401, { message: 'wrong token' })
    if (request.url !== '/v2/pipeline') return answer(404, {})
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { baton, requests } = JSON.parse(Buffer.concat(chunks).toString()) as {
      baton: string | null
      requests: Asked[]
    }
    if (baton) return answer(400, { message: 'streams that span requests are not served here' })
    const stored = new Map<number, string>()
    const results = []
    for (const asked of requests) results.push(respond(database, asked, stored))
    answer(200, { baton: null, base_url: null, results })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      await new Promise(resolve => server.close(resolve))
      database.close()
    },
  }
}

interface Asked {
  type: 'execute' | 'batch' | 'store_sql' | 'close_sql' | 'close'
  sql_id?: number
  sql?: string
  stmt?: Statement
  batch?: { steps: { condition?: Condition | null; stmt: Statement }[] }
}
interface Statement {
  sql?: string
  sql_id?: number
  args?: Value[]
}
interface Value {
  type: 'null' | 'integer' | 'float' | 'text'
  value?: string | number
}
interface Condition {
  type: 'ok' | 'error' | 'not' | 'and' | 'or' | 'is_autocommit'
  step?: number
  cond?: Condition
  conds?: Condition[]
}

function respond(database: DatabaseSync, asked: Asked, stored: Map<number, string>) {
  const ok = (response: object) => ({ type: 'ok', response: { type: asked.type, ...response } })
  if (asked.type === 'store_sql') stored.set(asked.sql_id!, asked.sql!)
  if (asked.type === 'execute') {
    const { result, error } = run(database, asked.stmt!, stored)
    return error ? { type: 'error', error } : ok({ result })
  }
  if (asked.type !== 'batch') return ok({})
  const results: unknown[] = []
  const errors: unknown[] = []
  let isOpen = false
  const holds = (condition?: Condition | null): boolean => {
    if (!condition) return true
    if (condition.type === 'ok') return results[condition.step!] !== null
    if (condition.type === 'error') return errors[condition.step!] !== null
    if (condition.type === 'not') return !holds(condition.cond)
    if (condition.type === 'is_autocommit') return !isOpen
    return condition.type === 'and' ? condition.conds!.every(holds) : condition.conds!.some(holds)
  }
  for (const { condition, stmt } of asked.batch!.steps) {
    const { result = null, error = null } = holds(condition) ? run(database, stmt, stored) : {}
    results.push(result)
    errors.push(error)
    const sql = stmt.sql ?? stored.get(stmt.sql_id!) ?? ''
    if (result && /^begin/i.test(sql)) isOpen = true
    if (result && /^(commit|rollback)/i.test(sql)) isOpen = false
  }
  return ok({ result: { step_results: results, step_errors: errors } })
}

function run(database: DatabaseSync, { sql, sql_id, args = [] }: Statement, stored: Map<number, string>) {
  try {
    const statement = database.prepare(sql ?? stored.get(sql_id!)!)
    const values = args.map(({ type, value }) =>
      type === 'null' ? null : type === 'text' ? String(value) : Number(value),
    )
    const names = statement.columns().map(({ name }) => name)
    const rows = statement.all(...values).map(row => names.map(name => wireValue(row[name])))
    const cols = names.map(name => ({ name, decltype: null }))
    return { result: { cols, rows, affected_row_count: rows.length, last_insert_rowid: null } }
  } catch (error) {
    return { error: { message: (error as Error).message, code: 'SQLITE_ERROR' } }
  }
}

function wireValue(value: unknown): Value {
  if (value === null || value === undefined) return { type: 'null' }
  if (typeof value !== 'number') return { type: 'text', value: String(value) }
  return Number.isInteger(value) ? { type: 'integer', value: String(value) } : { type: 'float', value }
}
