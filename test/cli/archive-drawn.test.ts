import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comment } from '../../server/contract.ts'
import { archiveOf } from '../../server/exchange/archive.ts'
import { importArchive, planArchive } from '../../server/exchange/archive-import.ts'
import { sealLog } from '../../server/moderation/log/seal-log.ts'
import { verifyLog } from '../../server/moderation/log/verify-log.ts'
import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'
import { fileOf } from '../exchange/full-site.ts'
import { type World, world } from '../world.ts'

/** What somebody does: to the comment that is so far along among those there are. */
type Act = { does: (stage: World, on: Comment, act: Act) => Promise<unknown>; who: Who; at: number; text: string }
type Who = (typeof WHO)[number]

const WHO = ['ada', 'ben', 'chiara', 'darya', 'eve'] as const
const readersDo: Act['does'][] = [
  ({ as }, on, { who, text }) => as(who).replies(on, text),
  ({ as }, on, { who }) => as(who).votes(on, -1),
  ({ as }, on, { who }) => as(who).votes(on),
  ({ as }, on, { who }) => as(who).follows(on),
  ({ as }, on, { who }) => as(who).mutes(on),
  ({ as }, on, { who, text }) => as(who).reports(on, 'abuse', text),
  ({ as }, on, { who, text }) => as(who).revises(on, text),
  ({ as }, on, { who }) => as(who).withdraws(on),
  ({ as }, on, { who }) => as(who).restores(on),
  ({ as }, on, { who, text }) => as(who).appeals(on, text),
]
const staffDoes: Act['does'][] = [
  async ({ atDesk }, on, { text }) => (await atDesk('mona')).rules(on, 'approve', { note: text }),
  async ({ atDesk }, on, { text }) => (await atDesk('omar')).rules(on, 'reject', { reason: 'spam', words: text }),
  async ({ atDesk }, on) => (await atDesk('olga')).acts(on, 'pin'),
  async ({ atDesk }, on, { text }) => (await atDesk('mona')).notes(on, text),
  async ({ atDesk }, on, { text }) => (await atDesk('mona')).answers(on, text),
  async ({ deps, clock }) => sealLog({ store: deps.store, clock: () => clock.now }),
]

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.constantFrom('"}\n{"kind":"end"', '\u2028\u2029', 'فارسی و English', '**[a](https://a.example)**\n\n> b'),
)
const begun = fc.record({ who: fc.constantFrom(...WHO), text, name: text, page: fc.constantFrom('1', '2', 'ترس') })
const act = fc.record({
  does: fc.constantFrom(...readersDo, ...staffDoes),
  who: fc.constantFrom(...WHO),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  text,
})

/** What cannot be done, because of who it is, what it says or what was done before, is refused, and changes nothing. */
const tried = <T>(doing: Promise<T>): Promise<T | null> => doing.catch(() => null)

async function archived({ engine }: Store, site: string): Promise<string> {
  let lines = ''
  for await (const some of archiveOf(engine, [site], false, { build: 'test', at: 1 })) lines += some
  return lines
}

test('a site on which anything has happened goes out and comes in equal, and its counts and its log stand there', async () => {
  let n = 0
  const sizes: number[] = []
  await fc.assert(
    fc.asyncProperty(
      fc.array(begun, { minLength: 1, maxLength: 5 }),
      fc.array(act, { maxLength: 25 }),
      async (begins, acts) => {
        const stage = await world({ settings: { holds: 'first', downVotes: true, reportsToHold: 2 }, mail: true })
        const comments: Comment[] = []
        for (const { who, text, name, page } of begins) {
          const comment = await tried(stage.as(who, `${stage.origin}/news/${page}`).posts(text, { name }))
          if (comment) comments.push(comment)
        }
        for (const each of acts) {
          const on = comments[Math.floor(each.at * comments.length)]
          const done = on && (await tried(each.does(stage, on, each)))
          if (done && typeof done === 'object' && 'id' in done && 'parent' in done) comments.push(done as Comment)
        }
        const out = await archived(stage.deps.store, stage.site)
        const folder = mkdtempSync(join(tmpdir(), `parley-drawn-${n++}-`))
        const store = await openStore({ databaseUrl: `file:${join(folder, 'parley.db')}`, databaseToken: undefined })
        const plan = await planArchive(store.engine, fileOf(out, 700), null)
        await importArchive(store.engine, fileOf(out, 700), plan, undefined, { rows: 9, bytes: 4_000 })
        expect(await archived(store, stage.site)).toBe(out)
        expect(await store.doctor.discrepancies()).toEqual([])
        expect((await verifyLog(store, stage.site, null)).fault).toBe(null)
        await store.close()
        sizes.push(plan.end.lines)
      },
    ),
    { numRuns: 6 },
  )
  expect(Math.max(...sizes)).toBeGreaterThan(20)
}, 120_000)
