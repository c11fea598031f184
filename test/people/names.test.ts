import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameSkeleton } from '../../server/comments/name-skeleton.ts'
import { world } from '../world.ts'

const open = { settings: { holds: 'none' }, mail: true } as const

describe('a name that belongs to somebody', () => {
  test('of the staff is nobody else’s, however it is disguised', async () => {
    const stage = await world(open)
    const comment = await stage.as('ada').posts('Hello')
    await stage.atDesk('mona')
    const name = `mona-${stage.number}`
    for (const guise of [
      name,
      name.toUpperCase(),
      `m0na ${stage.number}`,
      `mоnа${stage.number}`,
      `ｍｏｎａ ${stage.number}`,
      `m\u200bona-${stage.number}`,
    ]) {
      await expect(stage.as('eve').posts('Trust me', { name: guise })).rejects.toMatchObject({
        code: 'name_imitates',
        status: 422,
      })
      await expect(stage.as('eve').replies(comment, 'Trust me', { name: guise })).rejects.toMatchObject({
        code: 'name_imitates',
      })
    }
    await stage.as('eve').posts('Hello', { name: `${name} the second` })
  })

  test('of somebody who has proved it is theirs, on each of their devices', async () => {
    const stage = await world(open)
    const [ada, ben, eve] = [stage.as('ada'), stage.as('ben'), stage.as('eve')]
    await eve.posts('Before', { name: 'Ali Rezaei' })
    await ada.posts('Mine', { name: 'علی رضایی' })
    await ada.proves('ali@mail.example', stage.mails)
    await expect(eve.posts('Me, too', { name: 'علي رضائي' })).rejects.toMatchObject({ code: 'name_imitates' })
    await ada.posts('Still mine', { name: 'علی رضایی' })
    await ben.proves('ali@mail.example', stage.mails)
    await ben.posts('Mine as well', { name: 'علی رضایی' })
    await eve.posts('Another', { name: 'علی رضایی‌پور' })
  })

  test('goes with whom it belongs to, who may take another', async () => {
    const stage = await world(open)
    const [ada, eve] = [stage.as('ada'), stage.as('eve')]
    await ada.proves('ada@mail.example', stage.mails)
    await ada.posts('First', { name: 'Ada' })
    await ada.posts('Then', { name: 'Ada L.' })
    await expect(eve.posts('x', { name: 'Ada L' })).rejects.toMatchObject({ code: 'name_imitates' })
    await eve.posts('x', { name: 'Ada' })
    expect((await ada.posts('Without', { name: undefined })).author?.name).toBe('Ada L.')
  })

  test('two who have proved who they are may both have had it; who comes later finds another', async () => {
    const stage = await world(open)
    const [ada, ben, eve] = [stage.as('ada'), stage.as('ben'), stage.as('eve')]
    for (const reader of [ada, ben]) await reader.posts('Hello', { name: 'Ali' })
    await ada.proves('a@mail.example', stage.mails)
    await ben.proves('b@mail.example', stage.mails)
    for (const reader of [ada, ben]) await reader.posts('Still Ali', { name: 'Ali' })
    await eve.proves('e@mail.example', stage.mails)
    await expect(eve.posts('Ali, too', { name: 'AIi' })).rejects.toMatchObject({ code: 'name_imitates' })
  })
})

test('a name that became one of the staff’s is theirs from then on, said or not', async () => {
  const stage = await world(open)
  const ada = stage.as('ada')
  await ada.posts('Mine', { name: `Omar-${stage.number}` })
  await ada.proves('ada@mail.example', stage.mails)
  await ada.posts('Still', { name: undefined })
  await stage.atDesk('omar')
  for (const name of [undefined, `Omar-${stage.number}`]) {
    await expect(ada.posts('And now', { name })).rejects.toMatchObject({ code: 'name_imitates' })
  }
  await ada.posts('Another', { name: 'Ada' })
})

const LIKE: Record<string, string[]> = {
  a: ['а', 'α', 'A', '@', 'ａ', 'á', '4'],
  e: ['е', 'E', '3', 'é'],
  i: ['і', 'l', '1', 'I', '|'],
  o: ['о', '0', 'ο', 'O', 'ö'],
  s: ['ѕ', '5', '$'],
  m: ['rn', 'м'.toUpperCase() && 'M'],
  n: ['n', 'N'],
}
const NOTHING = ['', ' ', '\u200b', '\u00ad', '-', '.', '\u2060']

test('a name and any disguise of it have one skeleton', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'abdeghikmnoprstuvz'), { minLength: 1, maxLength: 20 }),
      fc.infiniteStream(fc.nat(100)),
      (letters, chance) => {
        const pick = <T>(from: readonly T[]) => from[chance.next().value % from.length]!
        const disguised = letters.map(letter => pick([letter, ...(LIKE[letter] ?? [])]) + pick(NOTHING)).join('')
        expect(nameSkeleton(disguised)).toBe(nameSkeleton(letters.join('')))
      },
    ),
  )
})

test.each([
  [
    'Nora',
    'Νora',
    'nοra',
    'Noraʼ',
    'ʹNora',
    'Noraꞌ',
    'Noraˑ',
    'Noraー',
    'ᑎOᖇᗩ',
    'N〇ra',
    'Nഠra',
    'Nora\u3164',
    'No\u0c02ra\u093e',
    'Nora✓',
  ],
  ['NINA', 'ΝΙΝΑ', 'пina', 'Νına'],
  ['Yasmin', 'Υasmin', 'Үasmin', 'Ўasmin'],
  ['Νίκος', 'νικος', 'ΝΙΚΟΣ'],
  ['スーパー', 'スーパー'],
])('%s is imitated by none of its looks', (name, ...looks) => {
  for (const look of looks) expect([look, nameSkeleton(look)]).toEqual([look, nameSkeleton(name)])
})

test('a skeleton is its own, for whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), name => {
      expect(nameSkeleton(nameSkeleton(name))).toBe(nameSkeleton(name))
    }),
  )
})

test.each([
  ['Ann', 'Anna'],
  ['Mona', 'Monat'],
  ['Ali', 'Alireza'],
  ['سعید', 'سعیده'],
  ['★', '☆'],
  ['ハト', 'ハート'],
  ['राम', 'रमा'],
  ['Νίκος', 'Nikos'],
])('%s and %s are two names', (a, b) => {
  expect(nameSkeleton(a)).not.toBe(nameSkeleton(b))
})
