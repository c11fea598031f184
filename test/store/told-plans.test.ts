import { sql } from 'drizzle-orm/sql'
import { afterAll, test } from 'vitest'
import { openPlans } from './plan-stage.ts'

/** What telling by mail asks of the database: no scan of a table, no sorting aside. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

await store.engine.write([
  sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, text_digest, at)
    VALUES ('daily', 1, 1, 1, 'post', 'none', 'published', 'rules', '', 1)`,
])
const to = { to: 'Ada@example.org', subject: 'ada@example.org' }
const wish = { site: 'daily', to, mark: 'm', marks: ['m'], lang: 'en', replies: true, follows: true, at: 1 }
const as = { id: 2, tokenHash: 'h', isNew: true, mailing: 7 }
const digest = { id: 7, site_id: 'daily', mark: 'm', address: 'a', address_key: 'a', lang: '', due_at: 1 }
const followed = { articleId: 1, rootId: 0 }

const HOT: [string, () => Promise<unknown>][] = [
  ['to ask', () => store.mailings.ask(wish, as, false)],
  ['to ask with a proof', () => store.mailings.ask(wish, as, true)],
  ['to change', () => store.mailings.change(1, wish)],
  ['mine', () => store.mailings.of(1)],
  ['to be told no longer', () => store.mailings.remove(1)],
  ['what is told at an address', () => store.mailings.at('daily', 'm')],
  ['a request', () => store.mailings.asked(1, 'm', 1)],
  ['to agree', () => store.mailings.confirm('daily', 'm', 1, 1)],
  ['to leave', () => store.mailings.leave('daily', 'm', 1)],
  ['to be asked again', () => store.mailings.allow('daily', 'm')],
  ['to be told of answers', () => store.mailings.setReplies('daily', 'm', true, 1)],
  ['to be told of a thread no longer', () => store.mailings.setFollow('daily', 'm', followed, false)],
  ['what the page names', () => store.mailings.followedBy(1)],
  ['how many', () => store.mailings.count('daily')],
  ['to forget an address', () => store.mailings.forgetAddress('a', ['daily'])],
  ['to forget', () => store.mailings.forget(1)],
  ['to walk', () => store.tellings.walk({ site_id: 'daily', seq: 0, told: 1 }, { at: 1, every: 1 })],
  ['the walks', () => store.tellings.walks()],
  ['the end of a walk', () => store.tellings.endWalk('daily')],
  ['what is due', () => store.tellings.due(1, 50)],
  ['to find by what an address is known', () => store.mailings.markOf('daily', 'a@example.org')],
  ['to take a digest', () => store.tellings.take(digest, 1, 2)],
  ['what a digest tells', () => store.tellings.told('daily', 'm', [1])],
]

test.each(HOT)('%s walks indexes', (_, ask) => walksIndexes(ask))
