import { describe, expect, test } from 'vitest'
import { readId } from '../../server/comments/ids.ts'
import { readerOn } from '../../server/people/reader.ts'
import { world } from '../world.ts'

const open = { settings: { holds: 'none' }, mail: true } as const

describe('what a stolen token cannot do', () => {
  test('erase, end the other sessions or read the address: that takes a fresh proof, made for it', async () => {
    const stage = await world(open)
    const ada = stage.as('ada')
    await ada.posts('Mine')
    await ada.proves('ada@mail.example', stage.mails)
    await expect(ada.erases()).rejects.toMatchObject({ code: 'proof_needed', status: 403 })
    await expect(ada.signsOut({ everywhere: 'yes' })).rejects.toMatchObject({ code: 'proof_needed' })
    const { proof } = await ada.proves(undefined, stage.mails, { purpose: 'export' })
    expect(stage.mails.at(-1)!.to).toBe('ada@mail.example')
    await expect(ada.erases(proof)).rejects.toMatchObject({ code: 'proof_needed' })
    expect(JSON.stringify(await ada.exports({ proof: proof! }))).toContain('ada@mail.example')
    stage.clock.now += 600_000
    await expect(ada.exports({ proof: proof! })).rejects.toMatchObject({ code: 'proof_needed' })
  })

  test('nor does an address of the thief’s own prove anything', async () => {
    const stage = await world(open)
    const ada = stage.as('ada')
    await ada.proves('ada@mail.example', stage.mails)
    for (const purpose of ['erase', 'sign_out', 'export', 'link']) {
      await expect(ada.proves('eve@mail.example', stage.mails, { purpose })).rejects.toMatchObject({
        code: 'proof_needed',
      })
    }
    expect((await ada.account()).ways).toHaveLength(1)
    await expect(stage.as('eve').proves(undefined, stage.mails, { purpose: 'erase' })).rejects.toMatchObject({
      code: 'proof_needed',
    })
  })

  test('signing in as another leaves the first one’s things with the first one', async () => {
    const stage = await world(open)
    const ada = stage.as('ada')
    await ada.posts('Mine')
    await ada.proves('ada@mail.example', stage.mails)
    await ada.proves('other@mail.example', stage.mails)
    expect((await ada.account()).counts.published).toBe(0)
    await ada.proves('ada@mail.example', stage.mails)
    expect((await ada.account()).counts.published).toBe(1)
  })
})

test('a second address is added after the first was proved once more, and both lead to one person', async () => {
  const stage = await world(open)
  const [ada, ben] = [stage.as('ada'), stage.as('ben')]
  await ada.posts('Mine')
  await ada.proves('ada@mail.example', stage.mails)
  await ben.proves('taken@mail.example', stage.mails)
  await ada.proves(undefined, stage.mails, { purpose: 'link' })
  await expect(ada.proves('taken@mail.example', stage.mails, { purpose: 'link' })).rejects.toMatchObject({
    code: 'identity_taken',
  })
  await ada.proves('ada@work.example', stage.mails, { purpose: 'link' })
  await ben.proves('ada@work.example', stage.mails)
  expect((await ben.account()).counts.published).toBe(1)
})

describe('signing out', () => {
  test('ends this token’s session and no other', async () => {
    const stage = await world(open)
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    for (const reader of [ada, ben]) await reader.proves('ada@mail.example', stage.mails)
    await ada.signsOut()
    expect((await ada.account()).author).toBeNull()
    expect((await ben.account()).author).not.toBeNull()
  })

  test('everywhere ends all of them, with a proof', async () => {
    const stage = await world(open)
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    for (const reader of [ada, ben]) await reader.proves('ada@mail.example', stage.mails)
    const { proof } = await ada.proves(undefined, stage.mails, { purpose: 'sign_out' })
    await ada.signsOut({ everywhere: 'yes', proof: proof! })
    for (const reader of [ada, ben]) expect((await reader.account()).author).toBeNull()
  })
})

describe('taking everything along', () => {
  test('gives texts, decisions, votes and reports, and nothing that is for moderators', async () => {
    const stage = await world(open)
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    const mine = await ada.posts('Mine *indeed*', { name: 'Ada' })
    const other = await ben.posts('Other')
    await ada.votes(other)
    await ada.reports(other, 'abuse', 'Look at this')
    const mona = await stage.atDesk('mona')
    await mona.notes(mine, 'Troublesome', 'author')
    await mona.rules(mine, 'reject', { reason: 'abuse', words: 'Please be kind', note: 'again' })
    const file = await ada.exports()
    expect(file['comments']).toMatchObject([
      { id: mine.id, text: 'Mine *indeed*', status: 'rejected', article: stage.page },
    ])
    expect(file['votes']).toMatchObject([{ comment: other.id, value: 1 }])
    expect(file['reports']).toMatchObject([{ comment: other.id, reason: 'abuse', words: 'Look at this' }])
    expect(file['decisions']).toMatchObject([
      { ruling: 'post' },
      { ruling: 'reject', reason: 'abuse', words: 'Please be kind' },
    ])
    expect(JSON.stringify(file)).not.toMatch(/Troublesome|again|mona|prl_/)
  })
})

