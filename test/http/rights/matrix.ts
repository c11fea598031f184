import { sql } from 'drizzle-orm'
import { digest } from '../../../server/people/secrets.ts'
import { inWorkerd } from '../../world.ts'
import { type House, isIn, isKey, isReader, WHO, type Who } from './cast.ts'
import { type Asked, POLICY, type Row } from './policy.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const HERE = 'https://parley.example'
const OF_THE_SITE = 'https://daily.example'
/** The Origin headers that are tried; undefined is none. */
const ORIGINS = [undefined, 'https://evil.example', 'null', OF_THE_SITE, HERE]

/** One of each kind. */
const SOME = ['nobody', 'banned', 'moderator'] as const

/** Who knocks, how, and from where. */
interface Knock {
  method: string
  path: string
  who: Who
  origin: string | undefined
}

/** What was answered otherwise than the policy says. */
export interface Breach extends Knock {
  answered: number | 'something was changed'
  expected: string
}

export interface Outcome {
  requests: number
  refused: number
  allowed: number
  breaches: Breach[]
}

/** The routes that an app serves, each as its method and path. */
export function routesOf({ routes }: House['app']): string[] {
  const served = routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
  return [...new Set(served)].sort()
}

/**
 * Knocks at every route with every method, as everybody, from everywhere, and holds what comes of it against the policy. Who is
 * refused is refused with the status that says why, and leaves every table as it was.
 * @param isWhole else who is alike is tried once: each who may from the first place, HEAD and methods that a path does not
 *   have as a few of them; and that nothing was changed is told by SQLite's own count of changed rows where there is one
 */
export async function knockEverywhere(house: House, isWhole: boolean): Promise<Outcome> {
  const outcome: Outcome = { requests: 0, refused: 0, allowed: 0, breaches: [] }
  const paths = new Set(Object.keys(POLICY).map(route => route.slice(route.indexOf(' ') + 1)))
  for (const path of paths) {
    for (const method of METHODS) {
      const row = POLICY[`${method === 'HEAD' ? 'GET' : method} ${path}`]
      if (row) await knockAt(house, path, method, row, isWhole, outcome)
      else await knockInVain(house, path, method, isWhole, outcome)
    }
  }
  return outcome
}

async function knockAt(house: House, path: string, method: string, row: Row, isWhole: boolean, outcome: Outcome) {
  const isReading = method === 'GET' || method === 'HEAD'
  const shared = await row.ask(house)
  const whose = !isWhole && (method === 'HEAD' || row.who === 'anyone') ? SOME : WHO
  const knocks = whose.flatMap(who => ORIGINS.map(origin => ({ method, path, who, origin })))
  const refused = knocks.filter(each => refusal(row, each))
  const open = knocks.filter(each => !refusal(row, each))
  const allowed = isWhole ? open : open.filter((each, at) => each.who !== open[at - 1]?.who)
  const before = await stateOf(house, isWhole)
  for (const each of refused) {
    const credential = await house.credential(each.who, { author: shared.author, isLost: false })
    const answered = await ask(house, each, shared, credential, outcome)
    const expected = refusal(row, each)!
    outcome.refused += 1
    if (!expected.includes(answered)) outcome.breaches.push({ ...each, answered, expected: expected.join(' or ') })
  }
  if ((await stateOf(house, isWhole)) !== before) outcome.breaches.push(changed(method, path))
  const yes = row.yes ?? [200]
  for (const each of allowed) {
    const asked = isReading ? shared : await row.ask(house)
    const credential = await house.credential(each.who, { author: asked.author, isLost: row.isLast ?? false })
    const answered = await ask(house, each, asked, credential, outcome)
    outcome.allowed += 1
    // A status below zero stands for a refusal that is no question of rights.
    if (!yes.some(status => Math.abs(status) === answered))
      outcome.breaches.push({ ...each, answered, expected: yes.join(' or ') })
    if (row.isLast && isIn(each.who)) await house.signInAgain(each.who)
  }
}

/** A method that a path does not have: a stranger at the desk is a stranger first, all others are told that there is none. */
async function knockInVain(house: House, path: string, method: string, isWhole: boolean, outcome: Outcome) {
  const row = Object.entries(POLICY).find(([route]) => route.endsWith(` ${path}`))![1]
  const shared = await row.ask(house)
  const before = await stateOf(house, isWhole)
  for (const who of isWhole ? WHO : SOME) {
    for (const origin of isWhole ? ORIGINS : [undefined, 'https://evil.example', HERE]) {
      const knock = { method, path, who, origin }
      const credential = await house.credential(who, { author: shared.author, isLost: false })
      const answered = await ask(house, knock, shared, credential, outcome)
      const expected = inVain(knock)
      outcome.refused += 1
      if (answered !== expected) outcome.breaches.push({ ...knock, answered, expected: String(expected) })
    }
  }
  if ((await stateOf(house, isWhole)) !== before) outcome.breaches.push(changed(method, path))
}

