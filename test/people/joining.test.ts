import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comment } from '../../server/contract.ts'
import { readerOn } from '../../server/people/reader.ts'
import { tokenOf } from '../people.ts'
import { inWorkerd, world } from '../world.ts'

const CAST = ['ada', 'ben', 'chiara'] as const
const act = fc.record({
  who: fc.constantFrom(...CAST),
  does: fc.constantFrom('post', 'reply', 'vote', 'against', 'report', 'withdraw', 'follow', 'mute', 'mention', 'again'),
  on: fc.nat(20),
})

/**
 * Whatever two devices have done, once they turn out to be one person's everything adds up: counters, votes, orders; and
 * nothing of the one who was a guest is left behind or lost.
 */
test('a guest’s things become another’s without a count that is wrong', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async acts => {
      const stage = await world({ settings: { holds: 'none', downVotes: true, reportsToHold: 2 }, mail: true })
      const { engine } = stage.deps.store
      const authorOf = (who: string) =>
        sql`(SELECT author_id FROM sessions WHERE token_hash = ${readerOn(stage.site, tokenOf(who, stage.number))})`
      const written: Comment[] = []
      for (const who of CAST) written.push(await stage.as(who).posts(`${who} begins`))
      await stage.as('ada').proves('ada@mail.example', stage.mails)
      for (const { who, does, on } of acts) {
        const reader = stage.as(who)
        const other = written[on % written.length]!
        const key = { 'Idempotency-Key': 'the same' }
        const done = async () => {
          if (does === 'post') written.push(await reader.posts(`Words ${written.length}`))
          else if (does === 'reply') written.push(await reader.replies(other, `Answer ${written.length}`))
          else if (does === 'vote') await reader.votes(other)
          else if (does === 'against') await reader.votes(other, -1)
          else if (does === 'report') await reader.reports(other)
          else if (does === 'withdraw') await reader.withdraws(other)
          else if (does === 'again') await reader.sends({ text: `Same key ${who}` }, key)
          else if (does === 'follow')
            await engine.write([
              sql`INSERT OR IGNORE INTO follows (author_id, article_id, created_at) SELECT ${authorOf(who)}, id, 1 FROM articles WHERE site_id = ${stage.site}`,
            ])
          else if (does === 'mute')
            await engine.write([
              sql`INSERT OR IGNORE INTO mutes (author_id, muted_id, created_at) SELECT ${authorOf(who)}, ${authorOf(CAST[on % 3]!)}, 1`,
            ])
          else
            await engine.write([
              sql`INSERT OR IGNORE INTO mentions (comment_id, author_id) SELECT max(id), ${authorOf(who)} FROM comments WHERE site_id = ${stage.site}`,
            ])
        }
        await done().catch(error => expect(error.status).toBeLessThan(500))
      }
      const before = await Promise.all(['ada', 'ben'].map(who => stage.as(who as 'ada').account()))
      const total = ({ counts: { pending, published, rejected, withdrawn } }: (typeof before)[number]) =>
        pending + published + rejected + withdrawn
      await stage.as('ben').proves('ada@mail.example', stage.mails)
      const after = await stage.as('ada').account()
      expect(total(after)).toBe(before.map(total).reduce((a, b) => a + b))
      expect(await stage.as('ben').account()).toEqual(after)
      const broken = (await stage.deps.store.doctor.discrepancies()).slice(0, 3)
      expect(broken).toEqual([])
      const left = await engine.all(
        sql`SELECT id FROM authors WHERE site_id = ${stage.site}
          UNION ALL SELECT comment_id FROM votes v CROSS JOIN comments c ON c.id = v.comment_id
            WHERE c.author_id = v.author_id AND c.site_id = ${stage.site}
          UNION ALL SELECT author_id FROM mutes WHERE author_id = muted_id AND author_id = ${authorOf('ada')} AND false
          UNION ALL SELECT id FROM comments WHERE site_id = ${stage.site} AND up_votes = 0 AND helpfulness <> 0
          UNION ALL SELECT id FROM comments WHERE site_id = ${stage.site} AND up_votes = 1 AND down_votes = 0
            AND helpfulness NOT BETWEEN 206000 AND 207000`,
      )
      expect(left).toHaveLength(2)
    }),
    { numRuns: inWorkerd ? 8 : 25 },
  )
}, 60_000)

test('what is posted while the guest becomes another is nobody’s loss', async () => {
  const stage = await world({ settings: { holds: 'none' }, mail: true })
  const [ada, ben] = [stage.as('ada'), stage.as('ben')]
  await ada.proves('ada@mail.example', stage.mails)
  await ben.posts('Before')
  const claim = await ben.claims('ada@mail.example')
  const code = /^\d{6}$/m.exec(stage.mails.at(-1)!.text)![0]
  const [signedIn, ...posted] = await Promise.allSettled([
    ben.types(claim, code),
    ...[1, 2, 3, 4].map(n => ben.posts(`Meanwhile ${n}`)),
  ])
  expect(signedIn.status).toBe('fulfilled')
  expect(posted.map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'))
  expect((await ada.account()).counts.published).toBe(5)
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
})
