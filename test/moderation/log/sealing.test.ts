import { expect, test } from 'vitest'
import type { Comment, ModeratorRuling } from '../../../server/contract.ts'
import { sealLog } from '../../../server/moderation/log/seal-log.ts'
import { verifyLog } from '../../../server/moderation/log/verify-log.ts'
import { world } from '../../world.ts'

test('two moderators at once, bulk and undo leave the log whole, while it is sealed', async () => {
  const { as, atDesk, deps, site } = await world({ settings: { holds: 'all' } })
  const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
  const comments: Comment[] = []
  for (let n = 0; n < 30; n++) comments.push(await as('ada').posts(`Number ${n}`))
  const all = (ruling: ModeratorRuling, seen: number) => comments.map(({ id: comment }) => ({ comment, ruling, seen }))
  const done = await Promise.all([
    mona.rulesOnAll(all('approve', 1)),
    omar.rulesOnAll(all('reject', 1)),
    sealLog(deps),
    as('ben').posts('In between'),
    sealLog(deps),
  ])
  expect(done[0].filter(({ ok }) => ok).length + done[1].filter(({ ok }) => ok).length).toBe(30)
  const undone = await Promise.all([
    mona.rulesOnAll(all('restore', 2)),
    sealLog(deps),
    omar.rulesOnAll(all('restore', 2)),
    omar.rules(comments[0]!, 'spam', { seen: 3 }),
    sealLog(deps),
  ])
  expect([...undone[0], ...undone[2]].filter(({ ok }) => ok)).toHaveLength(30)
  const { rows, sealed, fault } = await verifyLog(deps.store, site, null)
  expect({ rows, fault }).toEqual({ rows: 30 + 30 + 1 + 30 + (undone[3].ok ? 1 : 0), fault: null })
  await sealLog(deps)
  const after = await verifyLog(deps.store, site, null)
  expect(after).toMatchObject({ rows, sealed: rows, fault: null })
  expect(after.sealed).toBeGreaterThanOrEqual(sealed)
  expect(await deps.store.doctor.discrepancies()).toEqual([])
}, 60_000)

test('each site has a chain of its own', async () => {
  const [here, there] = [await world(), await world()]
  await here.as('ada').posts('Here')
  await there.as('ada').posts('There')
  await there.as('ada').posts('There again')
  await sealLog(here.deps)
  const [ofHere, ofThere] = [
    await verifyLog(here.deps.store, here.site, null),
    await verifyLog(here.deps.store, there.site, null),
  ]
  expect([ofHere, ofThere]).toMatchObject([
    { rows: 1, sealed: 1, fault: null },
    { rows: 2, sealed: 2, fault: null },
  ])
  expect(await verifyLog(here.deps.store, here.site, { seq: 2, hash: ofThere.head!.hash })).toMatchObject({
    fault: { what: 'head' },
  })
})

test('what is sealed survives the erasure of what may be erased', async () => {
  const { as, atDesk, deps, site } = await world()
  const comment = await as('ada').posts('My number is 555')
  await (await atDesk('mona')).rules(comment, 'reject', { reason: 'personal_data', note: 'A number of hers' })
  await sealLog(deps)
  const { sql } = await import('drizzle-orm')
  await deps.store.engine.write([
    sql`DELETE FROM ruling_words WHERE comment_id IN (SELECT id FROM comments WHERE site_id = ${site})`,
    sql`UPDATE comments SET text = '', tree = '[]', name = NULL, salt = NULL WHERE site_id = ${site}`,
  ])
  expect(await verifyLog(deps.store, site, null)).toMatchObject({ rows: 2, sealed: 2, fault: null })
})
