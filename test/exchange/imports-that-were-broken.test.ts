import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planImport } from '../../server/exchange/dry-run.ts'
import { formatNamed } from '../../server/exchange/formats.ts'
import { importFile } from '../../server/exchange/import.ts'
import { erasePerson, personBy } from '../../server/privacy/person.ts'
import { retain } from '../../server/privacy/retain.ts'
import { world } from '../world.ts'
import { disqusXml, post, thread } from './fixtures/disqus.ts'
import { comment, item, wordpressXml } from './fixtures/wordpress.ts'
import { fileOf } from './foreign-files.ts'

/** What an adversary found: each of these once broke an import, or what came after it. */

async function town() {
  const stage = await world({ origins: ['https://daily.example'], settings: { holds: 'none' } })
  const { deps, site } = stage
  const row = async () => (await deps.store.sites.find(site))!
  return {
    ...stage,
    at: (path: string) => stage.as('ada', `https://daily.example${path}`),
    brings: async (format: string, text: string | Uint8Array) =>
      importFile(deps, await row(), formatNamed(format)!, fileOf(text)),
    plans: async (format: string, text: string) => planImport(deps, await row(), formatNamed(format)!, fileOf(text)),
    waiting: () =>
      deps.store.engine.all<{ foreign_id: string; comment: string }>(
        sql`SELECT foreign_id, comment FROM imports_waiting WHERE site_id = ${site}`,
      ),
  }
}

const STORY = thread('t1', 'https://daily.example/story')

const artalk = (...rows: object[]) =>
  JSON.stringify(
    rows.map((row, n) => ({
      ...{ id: `${n + 1}`, rid: '0', content: `No. ${n + 1}`, nick: 'Ada', page_key: '/story', site_name: 'S' },
      ...{ is_pending: 'false', created_at: '2021-10-08 12:00:00' },
      ...row,
    })),
  )

const waline = (...rows: object[]) =>
  JSON.stringify({
    type: 'waline',
    data: {
      Comment: rows.map((row, n) => ({
        ...{ objectId: `${n + 1}`, comment: `No. ${n + 1}`, nick: 'Ada', url: '/story', status: 'approved' },
        ...{ insertedAt: '2020-01-01T00:00:00Z' },
        ...row,
      })),
    },
  })

test('half a letter in an id, a page or a name comes as what can be stored, and everything can be read', async () => {
  const { brings, at, deps } = await town()
  const text = artalk(
    { id: '9\ud800' },
    { id: '10', rid: '9\ud800' },
    { page_key: 'pg\ud800x' },
    { nick: 'A\udfffda', page_title: '\ud800' },
  )
  expect(await brings('artalk', text)).toMatchObject({ imported: 4, skipped: [], changed: [] })
  expect(await brings('artalk', text)).toMatchObject({ imported: 0, merged: 4 })
  expect((await at('/story').reads()).article.count).toBe(3)
  expect(await deps.store.doctor.brokenTexts()).toEqual([])
})

test('ids that differ in what cannot be seen stay apart, and none is taken for a part of another', async () => {
  const { brings, at } = await town()
  const long = Array.from({ length: 3_000 }, (_, n) => `word${n}`).join(' ')
  const text = waline(
    { objectId: 'a', comment: long },
    { objectId: 'a\n2' },
    { objectId: 'b\0c' },
    { objectId: 'b\0d', pid: 'b\0c' },
    { url: '/sto\0ry' },
  )
  expect(await brings('waline', text)).toMatchObject({ imported: 5, skipped: [] })
  expect(await brings('waline', text)).toMatchObject({ imported: 0, merged: 5, skipped: [] })
  const comments = (await at('/story').reads()).comments
  expect(comments.filter(({ parent }) => parent === null)).toHaveLength(4)
})

test('what waited in an import that was broken off has no address, is erased with its author, and ends by itself', async () => {
  const { brings, plans, at, deps, site, waiting, clock } = await town()
  const early = (id: string) =>
    post({ id, parent: '9999', author: `<name>Eve</name><email>Eve${id}@Mail.example</email>` })
  const { imports } = deps.store
  const aside = (id: string, digest: string) => ({
    ...{ foreign_id: id, parent: '9999', author: digest },
    comment: JSON.stringify({ id, digest }),
  })
  // The file itself takes away what it has put aside, where it is cut off.
  const filler = Array.from({ length: 600 }, (_, n) => post({ id: `${n}` }))
  await expect(brings('disqus', disqusXml(STORY, early('1000'), ...filler).slice(0, -30))).rejects.toThrow('too soon')
  expect(await waiting()).toEqual([])
  // What a process leaves that was killed.
  const { emailDigest } = await import('../../server/exchange/foreign-text.ts')
  const eve = emailDigest('eve@mail.example')
  await imports.wait(site, 'disqus', [aside('1', eve), aside('2', 'x')], clock.now)
  const person = (await personBy(deps, 'EVE@mail.example', [site]))!
  expect(person.aside).toHaveLength(1)
  await erasePerson(deps, person, { by: 'command' }, [site], () => {})
  expect((await waiting()).map(({ foreign_id }) => foreign_id)).toEqual(['2'])
  // Another file publishes none of it.
  await plans('disqus', disqusXml(STORY, post({ id: '5' })))
  expect(await brings('disqus', disqusXml(STORY, post({ id: '9999' })))).toMatchObject({ imported: 1 })
  expect(await waiting()).toEqual([])
  expect(await at('/story').sees()).not.toContain('Eve')
  await imports.wait(site, 'disqus', [aside('3', 'x')], clock.now)
  clock.now += 8 * 86_400_000
  for (let n = 0; n < 3; n++) await retain(deps, 100)
  expect(await waiting()).toEqual([])
})

