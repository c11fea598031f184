import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../server/comments/text.ts'
import { plainText } from '../people.ts'
import { world } from '../world.ts'

const MINUTE = 60_000
const refusal = (code: string) => expect.objectContaining({ code })

describe('an author who changes a comment', () => {
  test('within 15 minutes is seen with the new text, marked as edited, and found by it', async () => {
    const { as, clock, atDesk } = await world({ settings: { holds: 'none' } })
    const mona = await atDesk('mona')
    const one = await as('ada').posts('Teh ferry')
    clock.now += 14 * MINUTE
    const before = (await as('ben').reads()).article.revision
    const changed = await as('ada').revises(one, 'The *ferry*')
    expect([changed.status, changed.editedAt]).toEqual(['published', clock.now])
    expect(await as('ben').sees()).toEqual(['The ferry'])
    expect((await as('ben').reads()).article.revision).toBe(before + 1)
    expect((await mona.file(one)).editions).toMatchObject([{ text: 'Teh ferry', by: null }])
    const { log } = await mona.case(one)
    expect(log.map(({ ruling, ruler, to }) => [ruling, ruler, to])).toEqual([
      ['post', 'rules', 'published'],
      ['revise', 'author', 'published'],
    ])
    const search = (q: string) => mona.queue('all', { q })
    expect((await search('the')).cases.map(({ id }) => id)).toEqual([one.id])
    expect((await search('teh')).cases).toEqual([])
  })

  test('after that cannot, by the server’s clock; only what waits goes on being changeable', async () => {
    const { as, clock, atDesk } = await world()
    const mona = await atDesk('mona')
    const one = await as('ada').posts('First')
    expect((await as('ada').asksSource(one)).left).toBeNull()
    clock.now += 3 * 60 * MINUTE
    expect((await as('ada').revises(one, 'Changed while it waits')).status).toBe('pending')
    await mona.rules(one, 'approve')
    expect((await as('ada').asksSource(one)).left).toBe(0)
    await expect(as('ada').revises(one, 'Too late')).rejects.toEqual(refusal('edit_over'))
    const two = await as('ada').posts('Second')
    expect((await as('ada').asksSource(two)).left).toBeLessThanOrEqual(15 * MINUTE)
    clock.now += 15 * MINUTE
    await expect(as('ada').revises(two, 'Too late')).rejects.toEqual(refusal('edit_over'))
    expect(await as('ben').sees()).toEqual(['Second', 'Changed while it waits'])
  })

  test('never can where the site says so, and for as long as it says elsewhere', async () => {
    const never = await world({ settings: { holds: 'none', editMinutes: 0 } })
    const one = await never.as('ada').posts('One')
    await expect(never.as('ada').revises(one, 'Two')).rejects.toEqual(refusal('edit_over'))
    const long = await world({ settings: { holds: 'none', editMinutes: 60 } })
    const other = await long.as('ada').posts('One')
    long.clock.now += 59 * MINUTE
    expect(plainText(await long.as('ada').revises(other, 'Two'))).toBe('Two')
  })

  test('whose first comment was approved waits again with another text, and not for taking that back', async () => {
    const { as, atDesk } = await world()
    const mona = await atDesk('mona')
    const one = await as('ada').posts('A kind word')
    await mona.rules(one, 'approve')
    const changed = await as('ada').revises(one, 'Buy my pills')
    expect([changed.status, changed.reason]).toEqual(['pending', null])
    expect(await as('ben').sees()).toEqual([])
    expect(await mona.sees('pending')).toEqual(['Buy my pills'])
    expect((await mona.case(one)).case.isReviewed).toBe(false)
    const back = await as('ada').revises(one, 'A kind word')
    expect(back.status).toBe('published')
    expect((await mona.case(one)).case).toMatchObject({ isReviewed: true, status: 'published' })
  })

  test('who is a guest on a site that reads everything first waits with every change', async () => {
    const { as, atDesk } = await world({ settings: { holds: 'all' } })
    const mona = await atDesk('mona')
    const one = await as('ada').posts('Fine')
    await mona.rules(one, 'approve')
    expect((await as('ada').revises(one, 'Not so fine')).status).toBe('pending')
  })

  test('is refused by the rules as a post is, and told why', async () => {
    const { as, deps, site } = await world({ settings: { holds: 'none' } })
    await deps.store.lists.put(site, { kind: 'refused_words', language: '', entries: 'pills' }, 0, {
      person: null,
      at: deps.clock(),
    })
    const one = await as('ada').posts('A kind word')
    const changed = await as('ada').revises(one, 'Buy my pills')
    expect([changed.status, changed.reason]).toEqual(['rejected', 'unwanted_words'])
    expect(await as('ben').sees()).toEqual([])
    await expect(as('ada').revises(one, 'Sorry')).rejects.toEqual(refusal('edit_over'))
  })

  test('does not publish by a change what waits for a moderator', async () => {
    const { as, atDesk } = await world({ settings: { holds: 'none', linksAllowed: 0 } })
    const mona = await atDesk('mona')
    const one = await as('ada').posts('See https://spam.example')
    expect(one.status).toBe('pending')
    expect((await as('ada').revises(one, 'See nothing')).status).toBe('pending')
    expect((await mona.case(one)).case.findings).toEqual([])
    await mona.rules(one, 'approve')
    expect(await as('ben').sees()).toEqual(['See nothing'])
  })

  test('waits when a moderator had edited the text before', async () => {
    const { as, atDesk } = await world({ settings: { holds: 'none' } })
    const mona = await atDesk('mona')
    const one = await as('ada').posts('His number is 12345')
    await mona.acts(one, 'edit', { text: 'His number is …' })
    expect((await as('ada').revises(one, 'His number is 12345!')).status).toBe('pending')
  })

  test('does not lose a moderator’s mark by a change that is taken back', async () => {
    const { as, atDesk } = await world({ settings: { holds: 'none' } })
    const one = await as('ada').posts('Bad words')
    await (await atDesk('mona')).acts(one, 'edit', { text: 'Good words' })
    expect((await as('ada').revises(one, 'Other words')).status).toBe('pending')
    const back = await as('ada').revises(one, 'Good words')
    expect([back.status, back.marks]).toEqual(['published', ['edited']])
    expect((await as('ada').revises(one, 'Bad words')).status).toBe('pending')
    expect(await as('ben').sees()).toEqual([])
  })

  test('changes nothing with the same text, at any time', async () => {
    const { as, clock, atDesk } = await world({ settings: { holds: 'none' } })
    const one = await as('ada').posts('\n  The ferry\r\n')
    clock.now += 60 * MINUTE
    expect((await as('ada').revises(one, '  The ferry\n\n')).editedAt).toBeNull()
    expect((await (await atDesk('mona')).case(one)).case.version).toBe(1)
  })

  test('is told when somebody was first', async () => {
    const { as, atDesk } = await world({ settings: { holds: 'none' } })
    const mona = await atDesk('mona')
    const one = await as('ada').posts('One')
    const { version } = await as('ada').asksSource(one)
    await mona.acts(one, 'edit', { text: 'One, shortened' })
    await expect(as('ada').revises(one, 'Two', { seen: version })).rejects.toEqual(refusal('stale_version'))
    await mona.rules(one, 'reject')
    await expect(as('ada').revises(one, 'Two')).rejects.toEqual(refusal('edit_over'))
  })

  test('cannot in a closed thread, a locked branch, when banned, or with a warning unread', async () => {
    const { as, atDesk, site } = await world({ settings: { holds: 'none' } })
    const mona = await atDesk('mona')
    const one = await as('ada').posts('One')
    await mona.acts(one, 'lock')
    await expect(as('ada').revises(one, 'Two')).rejects.toEqual(refusal('branch_locked'))
    await mona.acts(one, 'unlock')
    await mona.acts(one, 'warn', { words: 'Please mind your words' })
    await expect(as('ada').revises(one, 'Two')).rejects.toEqual(refusal('warning_unread'))
    await as('ada').acknowledges()
    await mona.acts(one, 'ban')
    await expect(as('ada').revises(one, 'Two')).rejects.toEqual(refusal('banned'))
    await mona.acts(one, 'lift')
    const olga = await atDesk('olga')
    const closes = (isClosed: boolean) =>
      olga.asks('/api/desk/articles', { method: 'PATCH', json: { site, key: '/news/1', isClosed } })
    await closes(true)
    await expect(as('ada').revises(one, 'Two')).rejects.toEqual(refusal('thread_closed'))
    await closes(false)
    expect(plainText(await as('ada').revises(one, 'Two'))).toBe('Two')
  })

  test('cannot change what others wrote, and learns nothing of what waits', async () => {
    const { as } = await world()
    const one = await as('ada').posts('Mine')
    await expect(as('ben').revises(one, 'Yours')).rejects.toEqual(refusal('unknown_comment'))
    await expect(as('ben').asksSource(one)).rejects.toEqual(refusal('unknown_comment'))
    await as('ben').posts('Hello')
    await expect(as('ben').asksSource(one)).rejects.toEqual(refusal('unknown_comment'))
    await expect(as('ben').asksEditions(one)).rejects.toEqual(refusal('unknown_comment'))
  })

  test('at once in two tabs leaves one text, and all that is kept agrees with it', async () => {
    const { as, atDesk, deps } = await world({ settings: { holds: 'none' } })
    const one = await as('ada').posts('Zero')
    const texts = Array.from({ length: 6 }, (_, n) => `Text ${n}`)
    await Promise.allSettled(texts.map(text => as('ada').revises(one, text)))
    const [seen] = await as('ben').sees()
    const file = await (await atDesk('mona')).file(one)
    const { version } = (await (await atDesk('mona')).case(one)).case
    expect(texts).toContain(seen)
    expect(file.editions.length).toBe(version - 1)
    expect(await deps.store.doctor.discrepancies()).toEqual([])
  })
})

