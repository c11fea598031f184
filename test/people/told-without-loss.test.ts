import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sendOutbox } from '../../server/notices/send-outbox.ts'
import { tellByMail } from '../../server/people/told/tell.ts'
import { world } from '../world.ts'

const HOUR = 3_600_000

/** Ada is told by mail of answers to a comment of hers. */
async function told() {
  const stage = await world({ mail: true, settings: { holds: 'none' } })
  const { as, mails, send, deps, clock } = stage
  const own = await as('ada').posts('Mine', { name: 'Ada' })
  await as('ada').proves('ada@example.org', mails)
  expect(await as('ada').asksMail()).toBe('told')
  mails.length = 0
  const comes = async (after = HOUR) => {
    await tellByMail(deps)
    clock.now += after
    await tellByMail(deps)
    await sendOutbox(deps)
    return mails.splice(0)
  }
  return { ...stage, own, comes, send }
}

test('what is put down while a digest is made goes with the next one, though nobody writes any more', async () => {
  const { as, own, deps, clock, comes } = await told()
  await as('ben').replies(own, 'One', { name: 'Ben' })
  await tellByMail(deps)
  clock.now += HOUR
  const late = await as('chiara').replies(own, 'Two', { name: 'Chiara' })
  const [digest] = await deps.store.tellings.due(clock.now, 10)
  // Another process walks the log between what this one reads and what it writes.
  const { engine } = deps.store
  const all = engine.all
  engine.all = (async (query: never) => {
    const rows = await all.call(engine, query)
    engine.all = all
    await tellByMail({ ...deps, clock: () => clock.now - HOUR })
    return rows
  }) as never
  try {
    await deps.store.tellings.take(digest!, clock.now, clock.now + HOUR)
  } finally {
    engine.all = all
  }
  expect(late).toBeTruthy()
  const texts = [...(await comes(0)), ...(await comes())].map(({ text }) => text).join()
  expect(texts).toContain('One')
  expect(texts).toContain('Two')
  const left = await engine.first<{ n: number }>(sql`SELECT count(*) AS n FROM tellings t
    CROSS JOIN mailings m ON m.id = t.mailing_id WHERE m.address_key = 'ada@example.org'`)
  expect(left!.n).toBe(0)
})