describe('erasing everything', () => {
  test('empties texts and names, keeps stubs under which others have answered, and the log', async () => {
    const stage = await world(open)
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    const answered = await ada.posts('Secret words', { name: 'Ada' })
    const alone = await ada.posts('More secrets', { name: 'Ada' })
    const reply = await ben.replies(answered, 'An answer')
    await ada.votes(reply)
    await ben.votes(answered)
    await ada.reports(reply)
    const mona = await stage.atDesk('mona')
    await mona.acts(answered, 'edit', { text: 'Secret words, softer' })
    await ada.proves('ada@mail.example', stage.mails)
    const { proof } = await ada.proves(undefined, stage.mails, { purpose: 'erase' })
    expect(await ada.erases(proof)).toEqual({ isDone: true, erased: 2 })
    expect(await ben.sees()).toEqual(['(withdrawn)', 'An answer'])
    expect((await ada.account()).author).toBeNull()
    const detail = await mona.case(answered)
    expect(JSON.stringify([detail, await mona.file(answered), await mona.log()])).not.toMatch(/[Ss]ecret|Ada/)
    expect(detail.case.status).toBe('withdrawn')
    expect(await mona.sees('all', { q: 'secret' })).toEqual([])
    expect(await stage.deps.store.votes.on(readId(reply.id)!)).toEqual({ up: 0, down: 0 })
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
    expect((await mona.log()).entries.map(({ ruling }) => ruling)).toContain('withdraw')
    // The address leads nowhere any more.
    await ada.proves('ada@mail.example', stage.mails)
    expect((await ada.account()).counts.published).toBe(0)
    expect(alone.id).not.toBe(answered.id)
  })

  test('is not done while another device has written again, and what was emptied cannot come back', async () => {
    const stage = await world(open)
    const ada = stage.as('ada')
    const comment = await ada.posts('Here and gone')
    await ada.withdraws(comment)
    const { account, posting } = stage.deps.store
    const tokenHash = readerOn(stage.site, ada.token)
    const { id } = (await posting.author(stage.site, tokenHash))!
    await account.empty(id, [readId(comment.id)!])
    await expect(ada.restores(comment)).rejects.toMatchObject({ code: 'ruling_not_allowed' })
    await ada.posts('Here again')
    expect(await account.erase(id, { tokenHash, marks: [], by: 'reader', now: stage.clock.now })).toBe(false)
    expect(await ada.erases()).toMatchObject({ isDone: true })
    expect((await ada.reads()).comments).toEqual([])
  })

  test('sheds no ban: the browser is still known while it lasts, and whoever proves the same address again', async () => {
    const stage = await world(open)
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    const comment = await ada.posts('Nasty', { name: 'Ada' })
    await ada.proves('ada@mail.example', stage.mails)
    const mona = await stage.atDesk('mona')
    await mona.acts(comment, 'ban', { until: stage.clock.now + 7 * 86_400_000 })
    const { proof } = await ada.proves(undefined, stage.mails, { purpose: 'erase' })
    expect(await ada.erases(proof)).toMatchObject({ isDone: true })
    expect(await ada.posts('Again')).toMatchObject({ status: 'rejected', reason: 'banned' })
    expect(JSON.stringify(await ada.exports())).not.toContain('ada@')
    await ben.proves('ada@mail.example', stage.mails)
    expect(await ben.posts('Again')).toMatchObject({ status: 'rejected', reason: 'banned' })
    stage.clock.now += 8 * 86_400_000
    expect((await ben.posts('Again')).status).not.toBe('rejected')
  })

  test('is in the hands of the token alone for a guest who has proved nothing', async () => {
    const stage = await world()
    const ada = stage.as('ada')
    await ada.posts('Waiting')
    expect(await ada.erases()).toEqual({ isDone: true, erased: 1 })
    expect(await ada.erases()).toEqual({ isDone: true, erased: 0 })
    expect(await (await stage.atDesk('mona')).sees('pending')).toEqual([])
    expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
  })
})