test('whatever is typed comes back exactly, and saving it again changes nothing', async () => {
  const { as } = await world({ settings: { holds: 'none', repeatsAllowed: 0 } })
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          '*',
          '_',
          '> ',
          '- ',
          '\n',
          '\r\n',
          '  ',
          '\t',
          '`',
          '&amp;',
          '<b>',
          'ی\u200cک',
          '\u202e',
          '@',
          'e\u0301',
        ),
      )
      .map(all => all.join('')),
  )
  await fc.assert(
    fc.asyncProperty(typed, async text => {
      const raw = `x${text}`
      const one = await as('ada').posts(raw)
      const source = await as('ada').asksSource(one)
      expect(source.text).toBe(cleanText(raw))
      const same = await as('ada').revises(one, source.text)
      expect([same.editedAt, same.tree]).toEqual([null, one.tree])
    }),
    { numRuns: 40 },
  )
}, 30_000)

describe('what a comment said before', () => {
  test('is told to its author, and to others where the site shows it', async () => {
    const { as } = await world({ settings: { holds: 'none', showsEditions: true } })
    const one = await as('ada').posts('First')
    await as('ada').revises(one, 'Second')
    await as('ada').revises(one, 'Third')
    expect(await as('ada').asksEditions(one)).toEqual(['Second', 'First'])
    expect(await as('ben').asksEditions(one, 'anybody')).toEqual(['Second', 'First'])
    const quiet = await world({ settings: { holds: 'none' } })
    const other = await quiet.as('ada').posts('First')
    await quiet.as('ada').revises(other, 'Second')
    expect(await quiet.as('ada').asksEditions(other)).toEqual(['First'])
    await expect(quiet.as('ben').asksEditions(other, 'anybody')).rejects.toEqual(refusal('unknown_comment'))
  })

  test('is told a few times at once, because each of it is read anew', async () => {
    const { as, send } = await world({ settings: { holds: 'none' }, limits: true })
    const one = await as('ada').posts('Before')
    const headers = as('ada').headers({ 'x-test-client': '192.0.2.7' })
    const statuses: number[] = []
    for (let times = 0; times < 15; times++) {
      statuses.push((await send(`/api/comments/${one.id}/editions`, { headers })).status)
    }
    expect(statuses).toEqual([...Array(10).fill(200), ...Array(5).fill(429)])
  })

  test('never tells what was not public, nor what a moderator took away', async () => {
    const { as, atDesk } = await world({ settings: { showsEditions: true } })
    const mona = await atDesk('mona')
    const one = await as('ada').posts('Never public')
    await as('ada').revises(one, 'Approved')
    await mona.rules(one, 'approve')
    expect(await as('ben').asksEditions(one, 'anybody')).toEqual([])
    await as('ada').revises(one, 'Waits')
    await mona.rules(one, 'approve')
    expect(await as('ben').asksEditions(one, 'anybody')).toEqual(['Approved'])
    await mona.acts(one, 'edit', { text: 'Without the number' })
    expect(await as('ben').asksEditions(one, 'anybody')).toEqual([])
    expect(await as('ada').asksEditions(one)).toHaveLength(3)
  })
})

