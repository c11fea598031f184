import { expect, test } from 'vitest'
import { type ImportPlan, planImport } from '../../server/exchange/dry-run.ts'
import type { ForeignFile } from '../../server/exchange/foreign.ts'
import { formatNamed } from '../../server/exchange/formats.ts'
import { importFile } from '../../server/exchange/import.ts'
import type { ImportReport } from '../../server/exchange/import-report.ts'
import { verifyLog } from '../../server/moderation/log/verify-log.ts'
import { world } from '../world.ts'
import { BOMB, disqusXml, post, thread } from './fixtures/disqus.ts'
import { comment, item, itemAs, wordpressXml } from './fixtures/wordpress.ts'

/** A text as a file that comes in pieces of so many bytes. */
function fileOf(text: string, piece = 1_000): ForeignFile {
  const bytes = new TextEncoder().encode(text)
  return {
    path: '',
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.slice(at, at + piece)
    },
  }
}

async function town() {
  const stage = await world({ origins: ['https://daily.example'], settings: { holds: 'none' } })
  const { deps } = stage
  const siteRow = async () => (await deps.store.sites.find(stage.site))!
  return {
    ...stage,
    at: (path: string) => stage.as('ada', `https://daily.example${path}`),
    brings: async (format: string, text: string, piece?: number): Promise<ImportReport> => {
      stage.clock.now += 1
      return importFile(deps, await siteRow(), formatNamed(format)!, fileOf(text, piece))
    },
    plans: async (format: string, text: string): Promise<ImportPlan> =>
      planImport(deps, await siteRow(), formatNamed(format)!, fileOf(text)),
    addsUp: async () => {
      expect(await deps.store.doctor.discrepancies()).toEqual([])
      expect((await verifyLog(deps.store, stage.site, null)).fault).toBeNull()
    },
  }
}

const STORY = thread('t1', 'https://daily.example/story')

test('Disqus’ comments stand under their article with their answers, names and times, and twice is once', async () => {
  const { brings, at, addsUp } = await town()
  const xml = disqusXml(
    STORY,
    post({
      id: '1',
      message: '<p>First, with <b>weight</b></p>',
      at: '2011-01-02T03:04:05Z',
      author: '<name>Ada &amp;amp; Co</name>',
    }),
    post({ id: '2', parent: '1', message: '<p>An answer</p>', at: '2011-01-02T03:04:06Z' }),
    post({ id: '3', message: '<p>Later</p>', at: '2024-02-29T00:00:00Z' }),
  )
  expect(await brings('disqus', xml, 7)).toMatchObject({ imported: 3, merged: 0, skipped: [], changed: [] })
  const { comments, article } = await at('/story').reads({ sort: 'oldest' })
  expect(article).toMatchObject({ title: 'About t1 & more', count: 3 })
  expect(comments.map(({ author, createdAt }) => [author?.name, createdAt])).toEqual([
    ['Ada & Co', Date.UTC(2011, 0, 2, 3, 4, 5)],
    ['Ada', Date.UTC(2011, 0, 2, 3, 4, 6)],
    ['Ada', Date.UTC(2024, 1, 29)],
  ])
  expect(comments[0]!.tree).toEqual([
    { type: 'p', children: ['First, with ', { type: 'strong', children: ['weight'] }] },
  ])
  expect(comments[1]!.parent).toBe(comments[0]!.id)
  expect(await brings('disqus', xml)).toMatchObject({ imported: 0, merged: 3, skipped: [] })
  expect((await at('/story').reads()).article.count).toBe(3)
  await addsUp()
})

test('pages of two hosts with one path are not taken for one: the host that is not the site’s is named', async () => {
  const { plans, brings } = await town()
  const xml = disqusXml(
    thread('t1', 'https://daily.example/story', '/story'),
    thread('t2', 'https://elsewhere.example/story', '/story'),
    post({ id: '1' }),
    post({ id: '2', thread: 't2' }),
  )
  const plan = await plans('disqus', xml)
  expect(plan.pages).toMatchObject([{ key: '/story', comments: 1, addresses: ['https://daily.example/story'] }])
  const reason = expect.stringContaining('Its page is on elsewhere.example')
  expect(plan.refused).toEqual([{ address: 'https://elsewhere.example/story', reason, comments: 1 }])
  expect(await brings('disqus', xml)).toMatchObject({ imported: 1, skipped: [{ reason, count: 1 }] })
})

