import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ForeignFormat } from '../../../server/exchange/foreign.ts'
import { artalk } from '../../../server/exchange/formats/artalk.ts'
import { commento } from '../../../server/exchange/formats/commento.ts'
import { remark42 } from '../../../server/exchange/formats/remark42.ts'
import { waline } from '../../../server/exchange/formats/waline.ts'
import artrans from '../fixtures/artalk.artrans?raw'
import comentario from '../fixtures/comentario.json?raw'
import export1 from '../fixtures/commento.json?raw'
import backup from '../fixtures/remark42.jsonl?raw'
import saved from '../fixtures/waline.json?raw'
import { fileOf, readAll, zipped } from '../foreign-files.ts'

const FILES: [string, ForeignFormat, string][] = [
  ['Remark42', remark42, backup],
  ['Commento', commento, export1],
  ['Comentario', commento, comentario],
  ['Waline', waline, saved],
  ['Artalk', artalk, artrans],
]

const STATUSES = ['published', 'pending', 'spam', 'rejected', 'withdrawn']
const isText = (value: unknown) => value === null || typeof value === 'string'
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0

/** Whatever a file has in it: what is read of it has the shape that everything after it relies on, or is told in words. */
async function expectShape(format: ForeignFormat, content: string | Uint8Array): Promise<void> {
  const found = await readAll(format, fileOf(content, 97)).catch((error: Error) => error)
  if (found instanceof Error) {
    expect(found.message).toMatch(/^Th(e|is) .+\.$/)
    return
  }
  for (const { fault, at } of found.faults)
    expect([fault, at]).toEqual([expect.stringMatching(/\.$/), expect.any(String)])
  for (const comment of found.comments) {
    const { id, parent, page, at, name, email, author, isStaff, text, status, votes } = comment
    expect(id).toMatch(/\S/)
    expect([parent, page.url, page.identifier, page.title, name, email, author].every(isText)).toBe(true)
    expect(parent).not.toBe(id)
    expect(at === null || Number.isSafeInteger(at)).toBe(true)
    expect(typeof isStaff).toBe('boolean')
    expect(Object.values(text)).toEqual([expect.any(String)])
    expect(STATUSES).toContain(status)
    expect([votes.up, votes.down].every(isCount)).toBe(true)
  }
}

/** Puts something of another kind in the place of values, chosen by their turn. */
function withOthers(text: string, others: readonly unknown[], every: number): string {
  const lines = text.trim().startsWith('{"version":1,"users"') ? text.trim().split('\n').slice(0, -1) : [text]
  let turn = 0
  return lines
    .map(line =>
      JSON.stringify(
        JSON.parse(line, (name, value) => {
          // What tells the kind of file stays: the rest would only be refused.
          if (['version', 'comments', 'data', 'Comment', '', 'id', 'objectId', 'commentHex'].includes(name))
            return value
          turn += 1
          return turn % every === 0 ? others[turn % others.length] : value
        }),
      ),
    )
    .join('\n')
}

const others = fc.array(
  fc.oneof(fc.jsonValue(), fc.string(), fc.double(), fc.constantFrom(null, -1, 1e300, true, [])),
  {
    minLength: 1,
    maxLength: 8,
  },
)

describe.each(FILES)('a file of %s', (_, format, text) => {
  test('may have anything in the place of anything', async () => {
    await fc.assert(
      fc.asyncProperty(others, fc.integer({ min: 1, max: 7 }), (values, every) =>
        expectShape(format, withOthers(text, values, every)),
      ),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('may be cut off anywhere and have any byte flipped, compressed or not', async () => {
    const plain = new TextEncoder().encode(text)
    const files = [plain, await zipped(text)]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        (which, end, at, bits) => {
          const bytes = files[which]!
          const damaged = bytes.slice(0, end % 3 ? bytes.length : end % bytes.length)
          if (damaged.length > 0) damaged[at % damaged.length]! ^= bits
          return expectShape(format, damaged)
        },
      ),
      { numRuns: 60, endOnFailure: true },
    )
  })

  test('may be of another format: that is said, or nothing of it is a comment', async () => {
    for (const [, , other] of FILES) await expectShape(format, other)
  })
})

test('a chain of 5,000 answers, the last one first, is read as it stands', async () => {
  const chain = Array.from({ length: 5_000 }, (_, at) => ({
    id: String(5_000 - at),
    rid: String(4_999 - at),
    content: `No. ${5_000 - at}`,
    created_at: '2021-10-28 20:50:15 +0800',
    page_key: '/chain',
  }))
  const { comments } = await readAll(artalk, fileOf(JSON.stringify(chain)))
  expect(comments.map(({ id, parent }) => [id, parent])).toEqual(
    chain.map(({ id, rid }) => [id, rid === '0' ? null : rid]),
  )
})
