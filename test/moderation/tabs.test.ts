import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { readId } from '../../server/comments/ids.ts'
import { type Comment, TABS } from '../../server/contract.ts'
import { type World, world } from '../world.ts'

/** Lets somebody complain about a comment. */
const reported = ({ deps, clock }: World, { id }: Comment) =>
  deps.store.engine.write([
    sql`INSERT INTO reports (comment_id, author_id, reason, created_at)
      SELECT id, author_id, 'abuse', ${clock.now} FROM comments WHERE id = ${readId(id)}`,
  ])

describe('comments that the rules alone have published', () => {
  const free = () => world({ settings: { holds: 'none' } })

  test('are listed until somebody has looked at them, whatever was decided', async () => {
    const { as, atDesk } = await free()
    const mona = await atDesk('mona')
    const [one, two, three] = [
      await as('ada').posts('One'),
      await as('ben').posts('Two'),
      await as('eve').posts('Three'),
    ]
    expect(await mona.sees('unreviewed')).toEqual(['Three', 'Two', 'One'])
    expect((await mona.queue()).counts.unreviewed).toBe(3)
    expect(await mona.rules(one, 'confirm')).toMatchObject({ ok: true, status: 'published' })
    await mona.rules(two, 'reject', { reason: 'abuse' })
    expect(await mona.sees('unreviewed')).toEqual(['Three'])
    expect((await mona.case(one)).case.isReviewed).toBe(true)
    expect((await mona.case(one)).log.map(({ ruling, by }) => [ruling, by !== null])).toEqual([
      ['post', false],
      ['confirm', true],
    ])
    expect(await as('darya').sees()).toEqual(['Three', 'One'])
    expect((await mona.case(three)).case.isReviewed).toBe(false)
  })

  test('come back with an undo, and go again when the undo is undone', async () => {
    const { as, atDesk } = await free()
    const mona = await atDesk('mona')
    const one = await as('ada').posts('One')
    await mona.rules(one, 'reject')
    await mona.rules(one, 'restore')
    expect(await mona.sees('unreviewed')).toEqual(['One'])
    await mona.rules(one, 'confirm')
    await mona.rules(one, 'restore')
    expect(await mona.sees('unreviewed')).toEqual(['One'])
    await mona.rules(one, 'restore')
    expect(await mona.sees('unreviewed')).toEqual([])
    await mona.rules(one, 'spam')
    await mona.rules(one, 'restore')
    expect(await mona.sees('unreviewed')).toEqual([])
  })

  test('are none of the staff’s, and approving one that waited is a look at it', async () => {
    const { as, atDesk, deps, site } = await world()
    const mona = await atDesk('mona')
    const waited = await as('ada').posts('Waited')
    await mona.rules(waited, 'approve')
    await as('ben').posts('First of Ben')
    await deps.store.engine.write([sql`UPDATE authors SET kind = 'staff' WHERE site_id = ${site}`])
    await as('ben').posts('From the newsroom')
    expect(await mona.sees('published')).toContain('From the newsroom')
    expect(await mona.sees('unreviewed')).toEqual([])
  })

  test('a look at one that somebody else has decided meanwhile is a lost race', async () => {
    const { as, atDesk } = await free()
    const one = await as('ada').posts('One')
    const [mona, omar] = [await atDesk('mona'), await atDesk('omar')]
    await omar.rules(one, 'confirm')
    expect(await mona.rules(one, 'confirm', { seen: 1 })).toMatchObject({ ok: false, code: 'stale_version' })
  })
})