test('answers that stand before what they answer find it, however far behind it comes', async () => {
  const { brings, at, addsUp } = await town()
  const chain = Array.from({ length: 1_200 }, (_, n) => post({ id: `${n + 1}`, parent: n === 0 ? null : `${n}` }))
  expect(await brings('disqus', disqusXml(STORY, ...chain.reverse()))).toMatchObject({ imported: 1_200, changed: [] })
  const { comments, article } = await at('/story').reads()
  expect(article.count).toBe(1_200)
  expect(comments.filter(({ parent }) => parent === null)).toHaveLength(1)
  await addsUp()
}, 60_000)

test('a chain of 5,000 answers comes in as it stands', async () => {
  const { brings, at, addsUp } = await town()
  const chain = Array.from({ length: 5_000 }, (_, n) => post({ id: `${n + 1}`, parent: n === 0 ? null : `${n}` }))
  expect(await brings('disqus', disqusXml(STORY, ...chain), 65_536)).toMatchObject({ imported: 5_000, changed: [] })
  expect((await at('/story').reads()).article.count).toBe(5_000)
  await addsUp()
}, 60_000)

test('what answers nobody, itself, or in a circle begins a conversation, and it is told', async () => {
  const { brings, at, addsUp } = await town()
  const report = await brings(
    'disqus',
    disqusXml(
      STORY,
      post({ id: '1', parent: 'gone' }),
      post({ id: '2', parent: '1' }),
      post({ id: '3', parent: '3' }),
      post({ id: '4', parent: '5' }),
      post({ id: '5', parent: '6' }),
      post({ id: '6', parent: '4' }),
    ),
  )
  expect(report).toMatchObject({ imported: 6, skipped: [] })
  expect(report.changed.map(({ count, such }) => [count, such])).toEqual([
    [1, ['1']],
    [1, ['4']],
  ])
  const { comments } = await at('/story').reads()
  expect(comments.filter(({ parent }) => parent === null)).toHaveLength(3)
  await addsUp()
})

test('spam, what was deleted and what waited is not shown; a deleted comment keeps the place of its answers', async () => {
  const { brings, at, atDesk, addsUp } = await town()
  const flags = (deleted: boolean, spam: boolean, more = '') =>
    `<isDeleted>${deleted}</isDeleted><isSpam>${spam}</isSpam>${more}`
  const report = await brings(
    'disqus',
    disqusXml(
      STORY,
      post({ id: '1', flags: flags(true, false), message: '<p>Regretted</p>' }),
      post({ id: '2', parent: '1', message: '<p>Why?</p>' }),
      post({ id: '3', flags: flags(true, true), message: '<p>Buy</p>' }),
      post({ id: '4', flags: flags(false, false, '<isApproved>false</isApproved>'), message: '<p>May I?</p>' }),
      post({ id: '5', flags: flags(true, false), message: '<p>Alone</p>' }),
    ),
  )
  expect(report).toMatchObject({ imported: 5, statuses: { published: 1, spam: 1, pending: 1, withdrawn: 2 } })
  expect(await at('/story').sees()).toEqual(['(withdrawn)', 'Why?'])
  const mona = await atDesk('mona')
  expect(await mona.sees('pending')).toEqual(['May I?'])
  expect(await mona.sees('spam')).toEqual(['Buy'])
  expect((await mona.queue('unreviewed')).cases).toEqual([])
  const [waiting] = (await mona.queue()).cases
  await mona.rules({ id: waiting!.id }, 'approve')
  expect((await at('/story').sees()).sort()).toEqual(['(withdrawn)', 'May I?', 'Why?'])
  await addsUp()
})

