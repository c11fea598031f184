import { describe, expect, test } from 'vitest'
import type { Policy, PolicySettings, Trial, TrialRequest, WrittenList } from '../../server/contract.ts'
import { type Moderator, Refused } from '../people.ts'
import { world } from '../world.ts'

/** Olga's hand on the policy of a site. */
function policyOf(site: string, olga: Moderator) {
  const look = () => olga.asks<Policy>(`/api/desk/policy?site=${site}`)
  return {
    look,
    async settles(settings: Partial<PolicySettings> | Record<string, unknown>, seen?: string) {
      return olga.asks<Policy>('/api/desk/policy', {
        method: 'PUT',
        json: { site, seen: seen ?? (await look()).seen, settings },
      })
    },
    async lists(kind: WrittenList['kind'], entries: string, language = '', seen?: string) {
      return olga.asks<Policy>('/api/desk/lists', {
        method: 'PUT',
        json: { site, seen: seen ?? (await look()).seen, list: { kind, language, entries } },
      })
    },
    async tries(change: Omit<TrialRequest, 'site'>) {
      const pages: Trial[] = []
      for (let after: string | null | undefined; after !== null; after = pages.at(-1)!.next) {
        pages.push(
          await olga.asks<Trial>('/api/desk/trials', {
            method: 'POST',
            json: { site, ...change, ...(after && { after }) },
          }),
        )
      }
      return {
        looked: pages.reduce((sum, { looked }) => sum + looked, 0),
        changed: pages.flatMap(({ changed }) => changed),
      }
    },
  }
}

const open = async () => {
  const stage = await world({ settings: { holds: 'none' } })
  return { ...stage, policy: policyOf(stage.site, await stage.atDesk('olga')) }
}

