import { sql } from 'drizzle-orm'
import type { ForeignFile } from '../../server/exchange/foreign.ts'
import { sealLog } from '../../server/moderation/log/seal-log.ts'
import { ensureHostKey } from '../../server/people/host-keys.ts'
import { type World, world } from '../world.ts'
import { bringOne } from './bring-one.ts'

/** A site on which everything has happened once. */
export async function fullSite(): Promise<World> {
  const stage = await world({ settings: { holds: 'first', downVotes: true, reportsToHold: 0 }, mail: true })
  const { as, atDesk, deps, mails, clock } = stage
  const [mona, olga] = [await atDesk('mona'), await atDesk('olga')]
  const first = await as('ada').posts('The **first** comment, see https://harbour.example/night', { name: 'Ada' })
  await mona.rules(first, 'approve')
  const reply = await as('ben').replies(first, 'A reply to @Ada, و بعد فارسی', { name: 'Ben' })
  await olga.rules(reply, 'approve', { note: 'Known from before' })
  const deep = await as('ada').replies(reply, 'An answer to the answer')
  await as('ben').votes(first)
  await as('chiara').votes(first, -1)
  await as('chiara').reports(deep, 'abuse', 'Not nice')
  await as('chiara').follows(first)
  await as('ben').follows()
  await as('chiara').mutes(reply)
  await as('ada').revises(first, 'The **first** comment, better said')
  const refused = await as('darya').posts('Buy my boots')
  await mona.rules(refused, 'reject', { reason: 'spam', words: 'No advertising here' })
  await as('darya').appeals(refused)
  await as('ada').proves('Ada@Example.org', mails)
  await mona.acts(first, 'pin')
  await mona.notes(first, 'Keep an eye on this')
  await mona.notes(refused, 'Was here before', 'author')
  const withdrawn = await as('eve').posts('Soon gone')
  await as('eve').withdraws(withdrawn)
  await as('eve', `${stage.origin}/news/2`).posts('On another page: https://harbour.example/ferry', {
    title: 'The second page',
  })
  await ensureHostKey(deps, stage.site)
  await bringOne({ deps, site: stage.site, page: stage.page }, '7')
  const { engine } = deps.store
  await engine.write([
    sql`INSERT INTO mentions (comment_id, author_id)
      SELECT c.id, parent.author_id FROM comments c JOIN comments parent ON parent.id = c.parent_id
      WHERE c.site_id = ${stage.site}`,
  ])
  const { n } = (await engine.first<{ n: number }>(
    sql`SELECT max(id) AS n FROM articles WHERE site_id = ${stage.site}`,
  ))!
  const author = await engine.first<{ id: number }>(sql`SELECT id FROM authors WHERE site_id = ${stage.site} LIMIT 1`)
  await engine.write([
    sql`INSERT INTO lists (site_id, kind, language, entries, changed_at) VALUES (${stage.site}, 'held_words', 'en', 'badword', 1)`,
    sql`INSERT INTO saved_replies (id, site_id, name, text, changed_at) VALUES (${n}, ${stage.site}, 'Boots', 'No “boots”', 1)`,
    sql`INSERT INTO imported_authors (site_id, format, digest, author_id) VALUES (${stage.site}, 'wordpress', 'd', ${author!.id})`,
    sql`INSERT INTO erasures (author_id, site_id, asked_by, comments, at) VALUES (${author!.id}, ${stage.site}, 'command', 0, 1)`,
    sql`INSERT INTO site_changes (site_id, seq, at, kind, name, before, after) VALUES (${stage.site}, 1, 1, 'setting', 'holds', '"none"', '"first"')`,
    sql`INSERT INTO article_authors (article_id, author_id) VALUES (${n}, ${author!.id})`,
    sql`INSERT INTO locations (id, article_id, key, url, created_at) VALUES (${n}, ${n}, '/b', 'https://daily.example/b', 1)`,
    sql`UPDATE articles SET moved_to = (SELECT min(id) FROM articles WHERE site_id = ${stage.site}), anew_in = 3,
      view_count = 7 WHERE id = ${n}`,
  ])
  await sealLog({ store: deps.store, clock: () => clock.now })
  // What is not sealed yet comes along, too.
  await mona.rules(deep, 'reject', { reason: 'abuse' })
  return stage
}

/** A text as a file that is read in small pieces. */
export function fileOf(text: string, piece = 1000): ForeignFile {
  const bytes = new TextEncoder().encode(text)
  return {
    path: '',
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    },
  }
}