test('what is put aside while its file is read has a digest in the place of the address', async () => {
  const { deps, site, brings } = await town()
  const kept: string[] = []
  const { imports } = deps.store
  const wait = imports.wait
  imports.wait = async (...asked) => {
    kept.push(JSON.stringify(asked))
    return wait(...asked)
  }
  const eve = post({ id: '1', parent: '2', author: '<name>Eve</name><email>Eve@Mail.example</email>' })
  await brings('disqus', disqusXml(STORY, eve, post({ id: '3' })))
  imports.wait = wait
  expect(kept.join()).toContain('"Eve')
  expect(kept.join()).not.toMatch(/mail\.example/i)
  expect((await personBy(deps, 'eve@mail.example', [site]))!.authors).toHaveLength(1)
})

test('a text that never seems to end hides nothing of what stands behind it', async () => {
  const { brings, at } = await town()
  const long = 'x '.repeat(500_100)
  const xml = disqusXml(
    STORY,
    post({ id: '1', message: long, flags: '<isDeleted>true</isDeleted>' }),
    post({ id: '2', message: long, flags: '<isSpam>true</isSpam>' }),
    post({ id: '3', message: '<p>Here</p>', flags: '<isDeleted>true</isDeleted><isDeleted>false</isDeleted>' }),
    post({ id: '4', message: `<b>beginning</b> ${long}` }),
  )
  const report = await brings('disqus', xml)
  expect(report.statuses).toEqual({ withdrawn: 2, spam: 1, published: 1 })
  expect(report.changed.find(({ reason }) => reason.includes('only the beginning'))?.such).toContain('4')
  expect((await at('/story').reads()).comments.find(({ parent }) => parent === null)?.status).toBe('published')
}, 60_000)

test('one bad row is told, and the import goes on', async () => {
  const { brings, plans, at } = await town()
  const text = waline(
    { url: '//evil.example/x' },
    { url: '//' },
    { status: 'constructor' },
    { status: '__proto__' },
    { objectId: 'x'.repeat(201) },
    {},
  )
  const { skipped } = await plans('waline', text)
  const report = await brings('waline', text)
  expect(report).toMatchObject({ imported: 3, statuses: { pending: 2, published: 1 }, skipped })
  expect((await at('/story').reads()).article.count).toBe(1)
})

test('a second one with the same id is told, also while the first one waits; what waited before is none', async () => {
  const { brings } = await town()
  const rows = [{ objectId: 'a', pid: 'z' }, { objectId: 'a', pid: 'z', comment: 'Again' }, { objectId: 'z' }]
  expect(await brings('waline', waline(...rows))).toMatchObject({ imported: 2, skipped: [{ count: 1, such: ['a'] }] })
  expect(await brings('waline', waline(rows[0]!, rows[2]!))).toMatchObject({ merged: 2, skipped: [] })
})

test('a file in which nothing of the format is found is refused, with a guess of what it is', async () => {
  const { brings, plans } = await town()
  const commento = JSON.stringify({ version: 1, comments: [], commenters: [] })
  await expect(brings('remark42', commento)).rejects.toThrow(/no comment as Remark42 .* “commento”/)
  await expect(plans('disqus', waline({}))).rejects.toThrow('“waline”')
  await expect(brings('wordpress', disqusXml(STORY, post({ id: '1' })))).rejects.toThrow('“disqus”')
})

test('a thousand circles take no longer than as many answers', async () => {
  const { brings } = await town()
  const pairs = Array.from({ length: 1_000 }, (_, n) => [
    post({ id: `a${n}`, parent: `b${n}` }),
    post({ id: `b${n}`, parent: `a${n}` }),
  ])
  const report = await brings('disqus', disqusXml(STORY, ...pairs.flat()))
  expect(report).toMatchObject({ imported: 2_000, skipped: [] })
  expect(report.changed.map(({ count }) => count)).toEqual([1_000])
}, 60_000)