test('comments of pages that are not the site’s are left out with the reason, and a dry run tells all of it before', async () => {
  const { brings, plans, at, addsUp } = await town()
  await at('/story').posts('I was here before')
  const xml = disqusXml(
    STORY,
    thread('t2', 'http://www.daily.example/story/?utm_source=x'),
    thread('t3', 'https://elsewhere.example/story'),
    thread('t4', 'javascript:alert(1)'),
    thread('t5', '', 'story-7'),
    post({ id: '1' }),
    post({ id: '2', thread: 't2' }),
    post({ id: '3', thread: 't3' }),
    post({ id: '4', thread: 't4', parent: '3' }),
    post({ id: '5', thread: 't5' }),
    post({ id: '6', thread: 'none' }),
    post({ id: '1', message: '<p>Again</p>' }),
  )
  const plan = await plans('disqus', xml)
  expect(plan).toMatchObject({ comments: 7, merged: 0 })
  expect(plan.pages).toMatchObject([
    {
      key: '/story',
      comments: 2,
      addresses: ['https://daily.example/story', 'http://www.daily.example/story/?utm_source=x'],
      here: { key: '/story', count: 1 },
    },
    { key: '=story-7', comments: 1, here: null },
  ])
  expect(plan.refused.map(({ address }) => address).sort()).toEqual([
    '',
    'https://elsewhere.example/story',
    'javascript:alert(1)',
  ])
  expect((await at('/story').reads()).article.count).toBe(1)

  const report = await brings('disqus', xml)
  expect(report.imported).toBe(3)
  expect(report.skipped.flatMap(({ such }) => such).sort()).toEqual(['1', '3', '4', '6'])
  expect(report.skipped.map(({ reason }) => reason).join()).toContain('elsewhere.example')
  expect((await at('/story').reads()).article.count).toBe(3)
  await addsUp()
})

test('times that cannot be are told; what is from before Parley stands in its order', async () => {
  const { brings, at, addsUp } = await town()
  const report = await brings(
    'disqus',
    disqusXml(
      STORY,
      post({ id: '1', at: '1999-12-31T23:59:59Z' }),
      post({ id: '2', at: '2009-01-01T00:00:00' }),
      post({ id: '3', at: '2009-02-30T00:00:00Z' }),
      post({ id: '4', at: '1970-01-01T00:00:00Z' }),
      post({ id: '5', at: 'yesterday' }),
      post({ id: '6', at: '2009-01-01T02:00:00+03:30' }),
      post({ id: '7', at: '2999-01-01T00:00:00Z' }),
    ),
  )
  expect(report.imported).toBe(7)
  expect(report.changed.map(({ such }) => such)).toEqual([['3', '4', '5'], ['7']])
  const { comments } = await at('/story').reads({ sort: 'oldest' })
  expect(comments.map(({ createdAt }) => createdAt)).toEqual(
    comments.map(({ createdAt }) => createdAt).sort((a, b) => a - b),
  )
  await addsUp()
})

test('of two imports of one format into one site the second is refused in words; one that was killed is in nobody’s way', async () => {
  const { brings, deps, site, at, addsUp } = await town()
  const xml = disqusXml(STORY, ...Array.from({ length: 40 }, (_, n) => post({ id: `${n}` })))
  const slowly = {
    ...fileOf(xml),
    async *open() {
      for await (const piece of fileOf(xml, 200).open()) {
        await new Promise(resolve => setTimeout(resolve, 60))
        yield piece
      }
    },
  }
  const row = (await deps.store.sites.find(site))!
  const first = importFile(deps, row, formatNamed('disqus')!, slowly)
  while ((await deps.store.imports.claim(site, 'disqus')) === null) await new Promise(resolve => setTimeout(resolve, 5))
  await expect(brings('disqus', xml)).rejects.toMatchObject({
    code: 'import_not_now',
    extras: { detail: expect.stringContaining('Disqus') },
  })
  expect(await first).toMatchObject({ imported: 40 })
  await deps.store.imports.take(site, 'disqus', null, 'who was killed', deps.clock())
  expect(await brings('disqus', xml)).toMatchObject({ imported: 0, merged: 40 })
  expect((await at('/story').reads()).article.count).toBe(40)
  expect(await deps.store.imports.claim(site, 'disqus')).toBeNull()
  await addsUp()
}, 30_000)

