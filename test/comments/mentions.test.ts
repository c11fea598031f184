import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlOf } from '../../server/comments/html.ts'
import { readId } from '../../server/comments/ids.ts'
import { treeOf } from '../../server/comments/markdown.ts'
import { namesIn } from '../../server/comments/mentions.ts'
import type { Preview } from '../../server/contract.ts'
import { answerOf, plainText } from '../people.ts'
import { world } from '../world.ts'

const refusal = (code: string) => expect.objectContaining({ code })

describe('a name that is called', () => {
  test.each([
    ['Hello @Ada!', ['Ada'], ['Ada']],
    ['@Ada Lovelace said', ['Ada', 'Ada Lovelace'], ['Ada Lovelace']],
    ['سلام @علی، خوبی؟', ['علی'], ['علی']],
    ['@Adam', ['Ada'], []],
    ['me@Ada', ['Ada'], []],
    ['`@Ada` and **@Ada**', ['Ada'], ['Ada']],
    ['> @Ada\n\n- @Ada', ['Ada'], ['Ada', 'Ada']],
    ['@a.*b', ['a.*b'], ['a.*b']],
    ['@Ada', [], []],
  ])('%j with %j', (text, names, called) => {
    expect(namesIn(treeOf(text, names))).toEqual(called)
  })

  test('stands out in HTML, and is as hostile as any other text', () => {
    expect(htmlOf(treeOf('@<b>', ['<b>']))).toBe('<p dir="auto"><strong dir="auto">@&#60;b&#62;</strong></p>')
  })

  test('changes nothing of what is said, whatever the names are', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1 }), { maxLength: 10 }), (text, names) => {
        const said = `${text} @${names[0] ?? ''} x`
        expect(plainText({ tree: treeOf(said, names) })).toBe(plainText({ tree: treeOf(said) }))
      }),
    )
  })
})

describe('calling somebody', () => {
  test('is kept with the comment, for the one who was meant among several of a name', async () => {
    const { as, deps } = await world({ settings: { holds: 'none' } })
    const ali = await as('ben').posts('One Ali', { name: 'Ali' })
    await as('chiara').posts('Another Ali', { name: 'Ali' })
    const one = await as('ada').posts('I agree with @Ali, not with @Darya', { mentions: [ali.id] })
    expect(namesIn(one.tree)).toEqual(['Ali'])
    const called = await deps.store.mentions.of(readId(one.id)!)
    expect(called).toEqual([{ author: expect.any(Number), name: 'Ali' }])
    const changed = await as('ada').revises(one, 'Still with @Ali')
    expect(namesIn(changed.tree)).toEqual(['Ali'])
    await as('ada').revises(one, 'With nobody')
    expect(await deps.store.mentions.of(readId(one.id)!)).toEqual([])
  })

  test('leads to nobody from another page, for what waits, and for what is no id', async () => {
    const { as, deps, page } = await world({ settings: { holds: 'none' } })
    const elsewhere = await as('ben', `${page}-2`).posts('Elsewhere', { name: 'Ben' })
    const waiting = await as('eve').posts('https://a.example https://b.example https://c.example', { name: 'Eve' })
    const one = await as('ada').posts('@Ben @Eve', { mentions: [elsewhere.id, waiting.id, '%', 'zzzzzzzz'] })
    expect(namesIn(one.tree)).toEqual([])
    expect(await deps.store.mentions.of(readId(one.id)!)).toEqual([])
  })

  test('of 500 people is refused in words, and nothing is stored', async () => {
    const { as } = await world({ settings: { holds: 'none' } })
    const mentions = Array.from({ length: 500 }, (_, n) => `c${n}`)
    await expect(as('ada').posts('Everybody!', { mentions })).rejects.toEqual(refusal('too_many_mentions'))
    expect(await as('ben').sees()).toEqual([])
  })

  test('stays when a moderator edits the text', async () => {
    const { as, atDesk } = await world({ settings: { holds: 'none' } })
    const ben = await as('ben').posts('Hi', { name: 'Ben' })
    const one = await as('ada').posts('@Ben you are a fool', { mentions: [ben.id] })
    await (await atDesk('mona')).acts(one, 'edit', { text: '@Ben you are wrong' })
    const { comments } = await as('ben').reads()
    expect(namesIn(comments.find(({ id }) => id === one.id)!.tree)).toEqual(['Ben'])
  })
})

test('a preview is what the comment will be, without a token or a preflight', async () => {
  const { as, send, site } = await world({ settings: { holds: 'none' } })
  const text = '> quoted\n\n*Hello* @Ben\n\n```\ncode\n```'
  const ben = await as('ben').posts('Hi', { name: 'Ben' })
  const body = JSON.stringify({ site, text, names: ['Ben'] })
  const headers = { 'content-type': 'text/plain' }
  const { tree } = await answerOf<Preview>(await send('/api/preview', { method: 'POST', headers, body }))
  expect(tree).toEqual((await as('ada').posts(text, { mentions: [ben.id] })).tree)
  await expect(send('/api/preview', { method: 'POST', json: { site, text: ' ' } }).then(answerOf)).rejects.toEqual(
    refusal('text_empty'),
  )
})

test('a site’s guidelines come with the thread, as a tree', async () => {
  const { as } = await world({ settings: { guidelines: 'Be **kind**.' } })
  const { policy } = await as('ada').reads()
  expect(policy).toMatchObject({ editMinutes: 15, showsEditions: false })
  expect(policy.guidelines).toEqual([{ type: 'p', children: ['Be ', { type: 'strong', children: ['kind'] }, '.'] }])
})