test('a comment whose time is none stands beside its neighbours, also as the first', async () => {
  const { brings, at } = await town()
  await brings(
    'disqus',
    disqusXml(STORY, post({ id: '1', at: 'never' }), post({ id: '2', at: '2012-01-02T03:04:05Z' })),
  )
  const years = (await at('/story').reads()).comments.map(({ createdAt }) => new Date(createdAt).getUTCFullYear())
  expect(years).toEqual([2012, 2012])
})

const drawnPost = fc.record({
  id: fc.nat(700),
  parent: fc.option(fc.nat(720)),
  on: fc.constantFrom('t1', 't2', 't3', 'none'),
  at: fc.constantFrom('2019-01-01T00:00:00Z', '2019-01-01T00:00:00Z', 'never', '2999-01-01T00:00:00Z'),
  message: fc.constantFrom(
    '<p>Word</p>',
    '',
    '&nbsp;',
    '<img src="/a.png">',
    '<style>p{}</style>',
    '<b title=">"></b>',
    `<p>${'long '.repeat(2_500)}</p>`,
  ),
  flags: fc.constantFrom('', '', '<isDeleted>true</isDeleted>', '<isSpam>true</isSpam>'),
})

test('what a dry run tells is what happens', async () => {
  const drawn = fc.array(drawnPost, { minLength: 5, maxLength: 900, size: 'max' })
  await fc.assert(
    fc.asyncProperty(drawn, fc.nat(), async (posts, cut) => {
      const { brings, plans, deps, site } = await town()
      const pages = [STORY, thread('t2', 'https://daily.example/two'), thread('t3', 'https://else.example/')]
      const xml = posts.map(({ id, parent, on, at, message, flags }) =>
        post({ at, id: `${id}`, parent: parent === null ? null : `${parent}`, thread: on, message, flags }),
      )
      const counts = async () => {
        const rows = await deps.store.engine.all<{ key: string; status: string; n: number }>(
          sql`SELECT a.key, c.status, count(*) AS n FROM comments c JOIN articles a ON a.id = c.article_id
            JOIN imported i ON i.comment_id = c.id AND instr(i.foreign_id, char(10)) = 0
            WHERE c.site_id = ${site} GROUP BY 1, 2`,
        )
        return new Map(rows.map(({ key, status, n }) => [`${key} ${status}`, n]))
      }
      for (const some of [xml.slice(0, cut % xml.length), xml]) {
        if (some.length === 0) continue
        const before = await counts()
        const plan = await plans('disqus', disqusXml(...pages, ...some))
        const report = await brings('disqus', disqusXml(...pages, ...some))
        const told = (list: typeof plan.skipped) => list.map(({ reason, count }) => [reason, count]).sort()
        expect(told(plan.skipped)).toEqual(told(report.skipped))
        expect(told(plan.changed)).toEqual(told(report.changed))
        expect(plan.merged).toBe(report.merged)
        for (const { key, statuses } of plan.pages) {
          for (const [status, n] of Object.entries(statuses)) {
            const name = `${key} ${status}`
            before.set(name, (before.get(name) ?? 0) + n)
          }
        }
        expect([...before].sort()).toEqual([...(await counts())].sort())
        expect(plan.comments).toBe(
          report.imported + report.merged + report.skipped.reduce((n, { count }) => n + count, 0),
        )
      }
      expect(await deps.store.doctor.discrepancies()).toEqual([])
    }),
    { numRuns: 5, endOnFailure: true },
  )
}, 120_000)

test.each(['disqus first', 'wordpress first'])(
  'comments that Disqus has copied into WordPress stand once: %s',
  async order => {
    const { brings, plans, at } = await town()
    const there = disqusXml(STORY, post({ id: '901' }), post({ id: '902', parent: '901' }))
    const copied = wordpressXml(
      item(
        'https://daily.example/story',
        comment({ id: '1', disqus: '901' }),
        comment({ id: '2', parent: '1', disqus: '902' }),
        comment({ id: '3', parent: '2', content: 'Only here' }),
      ),
    )
    const files = [
      ['disqus', there],
      ['wordpress', copied],
    ] as const
    for (const [format, text] of order === 'disqus first' ? files : files.toReversed()) {
      const plan = await plans(format, text)
      expect(await brings(format, text)).toMatchObject({ merged: plan.merged, skipped: [], changed: plan.changed })
    }
    const { comments, article } = await at('/story').reads()
    expect(article.count).toBe(3)
    expect(comments.filter(({ parent }) => parent === null)).toHaveLength(1)
    for (const [format, text] of files) expect(await brings(format, text)).toMatchObject({ imported: 0, changed: [] })
  },
)

test('UTF-16, which Windows programs write, is read as JSON, too', async () => {
  const { brings } = await town()
  const text = `\ufeff${waline({})}`
  const bytes = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at++) new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), true)
  expect(await brings('waline', bytes)).toMatchObject({ imported: 1 })
})