test('the log says which system an imported comment came from', async () => {
  const { brings, atDesk, as } = await town()
  await as('ada').posts('Written here')
  await brings('disqus', disqusXml(STORY, post({ id: '1' })))
  const { entries } = await (await atDesk('olga')).log()
  expect(entries.map(({ ruling, system }) => [ruling, system])).toEqual([
    ['import', 'disqus'],
    ['post', null],
  ])
})

test('entities that a file makes for itself do not grow and fetch nothing', async () => {
  const { brings, at } = await town()
  expect(await brings('disqus', BOMB)).toMatchObject({ imported: 1 })
  expect(await at('/story').sees()).toEqual(['&lol9; bang'])
})

test('a file that is another one or ends too soon is refused in words, and what came before its end is here', async () => {
  const { brings, at, addsUp } = await town()
  await expect(brings('disqus', '<html><body>Sign in</body></html>')).rejects.toThrow('no Disqus export')
  await expect(brings('wordpress', disqusXml())).rejects.toThrow('no WordPress export')
  await expect(brings('disqus', '')).rejects.toThrow('no Disqus export')
  const xml = disqusXml(STORY, ...Array.from({ length: 700 }, (_, n) => post({ id: `${n}` })))
  await expect(brings('disqus', xml.slice(0, -200))).rejects.toThrow('ends too soon')
  const before = (await at('/story').reads()).article.count
  expect(before).toBe(500)
  expect(await brings('disqus', xml)).toMatchObject({ imported: 200, merged: 500 })
  await addsUp()
}, 40_000)

test('WordPress’ comments come with their lines, statuses and staff; pingbacks are left out', async () => {
  const { brings, at, atDesk, addsUp } = await town()
  const report = await brings(
    'wordpress',
    wordpressXml(
      item(
        'https://daily.example/2014/05/story/',
        comment({ id: '3', parent: '2', content: 'Thanks', user: '3', name: 'Olga' }),
        comment({ id: '2', content: 'One\nline\n\nand <em>another</em>', email: 'Ada@Example.org' }),
        comment({ id: '4', approved: '0' }),
        comment({ id: '5', approved: 'spam' }),
        comment({ id: '6', approved: 'trash' }),
        comment({ id: '7', type: 'pingback' }),
        comment({ id: '8', gmt: '0000-00-00 00:00:00', date: '2014-05-07 02:00:00', content: 'Late' }),
      ),
    ),
  )
  expect(report).toMatchObject({
    imported: 6,
    statuses: { published: 3, pending: 1, spam: 1, rejected: 1 },
    changed: [],
  })
  expect(report.skipped).toMatchObject([{ reason: 'It is a pingback.', such: ['7'] }])
  const { comments, article } = await at('/2014/05/story').reads({ sort: 'oldest' })
  expect(article.title).toBe('A story')
  expect(comments.map(({ author, createdAt }) => [author?.name, author?.badge ?? null, createdAt])).toEqual([
    ['Ada', null, Date.UTC(2014, 4, 6, 7, 8, 9)],
    ['Olga', 'staff', Date.UTC(2014, 4, 6, 7, 8, 9)],
    ['Ada', null, Date.UTC(2014, 4, 7)],
  ])
  expect(comments[0]!.tree).toEqual([
    { type: 'p', children: ['One', { type: 'break' }, 'line'] },
    { type: 'p', children: ['and ', { type: 'em', children: ['another'] }] },
  ])
  expect(await (await atDesk('mona')).sees('rejected')).toEqual(['Comment 6'])
  await addsUp()
})