describe('an author who deleted a comment', () => {
  test('takes that back, and it is what it was before', async () => {
    const { as, atDesk } = await world({ settings: { holds: 'none' } })
    const mona = await atDesk('mona')
    const one = await as('ada').posts('One')
    const waiting = await as('eve').posts('https://a.example https://b.example https://c.example')
    await as('ada').withdraws(one)
    await as('eve').withdraws(waiting)
    expect(await as('ben').sees()).toEqual([])
    expect((await as('ada').restores(one)).status).toBe('published')
    expect((await as('ada').restores(one)).status).toBe('published')
    expect((await as('eve').restores(waiting)).status).toBe('pending')
    expect(await as('ben').sees()).toEqual(['One'])
    await expect(as('ben').restores(one)).rejects.toEqual(refusal('not_yours'))
    expect((await mona.case(one)).log.map(({ ruling }) => ruling)).toEqual(['post', 'withdraw', 'restore'])
  })

  test('does so as often as one may change a text, and can delete it in any case', async () => {
    const { as } = await world({ settings: { holds: 'none' }, limits: true })
    const one = await as('ada').posts('Here and gone')
    const turns = async () => {
      for (let turn = 0; turn < 50; turn++) {
        await as('ada').withdraws(one)
        await as('ada').restores(one)
      }
    }
    await expect(turns()).rejects.toEqual(refusal('too_many_requests'))
    expect((await as('ada').withdraws(one)).status).toBe('withdrawn')
  })

  test('cannot after 30 days, nor when banned', async () => {
    const { as, atDesk, clock } = await world({ settings: { holds: 'none' } })
    const mona = await atDesk('mona')
    const one = await as('ada').posts('One')
    const two = await as('ada').posts('Two')
    await as('ada').withdraws(one)
    await as('ada').withdraws(two)
    await mona.acts(one, 'ban', { until: clock.now + 1000 })
    await expect(as('ada').restores(one)).rejects.toEqual(refusal('banned'))
    clock.now += 31 * 24 * 60 * MINUTE
    await expect(as('ada').restores(one)).rejects.toEqual(refusal('ruling_not_allowed'))
  })
})