function inVain({ path, method, who, origin }: Knock): number {
  if (!path.startsWith('/api')) return 404
  if (!path.startsWith('/api/desk/'))
    return method === 'OPTIONS' ? 204 : ['/api', '/api/openapi.json'].includes(path) ? 404 : 405
  if (isKey(who) && who !== 'dead key') return 405
  if (!isIn(who)) return 401
  return method !== 'GET' && method !== 'HEAD' && origin !== HERE ? 403 : 405
}

const changed = (method: string, path: string): Breach => ({
  ...{ method, path, who: 'nobody', origin: undefined },
  answered: 'something was changed',
  expected: 'nothing',
})

/** The statuses with which somebody is refused; null for who may. */
function refusal(row: Row, { method, who: knocks, origin }: Knock): number[] | null {
  const { who, from } = (isReader(knocks) && row.asReader) || row
  const isWrite = method !== 'GET' && method !== 'HEAD'
  const isDesk = who === 'person' || who === 'moderator' || who === 'owner' || (Array.isArray(who) && from === 'here')
  if (isDesk && isKey(knocks) && knocks !== 'dead key')
    return mayKey(row, method, knocks) ? null : row.keys === 'own' && knocks !== 'reading key' ? [404] : [403]
  if (isDesk && !isIn(knocks)) return [401]
  if (['reader', 'author', 'other', 'unbanned'].includes(who as string) && !isReader(knocks)) return [401]
  if (from === 'here' && isWrite && origin !== HERE) return [403]
  if (from === 'here or nowhere' && origin !== undefined && origin !== HERE) return [403]
  if (from === 'site' && origin !== undefined && origin !== OF_THE_SITE) return [403, 404]
  if (from === 'site only' && origin !== OF_THE_SITE) return [403]
  return may(who, knocks) ? null : [403, 404, 410]
}

/** Whether a program may with its key, from wherever. */
function mayKey({ who, keys = true }: Row, method: string, knocks: Who): boolean {
  const isReading = method === 'GET' || method === 'HEAD'
  if (!keys || Array.isArray(who) || (who === 'person' && !isReading)) return false
  if (knocks === 'managing key') return true
  if (knocks === 'moderating key') return who !== 'owner'
  return knocks === 'reading key' && who !== 'owner' && isReading
}

function may(who: Row['who'], knocks: Who): boolean {
  if (Array.isArray(who)) return who.includes(knocks)
  if (who === 'author') return knocks === 'author'
  if (who === 'other') return knocks === 'reader'
  if (who === 'unbanned') return knocks !== 'banned'
  if (who === 'moderator') return knocks === 'moderator' || knocks === 'owner'
  if (who === 'owner') return knocks === 'owner'
  return true
}

async function ask(
  house: House,
  { method, path, origin }: Knock,
  { params = {}, query, json, form }: Asked,
  credential: Record<string, string>,
  outcome: Outcome,
): Promise<number> {
  const at = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name]!))
  const headers: Record<string, string> = { ...credential, ...(origin !== undefined && { Origin: origin }) }
  const isReading = method === 'GET' || method === 'HEAD'
  const response = await house.send(`${at}${query ? `?${new URLSearchParams(query)}` : ''}`, {
    ...{ method, headers },
    ...(!isReading && json && { json }),
    ...(!isReading && form && { body: new URLSearchParams(form) }),
  })
  await response.body?.cancel()
  outcome.requests += 1
  return response.status
}

/** What tells whether anything was written: how many rows this connection has changed, or else all rows. */
async function stateOf(house: House, isWhole: boolean): Promise<string> {
  if (isWhole || inWorkerd) return digestOf(house)
  return JSON.stringify(await house.deps.store.engine.all(sql`SELECT total_changes() AS changed`))
}

/** Everything that is stored, as one digest. */
export async function digestOf({ deps }: House): Promise<string> {
  const { engine } = deps.store
  const tables = await engine.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema t WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
      AND name NOT LIKE '~_cf%' ESCAPE '~' AND NOT EXISTS (SELECT 1 FROM sqlite_schema f WHERE f.sql LIKE 'CREATE VIRTUAL%'
        AND substr(t.name, 1, length(f.name)) = f.name) ORDER BY name`,
  )
  const rows = await engine.read<unknown[]>(...tables.map(({ name }) => sql`SELECT * FROM ${sql.identifier(name)}`))
  const text = JSON.stringify(rows, (_, value) => (value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value))
  return digest(text)
}