describe('word lists', () => {
  test('refuse and hold what they name, mark it for moderators, and never for the author', async () => {
    const { as, atDesk, policy } = await open()
    await policy.lists('refused_words', 'viagra')
    await policy.lists('held_words', '# ask first\nferry timetable*')
    const refused = await as('ada').posts('Cheap v1аgra here')
    expect(refused).toMatchObject({ status: 'rejected', reason: 'unwanted_words' })
    expect(JSON.stringify(refused)).not.toMatch(/refusedWords|viagra"/)
    expect(await as('ben').posts('The Ferry, timetables and all')).toMatchObject({ status: 'pending' })
    expect(await as('ben').posts('The ferry is late')).toMatchObject({ status: 'published' })
    const mona = await atDesk('mona')
    const { findings, text } = (await mona.case(refused)).case
    expect(findings).toMatchObject([{ rule: 'refusedWords', verdict: 'refuse', detail: 'viagra' }])
    expect(text.slice(findings[0]!.start!, findings[0]!.end!)).toBe('v1аgra')
    expect((await mona.log()).entries.map(({ rule }) => rule)).toEqual([null, 'heldWords', 'refusedWords'])
  })

  test('see what readers see, and the name', async () => {
    const { as, policy } = await open()
    await policy.lists('refused_words', 'viagra\nсука\nпидор')
    for (const text of ['buy via**g**ra', '[via](https://a.example)gra today', 'via`g`ra', 'ты cука', 'вот пидoр'])
      expect([text, (await as('ada').posts(text)).status]).toEqual([text, 'rejected'])
    expect(await as('ben').posts('Hello', { name: 'Viagra' })).toMatchObject({ status: 'rejected' })
    expect(await as('ben').posts('Hello again', { name: 'Ben' })).toMatchObject({ status: 'published' })
  })

  test('of which too much nearly fits keep nobody waiting, and what could not be looked through is held', async () => {
    const { as, policy } = await open()
    const words = ['aaa*', '*aaa', '*aaa*', 'aa**', 'aaa']
    const entries = words.flatMap(a =>
      words.flatMap(b => words.flatMap(c => words.map(d => `aaa ${a} ${b} ${c} ${d} zzz`))),
    )
    await policy.lists('refused_words', entries.join('\n'))
    expect(await as('ada').posts('aaa '.repeat(2_500))).toMatchObject({ status: 'pending' })
    expect(await as('ben').posts('aaa and nothing else')).toMatchObject({ status: 'published' })
  })

  test('of one language judge comments in that language', async () => {
    const { as, policy } = await open()
    await policy.lists('held_words', 'gift', 'de')
    expect(await as('ada').posts('What a lovely gift this is for all of the people')).toMatchObject({
      status: 'published',
    })
    expect(await as('ada').posts('Das ist Gift und nicht gut für die Leute')).toMatchObject({ status: 'pending' })
  })

  test('are changed at once, and an empty one is gone', async () => {
    const { as, policy } = await open()
    await policy.lists('refused_words', 'rude')
    expect(await as('ada').posts('How rude')).toMatchObject({ status: 'rejected' })
    expect((await policy.lists('refused_words', '  \n')).lists).toEqual([])
    expect(await as('ada').posts('Quite rude of you')).toMatchObject({ status: 'published' })
  })

  test('keep what the owner wrote, and say how many entries it is', async () => {
    const { policy } = await open()
    const entries = '# rude\nrude\n\nvery rude*\n'
    expect((await policy.lists('held_words', entries)).lists).toEqual([
      { kind: 'held_words', language: '', entries, size: 2 },
    ])
  })

  test('that cannot be read are refused with their lines, and nothing is saved', async () => {
    const { policy } = await open()
    await policy.lists('held_words', 'rude')
    const wrong = await policy.lists('held_words', 'fine\nfr*e\n*').catch(error => error as Refused)
    expect(wrong).toBeInstanceOf(Refused)
    expect(wrong).toMatchObject({
      code: 'list_wrong',
      problem: { errors: [{ path: 'held_words line 2' }, { path: 'held_words line 3' }] },
    })
    const many = Array.from({ length: 100_000 }, (_, n) => `w${n}`).join('\n')
    await expect(policy.lists('held_words', many)).rejects.toMatchObject({ code: 'list_too_long' })
    expect((await policy.look()).lists).toMatchObject([{ entries: 'rude' }])
  })
})

describe('links', () => {
  test('to a new domain wait until one was published, where the owner wishes so', async () => {
    const { as, atDesk, policy } = await open()
    await policy.settles({ holdsNewDomains: true })
    const first = await as('ada').posts('See https://www.harbour.example/a')
    expect(first).toMatchObject({ status: 'pending' })
    expect(await as('ben').posts('And https://harbour.example/b')).toMatchObject({ status: 'pending' })
    await (await atDesk('mona')).rules(first, 'approve')
    expect(await as('ben').posts('And https://harbour.example/c')).toMatchObject({ status: 'published' })
    expect(await as('ben').posts('But https://other.example/c')).toMatchObject({ status: 'pending' })
  })

  test('that invite elsewhere wait, and the allowed ones do not', async () => {
    const { as, policy } = await open()
    expect(await as('ada').posts('Join us at t.me/+abcdef')).toMatchObject({ status: 'pending' })
    await policy.lists('allowed_domains', 't.me')
    expect(await as('ada').posts('Do join us at t.me/+abcdef')).toMatchObject({ status: 'published' })
    await policy.lists('blocked_domains', 'spam.example')
    expect(await as('ada').posts('https://shop.spam.example/')).toMatchObject({
      status: 'rejected',
      reason: 'unwanted_link',
    })
  })
})

describe('the policy', () => {
  test('is read by moderators and changed by owners only', async () => {
    const { atDesk, site } = await open()
    const mona = policyOf(site, await atDesk('mona'))
    expect((await mona.look()).settings).toMatchObject({ holds: 'none', linksAllowed: 2, heldFrom: null })
    await expect(mona.settles({ holds: 'all' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(mona.lists('held_words', 'x')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('of another site is nobody’s business', async () => {
    const { site } = await open()
    const { signIn, addSite, origin } = await world()
    await addSite('weekly-policy', [origin])
    const stan = policyOf(site, await signIn('stan', 'weekly-policy', 'owner'))
    await expect(stan.look()).rejects.toMatchObject({ code: 'forbidden' })
    await expect(stan.settles({ holds: 'all' }, '1.0')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(stan.lists('held_words', 'x', '', '1.0')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(stan.tries({})).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('judges the next comment by the new settings', async () => {
    const { as, policy, clock } = await open()
    await policy.settles({ heldFrom: clock.now - 1_000, heldUntil: clock.now + 60_000 })
    expect(await as('ada').posts('In the window')).toMatchObject({ status: 'pending' })
    clock.now += 61_000
    expect(await as('ada').posts('After it')).toMatchObject({ status: 'published' })
    await policy.settles({ heldFrom: null, heldUntil: null, heldSections: ['/news', '/سیاست'] })
    expect(await as('ada').posts('In the section')).toMatchObject({ status: 'pending' })
    const under = (path: string) => as('ada').posts(`Under ${path}`, { url: `https://daily.example${path}` })
    for (const path of ['/news?id=3', '/سیاست', '/%D8%B3%DB%8C%D8%A7%D8%B3%D8%AA/1', '//news//2/'])
      expect([path, (await under(path)).status]).toEqual([path, 'pending'])
    for (const path of ['/newsletter', '/sport/news', '/'])
      expect([path, (await under(path)).status]).toEqual([path, 'published'])
  })

  test('refuses what does not fit, by name, and loses no other owner’s change', async () => {
    const { policy } = await open()
    const { seen } = await policy.look()
    await expect(policy.settles({ linksAllowed: -1, holds: 'some', aliases: ['x'] })).rejects.toMatchObject({
      code: 'bad_request',
      problem: {
        errors: [
          { path: 'body.settings.linksAllowed' },
          { path: 'body.settings.holds' },
          { path: 'body.settings.aliases' },
        ],
      },
    })
    await expect(policy.settles({ heldFrom: 2_000, heldUntil: 1_000 })).rejects.toMatchObject({ code: 'bad_request' })
    await policy.settles({ linksAllowed: 5 })
    await expect(policy.settles({ linksAllowed: 9 }, seen)).rejects.toMatchObject({ code: 'policy_changed' })
    await expect(policy.lists('held_words', 'x', '', seen)).rejects.toMatchObject({ code: 'policy_changed' })
    expect((await policy.look()).settings.linksAllowed).toBe(5)
  })
})

describe('a dry run', () => {
  test('says which comments a list would treat otherwise, and which of them moderators had decided on', async () => {
    const { as, atDesk, policy } = await open()
    const mona = await atDesk('mona')
    const fine = await as('ada').posts('The harbour is lovely')
    await as('ben').posts('What a harbour')
    await as('eve').posts('Nothing to see')
    await mona.rules(fine, 'confirm')
    const { looked, changed } = await policy.tries({
      lists: [{ kind: 'held_words', language: '', entries: 'harbour' }],
    })
    expect(looked).toBe(3)
    expect(changed).toMatchObject([
      { text: 'What a harbour', now: 'published', would: 'pending', decision: null, isContrary: false },
      { text: 'The harbour is lovely', now: 'published', would: 'pending', isContrary: true },
    ])
    expect(changed[0]!.findings).toMatchObject([{ rule: 'heldWords', start: 7, end: 14 }])
    expect((await policy.look()).lists).toEqual([])
    expect(await as('ben').posts('Another harbour')).toMatchObject({ status: 'published' })
  })

  test('says what settings would have done, as things stood then', async () => {
    const { as, policy } = await open()
    await as('ada').posts('See https://one.example/')
    await as('ben').posts('See https://one.example/ too, please')
    const { changed } = await policy.tries({ settings: { linksAllowed: 0 } })
    expect(changed.map(({ would }) => would)).toEqual(['pending', 'pending'])
    await as('eve').posts('One of mine')
    await as('eve').posts('Another of mine')
    const trusted = await policy.tries({ settings: { holds: 'first', firstComments: 1 } })
    expect(trusted.changed.map(({ text }) => text)).not.toContain('Another of mine')
    expect(trusted.changed.map(({ text }) => text)).toContain('One of mine')
    const newOnly = await policy.tries({ settings: { holdsNewDomains: true } })
    expect(newOnly.changed.map(({ text }) => text)).toEqual(['See https://one.example/'])
  })

  test('goes through a thousand comments in steps', async () => {
    const { as, policy } = await open()
    for (let n = 0; n < 5; n++) await as('ada').posts(`Comment number ${n}`)
    expect((await policy.tries({ settings: { holds: 'all' } })).looked).toBe(5)
  })
})