test('what WordPress showed to some only is not shown to everybody here; reviews of a shop are comments, its notes are none', async () => {
  const { brings, plans, at, atDesk, addsUp } = await town()
  const under = (post: { status?: string; password?: string }, id: string, approved = '1') =>
    itemAs(post, `https://daily.example/${id}`, comment({ id, approved }))
  const file = wordpressXml(
    under({ status: 'private' }, '1'),
    under({ password: 'sesame' }, '2'),
    under({ status: 'draft' }, '3', 'spam'),
    under({ status: 'trash' }, '4'),
    under({ status: 'inherit' }, '5'),
    item(
      'https://daily.example/6',
      comment({ id: '6', type: 'review', content: 'Fits ]]]]><![CDATA[> well' }),
      comment({ id: '7', type: 'order_note', content: 'Paid by card' }),
    ),
  )
  const statuses = { published: 2, pending: 2, spam: 1, rejected: 1 }
  expect((await plans('wordpress', file)).pages.map(page => page.statuses.published ?? 0)).toEqual([0, 0, 0, 0, 1, 1])
  const report = await brings('wordpress', file)
  expect(report).toMatchObject({ imported: 6, statuses })
  expect(report.skipped).toMatchObject([{ reason: 'It is a order_note.', such: ['7'] }])
  expect((await at('/1').reads()).comments).toEqual([])
  expect((await at('/6').reads()).comments[0]!.tree).toEqual([{ type: 'p', children: ['Fits ]]> well'] }])
  expect((await (await atDesk('mona')).sees('pending')).sort()).toEqual(['Comment 1', 'Comment 2'])
  await addsUp()
})

test('an XML file that calls itself UTF-16, and was saved as UTF-8 since, is read', async () => {
  const { brings } = await town()
  const file = wordpressXml(item('https://daily.example/a', comment({ id: '1' }))).replace('UTF-8', 'UTF-16')
  expect(await brings('wordpress', file)).toMatchObject({ imported: 1 })
})

test('a text that is longer than a comment may be comes whole, in several', async () => {
  const { brings, at, addsUp } = await town()
  const words = Array.from({ length: 3_000 }, (_, n) => `word${n}`)
  const report = await brings(
    'disqus',
    disqusXml(STORY, post({ id: '1', message: `<p>${words.join(' ')}</p>` }), post({ id: '2', parent: '1' })),
  )
  expect(report).toMatchObject({ imported: 2 })
  expect(report.changed.map(({ such }) => such)).toEqual([['1']])
  expect(await brings('disqus', disqusXml(STORY, post({ id: '1' }), post({ id: '2', parent: '1' })))).toMatchObject({
    imported: 0,
    merged: 2,
  })
  const said = (await at('/story').sees()).join(' ')
  for (const word of [words[0], words[1_500], words.at(-1)]) expect(said.includes(word!), word).toBe(true)
  await addsUp()
})

test('an imported comment belongs to nobody who comes now; who left the same address is one author', async () => {
  const { brings, at, deps, atDesk } = await town()
  const author = (name: string, email: string) => `<name>${name}</name><email>${email}</email>`
  await brings(
    'disqus',
    disqusXml(
      STORY,
      thread('t2', 'https://daily.example/other'),
      post({ id: '1', author: author('Ada', 'Ada@Example.org') }),
      post({ id: '2', author: author('Ada L.', 'ada@example.ORG'), thread: 't2' }),
      post({ id: '3', author: author('Ada', '') }),
      post({ id: '4', author: author('Ada', 'eve@example.org') }),
    ),
  )
  expect((await at('/story').looksAtOwn()).unpublished).toEqual([])
  const mona = await atDesk('mona')
  const [one] = (await at('/other').reads()).comments
  const { author: known } = (await mona.case(one!)).case
  expect(known).toMatchObject({ published: 2 })
  expect((await deps.store.doctor.discrepancies()).length).toBe(0)
})

test('a link of the other system leads to where the comment stands now, on its own site only', async () => {
  const { brings, at, send, site } = await town()
  await brings(
    'disqus',
    disqusXml(STORY, post({ id: '1234567890' }), post({ id: '2', flags: '<isDeleted>true</isDeleted>' })),
  )
  const ask = (fragment: string, on = site) => send(`/api/moved?${new URLSearchParams({ site: on, fragment })}`)
  const [comment] = (await at('/story').reads()).comments
  expect(await (await ask('#comment-1234567890')).json()).toEqual({ comment: comment!.id })
  for (const fragment of ['#comment-2', '#comment-3', '#top', '']) expect((await ask(fragment)).status).toBe(404)
  expect((await ask('#comment-1234567890', (await town()).site)).status).toBe(404)
})
