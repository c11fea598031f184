import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type JsonItem, jsonItems } from '../../server/exchange/json-items.ts'
import { fileOf, zipped } from './foreign-files.ts'

async function itemsIn(content: string | Uint8Array, arrays: string[], pieceSize?: number): Promise<JsonItem[]> {
  const items: JsonItem[] = []
  for await (const item of jsonItems(fileOf(content, pieceSize), arrays)) items.push(item)
  return items
}

const values = (items: JsonItem[]) => items.map(item => ('value' in item ? item.value : item.fault))

/** What `JSON.parse` finds, with whole numbers that it cannot tell apart as they are written. */
const parsed = (text: string): unknown => {
  const exact = (_: string, value: unknown, { source }: { source?: string }) =>
    Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(source!) ? source : value
  return JSON.parse(text, exact as (key: string, value: unknown) => unknown)
}

/** JSON as programs write it: with and without spaces, with characters escaped or as they are. */
const written = fc
  .tuple(fc.array(fc.jsonValue({ depthSize: 'medium' }), { maxLength: 6 }), fc.constantFrom('', ' ', '\t', '\r\n'))
  .chain(([value, space]) => {
    const text = JSON.stringify(value, null, space)
    return fc.boolean().map(isEscaped => ({
      value,
      text: isEscaped
        ? text.replace(/[^\x00-\x7f]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : text,
    }))
  })

describe('the members of arrays in JSON', () => {
  test('are what JSON.parse finds, wherever the pieces end', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.integer({ min: 1, max: 40 }), async ({ value, text }, pieceSize) => {
        expect(values(await itemsIn(text, [''], pieceSize))).toEqual(parsed(text))
        const within = `{"other": ${text}, "data": {"text": "]}\\"", "comments": ${text}}, "last": [1]}`
        expect(values(await itemsIn(within, ['data.comments'], pieceSize))).toEqual(parsed(text))
        const lines = value.map(each => JSON.stringify(each)).join('\n')
        if (value.length > 0) expect(values(await itemsIn(lines, ['*'], pieceSize))).toEqual(parsed(text))
      }),
      { numRuns: 100, endOnFailure: true },
    )
  })

  test('of a text that is no JSON are refused, or told as faults: never made up', async () => {
    const damaged = fc
      .tuple(written, fc.nat(), fc.constantFrom('', ',', ']', '}', '"', '\\', 'x', '{', '['))
      .map(([{ text }, place, what]) => {
        const at = place % (text.length + 1)
        return text.slice(0, at) + what + text.slice(at + (what === '' ? 1 : 0))
      })
    await fc.assert(
      fc.asyncProperty(damaged, fc.integer({ min: 1, max: 40 }), async (text, pieceSize) => {
        let expected: unknown = null
        try {
          expected = parsed(text)
        } catch {}
        const found = await itemsIn(text, [''], pieceSize).catch(error => error as Error)
        if (Array.isArray(expected)) expect(found).toMatchObject(expected.map(value => ({ value })))
        else if (!(found instanceof Error)) expect(found.some(item => 'fault' in item)).toBe(true)
        else expect(found.message).toMatch(/^The file /)
      }),
      { numRuns: 200, endOnFailure: true },
    )
  })

  test('of a file that was cut off are told up to there, and then that it ends too soon', async () => {
    const text = JSON.stringify({ comments: [{ id: 1 }, { id: 'two' }], people: [] })
    for (let length = 1; length < text.length; length += 1) {
      await expect(itemsIn(text.slice(0, length), ['comments'], 5)).rejects.toThrow('ends too soon')
    }
    await expect(itemsIn(' \n', ['comments'])).rejects.toThrow('is empty')
  })

  test('are sought where they stand, under names spelt in any way, and in each array of the name', async () => {
    expect(
      values(await itemsIn('{"c\\u006fmments":[1],"x":{"comments":[2]},"comments":[3,"[4"],"y":null}', ['comments'])),
    ).toEqual([1, 3, '[4'])
    expect(await itemsIn('{"comments":[1],"people":[2,3]}', ['people', 'comments'])).toMatchObject([
      { in: 'comments', nth: 1 },
      { in: 'people', nth: 1 },
      { in: 'people', nth: 2 },
    ])
    expect(await itemsIn('{"comments":null}', ['comments'])).toEqual([])
    for (const other of ['{"comment":[1]}', '{"comments":{"1":1}}', '[1]', '"comments"', '12'])
      await expect(itemsIn(other, ['comments'])).rejects.toThrow('no comments where')
  })

  test('keep numbers that are larger than a number can tell apart', async () => {
    const text = '[9007199254740993, {"id": -9007199254740995, "near": 9007199254740991, "pi": 3.14159265358979323846}]'
    expect(values(await itemsIn(text, ['']))).toEqual([
      '9007199254740993',
      { id: '-9007199254740995', near: 9007199254740991, pi: Math.PI },
    ])
  })

  test('that are nested without end or longer than memory are faults, and the next one is read', async () => {
    const deep = `${'['.repeat(100_000)}1${']'.repeat(100_000)}`
    const long = JSON.stringify('x'.repeat(17 * 1024 * 1024))
    const found = await itemsIn(`[${deep},${long},{"a":},"good"]`, [''], 1_000_000)
    expect(values(found)).toEqual([
      'It is nested more than 64 deep.',
      'It is longer than 16 million characters.',
      'It is no JSON.',
      'good',
    ])
    // What is walked over may be as deep as it likes.
    expect(values(await itemsIn(`{"other":${deep},"comments":["good"]}`, ['comments']))).toEqual(['good'])
  })

  test('are read from what gzip has compressed, and how far it is counts the file’s own bytes', async () => {
    const text = JSON.stringify(Array.from({ length: 20_000 }, (_, id) => ({ id, text: 'again and again' })))
    const bytes = await zipped(text)
    const found = await itemsIn(bytes, [''], 50)
    expect(found.length).toBe(20_000)
    expect(found.at(-1)!.read).toBeLessThanOrEqual(bytes.length)
    await expect(itemsIn(bytes.slice(0, -20), [''])).rejects.toThrow('damaged or was cut off')
    await expect(itemsIn(bytes.with(bytes.length >> 1, 0x5a), [''])).rejects.toThrow(/damaged|no JSON|too soon/)
  })

  test('begin behind a byte order mark', async () => {
    expect(values(await itemsIn('\ufeff["a"]', [''], 1))).toEqual(['a'])
  })
})
