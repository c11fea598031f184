import { sql } from 'drizzle-orm'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import type { PublishedFormat } from '../../server/contract.ts'
import { publishedAs } from '../../server/exchange/published.ts'
import { world } from '../world.ts'

async function exported(stage: Awaited<ReturnType<typeof world>>, format: PublishedFormat): Promise<string> {
  let text = ''
  const asked = { site: stage.site, origin: 'https://parley.example' }
  for await (const some of publishedAs(format, stage.deps.store.engine, asked)) text += some
  return text
}

async function thread() {
  const stage = await world({ settings: { holds: 'none' } })
  const first = await stage.as('ada').posts('=HYPERLINK("https://evil.example") & <b>bold</b>', { name: '+Ada' })
  await stage.as('ben').replies(first, 'A "reply"\nof two lines, و فارسی', { name: 'Ben' })
  const gone = await stage.as('eve').posts('Gone but answered')
  await stage.as('ben').replies(gone, 'Too late ]]> &amp; so on')
  await stage.as('eve').withdraws(gone)
  const held = await stage.as('darya').posts('Not for the public')
  await (await stage.atDesk('mona')).rules(held, 'reject', { reason: 'spam' })
  return stage
}

test('as CSV: what is published, in cells that no spreadsheet computes', async () => {
  const text = await exported(await thread(), 'csv')
  expect(text.startsWith('\ufeff"id","parent","at"')).toBe(true)
  expect(text).toContain(`"'=HYPERLINK(""https://evil.example"") & <b>bold</b>"`)
  expect(text).toContain(`"'+Ada"`)
  expect(text).toContain('"A ""reply""\nof two lines, و فارسی"')
  expect(text.split('\r\n')).toHaveLength(5)
  expect(text).not.toMatch(/Gone but answered|Not for the public/)
})

test('as Disqus has it: threads, posts and parents, deleted ones without their words, and nothing that XML forbids', async () => {
  const stage = await thread()
  await stage.deps.store.engine.write([
    sql`UPDATE articles SET title = ${'A\u0001 <title> \ufffe& more'} WHERE site_id = ${stage.site}`,
  ])
  const text = await exported(stage, 'disqus')
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  expect(text).not.toMatch(/Gone but answered|Not for the public/)
  const posts: { id: string; deleted: string; message: string; parent: string | null }[] = []
  let [inside, depth] = ['', 0]
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        inside = name
        if (name === 'post') posts.push({ id: attributes['dsq:id']!, deleted: '', message: '', parent: null })
        if (name === 'parent') posts.at(-1)!.parent = attributes['dsq:id']!
      },
      ontext(some) {
        if (inside === 'message' && posts.length > 0) posts.at(-1)!.message += some
        if (inside === 'isDeleted' && posts.length > 0) posts.at(-1)!.deleted += some
      },
      onclosetag() {
        depth -= 1
        inside = ''
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  expect(depth).toBe(0)
  expect(posts).toHaveLength(4)
  expect(posts.map(({ deleted }) => deleted)).toEqual(['false', 'false', 'true', 'false'])
  expect(posts[1]!.parent).toBe(posts[0]!.id)
  expect(posts[3]!.parent).toBe(posts[2]!.id)
  expect(posts[0]!.message).toContain('&#60;b&#62;bold')
  expect(posts[3]!.message).toContain(']]&#62;')
})
