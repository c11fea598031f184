import type { Context } from 'hono'
import { newId } from '../comments/ids.ts'
import { cleanName } from '../comments/text.ts'
import type { ApiKey, KeyScope, MadeKey } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Problem } from '../problems.ts'
import type { KeyRow } from '../store/api-keys.ts'
import { hitsUnique } from '../store/engine.ts'
import { digest, randomToken } from './secrets.ts'

const DAY = 24 * 3_600_000
const KEY = /^prk_[\w-]{43}$/
const SENT = /^Bearer (prk_\S*)$/i

/**
 * The key that a request carries in its `Authorization` header; null where it carries none. A key anywhere else, such as in an
 * address, is not looked at.
 * @throws Problem `key_refused`, `too_many_requests`
 */
export async function keyAtDesk(deps: Deps, budgets: Budgets, c: Context): Promise<KeyRow | null> {
  const token = SENT.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === undefined) return null
  const now = deps.clock()
  budgets.check('wrongKey', { client: deps.client(c) }, now)
  const key = KEY.test(token) ? await deps.store.apiKeys.behind(digest(token), now) : null
  if (!key) {
    budgets.spend('wrongKey', { client: deps.client(c) }, now)
    throw new Problem('key_refused')
  }
  budgets.spend('key', { key: key.id }, now)
  const today = now - (now % DAY)
  if ((key.used_at ?? 0) < today) deps.later(c, 0, () => deps.store.apiKeys.used(key.id, today))
  return key
}

/**
 * Whether the key of a request that was let in counts still; asking costs nothing of its budget.
 * @throws Problem `key_refused`
 */
export async function keyStands({ store, clock }: Deps, c: Context): Promise<void> {
  const token = SENT.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
  if (!(await store.apiKeys.behind(digest(token), clock()))) throw new Problem('key_refused')
}

/**
 * Makes a key of a site for an owner of it. The key is in the answer and nowhere else.
 * @param days after how many days it ends; null for never
 * @throws Problem `name_too_long`, `text_empty`, `name_taken`, `list_full`
 */
export async function makeKey(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  asked: { site: string; name: string; scope: KeyScope; days: number | null },
  madeBy: number,
): Promise<MadeKey> {
  const { site, scope, days } = asked
  const name = cleanName(asked.name)
  if (name === null) throw new Problem('text_empty', { detail: 'Give the key a name.' })
  const now = clock()
  const token = randomToken('prk_')
  const person = newId(now)
  const id = `k${person.toString(36)}`
  const expiresAt = days === null ? null : now + days * DAY
  try {
    const row = { id, site, person, madeBy, name, scope, digest: digest(token), at: now, expiresAt }
    if (!(await store.apiKeys.add(row))) throw new Problem('list_full')
  } catch (error) {
    if (hitsUnique(error, 'api_keys.site_id')) throw new Problem('name_taken')
    if (hitsUnique(error, 'people.id')) return makeKey({ store, clock }, asked, madeBy)
    throw error
  }
  const key = (await store.apiKeys.list(site, now)).find(each => each.id === id) as ApiKey
  return { key, token }
}