test('each tab holds its own, and all of them are in the last', async () => {
  const stage = await world()
  const { as, atDesk } = stage
  const mona = await atDesk('mona')
  const rule = async (text: string, ruling: 'approve' | 'reject' | 'spam') => {
    const comment = await as('ada').posts(text)
    await mona.rules(comment, ruling)
    return comment
  }
  const good = await rule('Good', 'approve')
  await rule('Bad', 'reject')
  await rule('Watches', 'spam')
  await as('ben').withdraws(await as('ben').posts('Gone'))
  await as('eve').posts('Waits')
  await reported(stage, good)
  const { counts, cases } = await mona.queue('reported')
  expect(cases).toMatchObject([{ text: 'Good', reports: 1, hasAppeal: false }])
  expect(counts).toEqual({
    ...{ pending: 1, reported: 1, appealed: 0, unreviewed: 0 },
    ...{ published: 1, rejected: 1, spam: 1, withdrawn: 1 },
  })
  for (const [tab, texts] of [
    ['pending', ['Waits']],
    ['published', ['Good']],
    ['rejected', ['Bad']],
    ['spam', ['Watches']],
    ['withdrawn', ['Gone']],
    ['all', ['Waits', 'Gone', 'Watches', 'Bad', 'Good']],
  ] as const)
    expect([tab, await mona.sees(tab)]).toEqual([tab, texts])
  expect(await mona.sees('all', { order: 'oldest' })).toEqual(['Good', 'Bad', 'Watches', 'Gone', 'Waits'])
})

describe('filters', () => {
  async function filled() {
    const stage = await world({ settings: { linksAllowed: 0 } })
    const { as, page, clock } = stage
    await as('ada').posts('The ferry was late again and nobody told us')
    await as('ben', `${page}-2`).posts('این کشتی باز هم دیر کرد')
    clock.now += 3_600_000
    await as('chiara').posts('Паром опять опоздал, и никто не сказал')
    await as('darya').posts('Look at https://example.org it is the best and of the most')
    return { ...stage, mona: await stage.atDesk('mona') }
  }

  test('by article, author, language, reason and age keep what fits, alone and together, on every tab', async () => {
    const { mona, page, clock } = await filled()
    const [english, persian, russian] = (await mona.queue()).cases
    const hour = String(clock.now - 1_800_000)
    for (const [query, found] of [
      [{ article: persian!.article.key }, ['این']],
      [{ author: russian!.author.id }, ['Пар']],
      [{ language: 'fa' }, ['این']],
      [{ language: 'ru' }, ['Пар']],
      [{ language: 'und' }, []],
      [{ reason: 'too_many_links' }, ['Loo']],
      [{ reason: 'first_comment', language: 'en' }, ['The', 'Loo']],
      [{ from: hour }, ['Пар', 'Loo']],
      [{ until: hour }, ['The', 'این']],
      [{ until: hour, q: 'ferry' }, ['The']],
      [{ author: english!.author.id, article: persian!.article.key }, []],
      [{ article: '/nowhere' }, []],
    ] as [Record<string, string>, string[]][]) {
      for (const tab of ['pending', 'all']) {
        const texts = await mona.sees(tab, { order: 'oldest', ...query })
        expect([tab, query, texts.map(text => text.slice(0, 3))]).toEqual([tab, query, found])
        const doubtful = await mona.sees(tab, { order: 'doubtful', ...query })
        expect([tab, query, doubtful.length]).toEqual([tab, query, found.length])
      }
      for (const tab of TABS.filter(name => name !== 'pending' && name !== 'all'))
        expect(await mona.sees(tab, query)).toEqual([])
    }
    expect(page).toBeTruthy()
  })

  test('the reason of a decision counts, not only what the rules found', async () => {
    const { mona } = await filled()
    const [first] = (await mona.queue()).cases
    await mona.rules(first!, 'reject', { reason: 'propaganda' })
    expect(await mona.sees('rejected', { reason: 'propaganda' })).toEqual([first!.text])
    expect(await mona.sees('rejected', { reason: 'hate' })).toEqual([])
  })

  test.each([
    'status=gone',
    'order=random',
    'language=Persian',
    'reason=ugly',
    'author=%00',
    'from=yesterday',
    'until=-1',
    'after=%25',
    'after=1.2',
    'article=',
  ])('with %s are refused in words', async query => {
    const { atDesk, site } = await world()
    const asked = (await atDesk('mona')).asks(`/api/desk/queue?site=${site}&${query}`)
    await expect(asked).rejects.toMatchObject({ code: 'bad_request', status: 400 })
  })
})

