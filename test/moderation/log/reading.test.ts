import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readId, spellId } from '../../../server/comments/ids.ts'
import type { LogPage } from '../../../server/contract.ts'
import { type World, world } from '../../world.ts'

/** Decisions that were never made, put at the end of a site's log: every tenth by its author. */
const fill = ({ deps, site }: World, rows: number) =>
  deps.store.engine.write([
    sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, ruler, text_digest, at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
      SELECT ${site}, i + coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0),
        abs(random()) >> 12, 1, 'post', 'none', 'pending', iif(i % 10 = 0, 'author', 'rules'), 'd', i FROM n`,
  ])

test('the log tells who decided what, when and why, newest first, with the comment and its article', async () => {
  const { as, atDesk, number, page } = await world()
  const mona = await atDesk('mona')
  const comment = await as('ada').posts('Buy *watches*', { name: 'Ada', title: 'The night ferry' })
  await mona.rules(comment, 'reject', { reason: 'spam', note: 'The third one today' })
  const { entries, next, people, rules } = await mona.log()
  expect(next).toBeNull()
  expect(people.map(({ name }) => name)).toEqual([`mona-${number}`])
  expect(rules).toContain('firstComments')
  const about = { excerpt: 'Buy watches', name: 'Ada', id: comment.id }
  expect(entries).toMatchObject([
    {
      ...{ seq: 2, ruling: 'reject', ruler: 'moderator', from: 'pending', to: 'rejected', reason: 'spam', rule: null },
      ...{ by: { name: `mona-${number}`, account: null }, note: 'The third one today', words: null },
      comment: { ...about, version: 2 },
      article: { title: 'The night ferry', url: page, key: '/news/1' },
    },
    {
      ...{ seq: 1, ruling: 'post', ruler: 'rules', from: 'none', to: 'pending', reason: 'first_comment' },
      ...{ rule: 'firstComments', by: null, note: null, comment: { ...about, version: 1 } },
    },
  ])
})

test('a comment that nothing held names no rule', async () => {
  const { as, atDesk } = await world({ settings: { holds: 'none' } })
  await as('ada').posts('Fine')
  expect((await (await atDesk('mona')).log()).entries).toMatchObject([{ to: 'published', reason: null, rule: null }])
})

test('the log is filtered by person, ruling, reason, rule and time', async () => {
  const { as, atDesk, clock, number } = await world()
  const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
  const [one, two] = [await as('ada').posts('One'), await as('ben').posts('Two')]
  await mona.rules(one, 'reject', { reason: 'abuse' })
  const noon = clock.now
  await omar.rules(two, 'approve')
  await as('ben').withdraws(two)
  const kinds = async (query: Record<string, string>) =>
    (await mona.log(query)).entries.map(({ ruling, by }) => [ruling, by?.name.split('-')[0] ?? null].join(' ').trim())
  const { people } = await mona.log()
  const idOf = (name: string) => people.find(person => person.name === `${name}-${number}`)!.id
  expect(await kinds({ person: idOf('mona') })).toEqual(['reject mona'])
  expect(await kinds({ person: idOf('omar') })).toEqual(['approve omar'])
  expect(await kinds({ person: 'author' })).toEqual(['withdraw'])
  expect(await kinds({ person: 'rules' })).toEqual(['post', 'post'])
  expect(await kinds({ ruling: 'approve' })).toEqual(['approve omar'])
  expect(await kinds({ reason: 'abuse' })).toEqual(['reject mona'])
  expect(await kinds({ rule: 'firstComments' })).toEqual(['post', 'post'])
  expect(await kinds({ rule: 'wordLists' })).toEqual([])
  expect(await kinds({ from: `${noon + 1}` })).toEqual(['withdraw', 'approve omar'])
  expect(await kinds({ to: `${noon}`, person: idOf('mona'), reason: 'abuse' })).toEqual(['reject mona'])
})

test('walking all pages shows every decision once, and no page looks at more than 500', async () => {
  const stage = await world()
  await fill(stage, 1_230)
  const mona = await stage.atDesk('mona')
  const walk = async (query: Record<string, string>) => {
    const pages: LogPage[] = [await mona.log(query)]
    for (let { next } = pages[0]!; next !== null; { next } = pages.at(-1)!) {
      pages.push(await mona.log({ ...query, after: next }))
    }
    return pages
  }
  const all = await walk({})
  expect(all.flatMap(({ entries }) => entries.map(({ seq }) => seq))).toEqual(
    Array.from({ length: 1_230 }, (_, n) => 1_230 - n),
  )
  expect(all[1]).toMatchObject({ people: [], rules: [] })
  const found = await walk({ person: 'author' })
  expect(found.flatMap(({ entries }) => entries)).toHaveLength(123)
  const nothing = await walk({ ruling: 'reject' })
  expect(nothing.map(({ entries, reached }) => [entries.length, reached])).toEqual([
    [0, 731],
    [0, 231],
    [0, 1],
  ])
})

test('what was erased leaves its place in the log, without its words', async () => {
  const stage = await world()
  await fill(stage, 1)
  const [entry] = (await (await stage.atDesk('mona')).log()).entries
  expect(entry).toMatchObject({ comment: { name: null, excerpt: null }, article: null })
})

test('a public name is shown in the account’s place, and the account beside it to owners', async () => {
  const { as, atDesk, deps, number } = await world()
  const [mona, olga] = [await atDesk('mona'), await atDesk('olga')]
  const comment = await as('ada').posts('Hm')
  await mona.rules(comment, 'reject')
  expect(await deps.store.people.setPublicName(`mona-${number}`, 'The night editor')).toBe(true)
  expect(await deps.store.people.setPublicName('nobody', 'x')).toBe(false)
  const by = async (who: typeof mona) => (await who.log()).entries[0]!.by
  expect(await by(mona)).toMatchObject({ name: 'The night editor', account: null })
  expect(await by(olga)).toMatchObject({ name: 'The night editor', account: `mona-${number}` })
  expect((await olga.case(comment)).log.at(-1)).toMatchObject({ by: 'The night editor' })
  await deps.store.people.setPublicName(`mona-${number}`, null)
  expect(await by(olga)).toMatchObject({ name: `mona-${number}`, account: null })
})

test.each([
  'person=x!',

  'ruling=delete',
  'reason=ugly',
  'rule=a%20b',
  'from=-1',
  'to=soon',
  'after=0x1',
])('the log by %s is refused in words', async query => {
  const { atDesk, site } = await world()
  await expect((await atDesk('mona')).asks(`/api/desk/log?site=${site}&${query}`)).rejects.toMatchObject({
    code: 'bad_request',
  })
})

test('the log of a site one has no role on is as unknown as that of none', async () => {
  const [here, there] = [await world(), await world()]
  const comment = await there.as('ada').posts('Elsewhere')
  const stan = await here.signIn('stan', here.site, 'moderator')
  for (const site of [there.site, 'nowhere']) {
    for (const path of [`log?site=${site}`, `log/export?site=${site}&format=csv`]) {
      await expect(stan.asks(`/api/desk/${path}`)).rejects.toMatchObject({ code: 'forbidden', status: 403 })
    }
  }
  const person = spellId(readId(comment.id)!)
  expect((await stan.asks<LogPage>(`/api/desk/log?site=${here.site}&person=${person}`)).entries).toEqual([])
})
