import { expect, test } from 'vitest'
import { world } from '../world.ts'

test('the queue shows the oldest first, with article, author, text and why it is here', async () => {
  const { as, atDesk, page } = await world()
  await as('ada').posts('First *words*', { name: 'Ada', title: 'The night ferry' })
  await as('ben').posts('Second', { name: 'Ben' })
  const { cases, counts, next } = await (await atDesk('mona')).queue()
  expect(cases.map(({ author }) => author.name)).toEqual(['Ada', 'Ben'])
  expect(cases[0]).toMatchObject({
    status: 'pending',
    version: 1,
    text: 'First *words*',
    article: { title: 'The night ferry', url: page },
    author: { published: 0, rejected: 0 },
    parent: null,
    findings: [{ rule: 'firstComments', verdict: 'hold', reason: 'first_comment' }],
    decision: { ruling: 'post', ruler: 'rules', by: null, to: 'pending' },
  })
  expect(counts).toMatchObject({ pending: 2, published: 0, rejected: 0, spam: 0, withdrawn: 0 })
  expect(next).toBeNull()
})

test('walking all pages shows every case once', async () => {
  const { as, atDesk } = await world()
  for (let n = 0; n < 120; n++) await as('ada').posts(`Number ${n}`)
  const mona = await atDesk('mona')
  const texts: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof mona.queue>> = await mona.queue('pending', after ? { after } : {})
    texts.push(...page.cases.map(({ text }) => text))
    after = page.next
  }
  expect(texts).toEqual(Array.from({ length: 120 }, (_, n) => `Number ${n}`))
  expect((await mona.queue()).counts.pending).toBe(101)
}, 30_000)

test('the case shows the comments it answers and the author’s record', async () => {
  const { as, atDesk } = await world()
  const mona = await atDesk('mona')
  const root = await as('ada').posts('Root', { name: 'Ada' })
  await mona.rules(root, 'approve')
  const one = await as('ben').replies(root, 'One')
  await mona.rules(one, 'approve')
  const bad = await as('ben').replies(one, 'Bad')
  await mona.rules(bad, 'reject', { reason: 'abuse' })
  const two = await as('ben').replies(one, 'Two')
  const detail = await mona.case(two)
  expect(detail.ancestors.map(({ id }) => id)).toEqual([root.id, one.id])
  expect(detail.case.parent).toMatchObject({ id: one.id, excerpt: 'One' })
  expect(detail.case.author).toMatchObject({ published: 2, rejected: 1 })
})

test('a moderator of one site sees and decides nothing of another, and an unknown site reads the same', async () => {
  const here = await world()
  const there = await world()
  const comment = await here.as('ada').posts('Not for Stan')
  const stan = await here.signIn('stan', there.site, 'moderator')
  for (const site of [here.site, 'nowhere']) {
    await expect(stan.asks(`/api/desk/queue?site=${site}`)).rejects.toMatchObject({ code: 'forbidden', status: 403 })
    const json = { site, rulings: [{ comment: comment.id, ruling: 'approve', seen: 1 }] }
    await expect(stan.asks('/api/desk/rulings', { method: 'POST', json })).rejects.toMatchObject({ code: 'forbidden' })
  }
  await expect(stan.case(comment)).rejects.toMatchObject({ code: 'unknown_comment', status: 404 })
  const own = await stan.rulesOnAll([{ comment: comment.id, ruling: 'approve', seen: 1 }])
  expect(own).toMatchObject([{ ok: false, code: 'unknown_comment', standing: null }])
  expect((await (await here.atDesk('mona')).case(comment)).case.status).toBe('pending')
})