describe('search', () => {
  test('finds whole words of any script, folded, all of them, and only on this site', async () => {
    const here = await world({ settings: { holds: 'none' } })
    const there = await world({ settings: { holds: 'none' } })
    await there.as('ada').posts('A ferry elsewhere')
    for (const text of [
      'The FERRY was late',
      'A late train',
      'Паром опоздал',
      'کشتی دیر کرد',
      '渡轮又晚点了',
      'ﬁne print',
    ])
      await here.as('ada').posts(text)
    const mona = await here.atDesk('mona')
    for (const [q, texts] of [
      ['ferry', ['The FERRY was late']],
      ['LATE', ['A late train', 'The FERRY was late']],
      ['late ferry', ['The FERRY was late']],
      ['паром', ['Паром опоздал']],
      ['کشتی', ['کشتی دیر کرد']],
      ['晚点', ['渡轮又晚点了']],
      ['fine', ['ﬁne print']],
      ['ferr', []],
      ['elsewhere', []],
    ] as const)
      expect([q, await mona.sees('all', { q })]).toEqual([q, texts])
  })

  test.each([
    ...['%', '_', '"', '*', '**', '""', "'", ';', '(', ')', '-', '^', ':', '{}', '\\', '\0', '👍', '؟', '\ud800'],
    ...['site : x', 'words:', 'a OR', 'NEAR(', 'NEAR(a b, 3)', 'AND', 'OR', 'NOT', 'a NOT b', '"a', 'a*', '-a', '{a}'],
  ])('for %j is never an error and never syntax', async q => {
    const { as, atDesk } = await world()
    await as('ada').posts('nothing of that kind')
    await expect((await atDesk('mona')).sees('pending', { q })).resolves.toEqual([])
  })

  test('takes words of the query language as words', async () => {
    const { as, atDesk } = await world()
    await as('ada').posts('near or not, and "quoted"')
    await as('ben').posts('near')
    const mona = await atDesk('mona')
    for (const q of ['NEAR OR', 'or not', 'NOT and', '"quoted', 'quoted" AND near'])
      expect([q, await mona.sees('pending', { q })]).toEqual([q, ['near or not, and "quoted"']])
  })

  test('finds the few that wait among the many that do not, and walks on where many do', async () => {
    const { as, atDesk, deps, site } = await world({ settings: { holds: 'none' } })
    const mona = await atDesk('mona')
    const waits = await as('ada').posts('ferry, but it has to wait')
    await mona.rules(waits, 'reject')
    for (let n = 0; n < 520; n++) await as('ben').posts(`ferry ${n}`)
    const page = await mona.queue('rejected', { q: 'ferry' })
    expect([page.cases.length, page.next]).toEqual([1, null])
    expect(await mona.sees('published', { q: 'ferry' })).toHaveLength(520)
    expect(await mona.sees('all', { q: 'ferry', order: 'oldest' })).toHaveLength(521)
    expect(await mona.sees('all', { q: '519', order: 'oldest' })).toEqual(['ferry 519'])
    await deps.store.engine.write([sql`UPDATE comments SET lang = 'fa' WHERE site_id = ${site} AND text = 'ferry 3'`])
    expect(await mona.sees('published', { q: 'ferry', language: 'fa' })).toEqual(['ferry 3'])
  }, 60_000)

  test('for 10 kB is answered', async () => {
    const { as, atDesk } = await world()
    await as('ada').posts('ferry '.repeat(20))
    const mona = await atDesk('mona')
    expect(await mona.sees('pending', { q: 'ferry '.repeat(1_700) })).toHaveLength(1)
    expect(await mona.sees('pending', { q: 'x'.repeat(10_000) })).toEqual([])
  })

  test('no longer finds what its author deleted from the samples, and the doctor agrees', async () => {
    const stage = await world({ origins: ['loopback'], isDemo: true, parley: 'http://localhost:8787' })
    const olga = await stage.atDesk('olga')
    await olga.asks('/api/desk/samples', { method: 'POST', json: { site: stage.site } })
    expect((await olga.sees('all', { q: 'ferry' })).length).toBeGreaterThan(3)
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
    await olga.asks(`/api/desk/samples?site=${stage.site}`, { method: 'DELETE' })
    expect(await olga.sees('all', { q: 'ferry' })).toEqual([])
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
  })
})

