import { describe, expect, test } from 'vitest'
import type { News } from '../../server/contract.ts'
import type { Reader } from '../people.ts'
import { plainText } from '../people.ts'
import { world } from '../world.ts'

const open = { settings: { holds: 'none' } } as const
const held = { settings: { holds: 'all' } } as const

const newsOf = async (reader: Reader) => (await reader.lists<News>('news')).news
const toldOf = async (reader: Reader) =>
  (await newsOf(reader)).map(({ kind, comment, isNew }) => [kind, comment.status, plainText(comment), isNew])
const countOf = async (reader: Reader) => (await reader.looksAtOwn()).news

describe('the news of one’s own', () => {
  test('are answers of others that can be read, the newest first, until they were looked at', async () => {
    const { as } = await world(open)
    const ada = as('ada')
    const own = await ada.posts('What do you think?')
    await ada.posts('I answer myself', { parent: own.id })
    await as('ben').posts('Much', { parent: own.id })
    await as('chiara').posts('Little', { parent: own.id })
    await as('darya').posts('Not about that')
    expect(await toldOf(ada)).toEqual([
      ['reply', 'published', 'Little', true],
      ['reply', 'published', 'Much', true],
    ])
    expect(await countOf(ada)).toBe(2)
    await ada.seesNews((await newsOf(ada))[1]!.at)
    expect(await countOf(ada)).toBe(1)
    await ada.seesNews(Number.MAX_SAFE_INTEGER)
    expect(await countOf(ada)).toBe(0)
    // Nobody has looked at what has not come.
    await as('ben').posts('More', { parent: own.id })
    expect(await countOf(ada)).toBe(1)
    expect(await newsOf(as('darya'))).toEqual([])
  })

  test('tell nothing of an answer that waits, was taken away, or is by somebody muted', async () => {
    const stage = await world(held)
    const { as } = stage
    const mona = await stage.atDesk('mona')
    const own = await as('ada').posts('Mine')
    await mona.rules(own, 'approve')
    await as('ada').seesNews(stage.clock.now + 1)
    stage.clock.now += 10
    const waiting = await as('ben').posts('Waits', { parent: own.id })
    expect(await countOf(as('ada'))).toBe(0)
    await mona.rules(waiting, 'approve')
    expect(await toldOf(as('ada'))).toContainEqual(['reply', 'published', 'Waits', true])
    await as('ada').mutes(waiting)
    expect(await countOf(as('ada'))).toBe(0)
    await as('ada').mutes(waiting, false)
    await mona.rules(waiting, 'reject', { reason: 'abuse' })
    expect(await countOf(as('ada'))).toBe(0)
  })

  test('are what was decided about one’s comments, with the reason, and what became of an appeal', async () => {
    const stage = await world(held)
    const { as } = stage
    const mona = await stage.atDesk('mona')
    const one = await as('ada').posts('One')
    const two = await as('ada').posts('Two')
    await as('ada').posts('Three waits')
    expect(await toldOf(as('ada'))).toEqual([])
    await mona.rules(one, 'approve')
    await mona.rules(two, 'spam')
    expect(await toldOf(as('ada'))).toEqual([
      ['decided', 'rejected', 'Two', true],
      ['decided', 'published', 'One', true],
    ])
    await as('ada').appeals(two)
    await (await stage.atDesk('omar')).acts(two, 'decline', { words: 'It is advertising.' })
    const [told] = await newsOf(as('ada'))
    expect(told).toMatchObject({ kind: 'declined', permalink: null })
    expect(told!.comment.told?.appeal?.words).toBe('It is advertising.')
    await mona.rules(one, 'reject', { reason: 'off_topic' })
    expect(await newsOf(as('ada'))).toMatchObject([{ comment: { reason: 'off_topic' } }, { kind: 'declined' }])
    await as('ada').appeals(one)
    await (await stage.atDesk('omar')).rules(one, 'approve')
    expect((await toldOf(as('ada')))[0]).toEqual(['granted', 'published', 'One', true])
    await as('ada').withdraws(one)
    expect((await newsOf(as('ada'))).map(({ kind }) => kind)).toEqual(['declined'])
  })

  test('that nobody looked at for a month are no longer new', async () => {
    const stage = await world(open)
    const own = await stage.as('ada').posts('Mine')
    await stage.as('ben').posts('An answer', { parent: own.id })
    stage.clock.now += 31 * 24 * 3_600_000
    expect(await countOf(stage.as('ada'))).toBe(0)
    expect(await toldOf(stage.as('ada'))).toEqual([['reply', 'published', 'An answer', false]])
  })
})