test('what a moderator is likeliest to decide otherwise comes first, and every case comes once', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const { as, atDesk } = stage
  const mona = await atDesk('mona')
  const bad = await as('ben').posts('Ben is at it again')
  await mona.rules(bad, 'reject')
  for (let n = 0; n < 60; n++) await as('ada').posts(`Ada ${n}`)
  await as('ben').posts('Ben, second try')
  const loud = await as('eve').posts('Loud')
  await reported(stage, loud)
  await reported(stage, await as('ada').posts('Ada, reported'))
  const texts = await mona.sees('unreviewed', { order: 'doubtful' })
  expect(texts.slice(0, 2)).toEqual(['Loud', 'Ben, second try'])
  expect(texts[2]).toBe('Ada, reported')
  expect(new Set(texts).size).toBe(63)
  expect(texts).toHaveLength(63)
}, 30_000)

describe('a moderator of one site', () => {
  test('reaches nothing of another: no queue, no changes, no authors, no lists', async () => {
    const here = await world()
    const there = await world()
    const comment = await here.as('ada').posts('Not for Stan')
    const mona = await here.atDesk('mona')
    const author = (await mona.case(comment)).case.author.id
    const stan = await here.signIn('stan', there.site, 'moderator')
    const json = { site: here.site, ruling: 'spam', statuses: ['pending'], from: comment.id }
    for (const path of [
      `queue?site=${here.site}&status=all`,
      `changes?site=${here.site}&since=0`,
      `authors/${author}?site=${here.site}`,
    ])
      await expect(stan.asks(`/api/desk/${path}`)).rejects.toMatchObject({ code: 'forbidden' })
    const rule = (site: string) =>
      stan.asks(`/api/desk/authors/${author}/rulings`, { method: 'POST', json: { ...json, site } })
    await expect(rule(here.site)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(rule(there.site)).rejects.toMatchObject({ code: 'unknown_author', status: 404 })
    await expect(stan.asks(`/api/desk/authors/${author}?site=${there.site}`)).rejects.toMatchObject({
      code: 'unknown_author',
    })
    await expect(stan.asks(`/api/desk/comments/${comment.id}/others`)).rejects.toMatchObject({
      code: 'unknown_comment',
    })
    const own = await stan.asks<{ cases: object[] }>(`/api/desk/queue?site=${there.site}&status=all&author=${author}`)
    expect(own.cases).toEqual([])
    expect((await mona.case(comment)).case.status).toBe('pending')
  })

  test('reaches nothing any more once the role is gone, though the session is not', async () => {
    const { as, atDesk, deps, site } = await world()
    const comment = await as('ada').posts('Still here')
    const mona = await atDesk('mona')
    const { seq } = await mona.queue()
    const author = (await mona.case(comment)).case.author.id
    await deps.store.engine.write([sql`DELETE FROM roles WHERE site_id = ${site}`])
    const json = { site, ruling: 'spam', statuses: ['pending'], from: comment.id }
    await expect(mona.queue()).rejects.toMatchObject({ code: 'forbidden' })
    await expect(mona.changes(seq)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(mona.asks(`/api/desk/authors/${author}?site=${site}`)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(mona.asks(`/api/desk/comments/${comment.id}/others`)).rejects.toMatchObject({
      code: 'unknown_comment',
    })
    const ruled = mona.asks(`/api/desk/authors/${author}/rulings`, { method: 'POST', json })
    await expect(ruled).rejects.toMatchObject({ code: 'forbidden' })
    expect((await deps.store.queue.counts(site)).pending).toBe(1)
  })
})
