import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readId } from '../../server/comments/ids.ts'
import { sendOutbox } from '../../server/notices/send-outbox.ts'
import { readAddress, readCode } from '../../server/people/email-address.ts'
import { codeIn, Reader, tokenOf } from '../people.ts'
import { world } from '../world.ts'

const open = { settings: { holds: 'none' }, mail: true } as const
const sound = async ({ deps }: Awaited<ReturnType<typeof world>>) =>
  expect(await deps.store.doctor.discrepancies()).toEqual([])

describe('proving an e-mail address', () => {
  test('makes of a guest a verified author in place, who keeps what was written', async () => {
    const stage = await world(open)
    const ada = stage.as('ada')
    const before = await ada.posts('As a guest', { name: 'Ada' })
    const claim = await ada.claims('Ada@Mail.Example')
    expect(stage.mails).toHaveLength(1)
    expect(stage.mails[0]).toMatchObject({ to: 'Ada@mail.example', subject: expect.stringContaining('The Daily') })
    expect(stage.mails[0]!.subject).toContain(codeIn(stage.mails[0]!))
    const signedIn = await ada.types(claim, codeIn(stage.mails[0]!))
    expect(signedIn).toEqual({
      author: { name: 'Ada', badge: 'verified' },
      way: 'email',
      purpose: 'sign_in',
      proof: null,
      guest: 'came',
    })
    const after = await ada.posts('As myself', { name: undefined })
    expect(before.author?.badge).toBeNull()
    expect(after.author).toMatchObject({ name: 'Ada', badge: 'verified' })
    const { comments } = await ada.reads()
    expect(comments.map(({ author }) => author?.badge)).toEqual(['verified', null])
    expect(await ada.account()).toMatchObject({
      author: { name: 'Ada', badge: 'verified' },
      ways: [{ way: 'email' }],
      counts: { published: 2 },
    })
    await sound(stage)
  })

  test('lifts the waiting of first comments', async () => {
    const stage = await world({ mail: true })
    const ada = stage.as('ada')
    await ada.proves('ada@mail.example', stage.mails)
    expect((await ada.posts('At once')).status).toBe('published')
  })

  test('on a second device leads to the same person, and brings along what was written there meanwhile', async () => {
    const stage = await world(open)
    const [ada, ben, chiara] = [stage.as('ada'), stage.as('ben'), stage.as('chiara')]
    const first = await ada.posts('At home', { name: 'Ada' })
    await ada.proves('ada@mail.example', stage.mails)
    const second = await ben.posts('On the train', { name: 'Adele' })
    const third = await chiara.posts('Somebody else')
    for (const reader of [ada, ben]) await reader.votes(third)
    await ben.votes(first)
    await ada.votes(second)
    await ben.reports(third)
    const { author } = await ben.proves('ADA@mail.example', stage.mails)
    expect(author).toEqual({ name: 'Ada', badge: 'verified' })
    expect((await ben.account()).counts).toMatchObject({ published: 2, votes: 1, reports: 1 })
    const votes = await Promise.all([first, second, third].map(({ id }) => stage.deps.store.votes.on(readId(id)!)))
    expect(votes).toEqual([
      { up: 0, down: 0 },
      { up: 0, down: 0 },
      { up: 1, down: 0 },
    ])
    await ada.withdraws(second)
    await sound(stage)
  })

  test('leaves a guest’s things who is at home on another device as well', async () => {
    const stage = await world(open)
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    await ada.proves('ada@mail.example', stage.mails)
    await ben.posts('From two devices')
    const phone = stage.as('chiara')
    await phone.posts('x')
    const { sql } = await import('drizzle-orm')
    const { readerOn } = await import('../../server/people/reader.ts')
    const hash = (name: string) => readerOn(stage.site, tokenOf(name, stage.number))
    await stage.deps.store.engine.write([
      sql`UPDATE sessions SET author_id = (SELECT author_id FROM sessions WHERE token_hash = ${hash('ben')}) WHERE token_hash = ${hash('chiara')}`,
    ])
    await ben.proves('ada@mail.example', stage.mails)
    expect((await ben.account()).counts.published).toBe(0)
    expect((await phone.account()).counts.published).toBe(1)
    await sound(stage)
  })

  test('carries a ban along: to sign in evades none', async () => {
    const stage = await world(open)
    const [ada, ben] = [stage.as('ada'), stage.as('ben')]
    await ada.proves('ada@mail.example', stage.mails)
    const rude = await ben.posts('Rude')
    await (await stage.atDesk('mona')).acts(rude, 'ban', { words: 'No more' })
    await ben.proves('ada@mail.example', stage.mails)
    expect((await ada.looksAtOwn()).standing.ban).toMatchObject({ words: 'No more', until: null })
    await sound(stage)
  })

  test('answers the same for an address that is known and one that is not, and tells nothing of anybody', async () => {
    const stage = await world(open)
    await stage.as('ada').proves('ada@mail.example', stage.mails)
    const eve = stage.as('eve')
    const [known, unknown] = [await eve.claims('ada@mail.example'), await eve.claims('nobody@mail.example')]
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    expect(await eve.account()).toEqual({ author: null, ways: [], counts: expect.anything() })
    expect(JSON.stringify(await stage.as('ada').account())).not.toContain('mail.example')
    expect(JSON.stringify(await stage.as('ada').exports())).not.toContain('mail.example')
  })

  test('is offered only where mail can be sent, and where the site wishes it', async () => {
    const stage = await world(open)
    expect((await stage.as('ada').reads()).policy.ways).toEqual(['email'])
    for (const other of [await world({}), await world({ mail: true, settings: { signIn: ['-'] } })]) {
      expect((await other.as('ada').reads()).policy.ways).toEqual([])
      await expect(other.as('ada').claims('ada@mail.example')).rejects.toMatchObject({ code: 'way_not_offered' })
    }
  })

  test('a mail that does not go is answered like any, goes a little later, and names no address in the log', async () => {
    const stage = await world(open)
    const { deps, clock, mails } = stage
    const takes = deps.mail!
    deps.mail = async () => Promise.reject(Object.assign(new Error('ada@mail.example is full'), { code: 'EENVELOPE' }))
    const ada = stage.as('ada')
    const claim = await ada.claims('ada@mail.example')
    expect(JSON.stringify(stage.log)).not.toContain('ada@')
    expect(stage.log).toContainEqual({ event: 'mail_failed', notice: 'code', code: 'EENVELOPE' })
    deps.mail = takes
    clock.now += 60_000
    await sendOutbox(deps)
    await ada.types(claim, codeIn(mails[0]!))
    expect(mails).toHaveLength(1)
  })
})

describe('a code', () => {
  test('is good five times, and its last try is its end', async () => {
    const stage = await world(open)
    const ada = stage.as('ada')
    const claim = await ada.claims('ada@mail.example')
    const code = codeIn(stage.mails[0]!)
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (const triesLeft of [4, 3, 2, 1]) {
      await expect(ada.types(claim, wrong)).rejects.toMatchObject({ code: 'code_wrong', problem: { triesLeft } })
    }
    await expect(ada.types(claim, 'no code')).rejects.toMatchObject({ code: 'code_wrong' })
    await expect(ada.types(claim, wrong)).rejects.toMatchObject({ code: 'claim_spent' })
    await expect(ada.types(claim, code)).rejects.toMatchObject({ code: 'claim_spent' })
  })

  test('guessed a thousand times at once opens nothing', async () => {
    const stage = await world(open)
    const eve = stage.as('eve')
    const claim = await eve.claims('ada@mail.example')
    const code = Number(codeIn(stage.mails[0]!))
    const guesses = Array.from({ length: 1_000 }, (_, n) => String((code + 1 + n) % 1_000_000).padStart(6, '0'))
    const answers = await Promise.all(
      guesses.map(guess => eve.types(claim, guess).catch(error => error.code as string)),
    )
    expect(answers.filter(answer => answer === 'code_wrong')).toHaveLength(4)
    expect(answers.filter(answer => answer === 'claim_spent')).toHaveLength(996)
    await expect(eve.types(claim, String(code).padStart(6, '0'))).rejects.toMatchObject({ code: 'claim_spent' })
  }, 60_000)

  test('cannot be had for an address without end: ten in an hour, whoever asks', async () => {
    const stage = await world(open)
    for (let n = 0; n < 10; n++) {
      await new Reader(tokenOf(`t${n}`, stage.number), stage).claims('ada@mail.example')
    }
    await expect(stage.as('eve').claims('Ada@mail.example')).rejects.toMatchObject({ code: 'too_many_requests' })
    expect(stage.mails).toHaveLength(10)
    stage.clock.now += 3_600_000
    await stage.as('eve').claims('ada@mail.example')
  })

  test('budgets hold a client, an address and a site', async () => {
    const stage = await world({ ...open, limits: true })
    for (const n of [1, 2, 3]) await new Reader(tokenOf(`b${n}`, stage.number), stage).claims('ada@mail.example')
    await expect(stage.as('eve').claims('ada@mail.example')).rejects.toMatchObject({
      code: 'too_many_requests',
      problem: { retryAfter: expect.any(Number) },
    })
    await stage.as('eve').claims('eve@mail.example')
  })

  test('budgets count one mailbox once, however its address is spelled and on whichever site', async () => {
    const stage = await world({ ...open, limits: true })
    const spelled = ['ada.lovelace@mail.example', 'AdaLovelace+a@mail.example', 'a.d.a.lovelace+b+c@MAIL.example']
    for (const [n, address] of spelled.entries()) {
      await new Reader(tokenOf(`m${n}`, stage.number), stage).claims(address)
    }
    await expect(stage.as('eve').claims('adalovelace+d@mail.example')).rejects.toMatchObject({
      code: 'too_many_requests',
    })
    expect(stage.mails).toHaveLength(3)
    await stage.as('eve').claims('+@mail.example')
  })

  test('a flood from very many addresses to very many others ends at the site’s budget', async () => {
    const stage = await world({ ...open, mail: 'later', limits: true })
    const codes: string[] = []
    for (let n = 0; n < 320; n++) {
      const reader = new Reader(tokenOf(`f${n}`, stage.number), {
        ...stage,
        send: (path, init = {}) =>
          stage.send(path, {
            ...init,
            headers: { ...(init.headers as object), 'X-Test-Client': `10.0.${n >> 8}.${n & 255}` },
          }),
      })
      codes.push(
        await reader.claims(`somebody${n}@mail.example`).then(
          () => 'sent',
          error => error.code,
        ),
      )
    }
    expect(codes.filter(code => code === 'sent')).toHaveLength(300)
    expect(codes.at(-1)).toBe('too_many_requests')
  })

  test('works once, for its own token, on its own site, for ten minutes', async () => {
    const stage = await world(open)
    const other = await world(open)
    const [ada, eve] = [stage.as('ada'), stage.as('eve')]
    const claim = await ada.claims('ada@mail.example')
    const code = codeIn(stage.mails[0]!)
    await expect(eve.types(claim, code)).rejects.toMatchObject({ code: 'claim_spent' })
    await expect(new Reader(ada.token, other).types(claim, code)).rejects.toMatchObject({ code: 'claim_spent' })
    await ada.types(claim, code)
    await expect(ada.types(claim, code)).rejects.toMatchObject({ code: 'claim_spent' })
    const late = await ada.claims('ada@mail.example')
    stage.clock.now += 600_000
    await expect(ada.types(late, codeIn(stage.mails[1]!))).rejects.toMatchObject({ code: 'claim_spent' })
  })

  test('typed twice at the same moment is taken once, and the other answer is calm', async () => {
    const stage = await world(open)
    const ada = stage.as('ada')
    await ada.posts('Mine')
    const claim = await ada.claims('ada@mail.example')
    const code = codeIn(stage.mails[0]!)
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        ada.types(claim, code).then(
          () => 'done',
          error => error.code,
        ),
      ),
    )
    expect(answers.sort()).toEqual(['claim_spent', 'claim_spent', 'done'])
    expect((await ada.account()).counts.published).toBe(1)
    await sound(stage)
  })

  test('ends with the next one of the same token, and when somebody has proved the address', async () => {
    const stage = await world(open)
    const [ada, eve] = [stage.as('ada'), stage.as('eve')]
    const first = await ada.claims('ada@mail.example')
    const eves = await eve.claims('ada@mail.example')
    const second = await ada.claims('ada@mail.example')
    const [code, evesCode, newCode] = stage.mails.map(codeIn) as [string, string, string]
    await expect(ada.types(first, code)).rejects.toMatchObject({ code: 'claim_spent' })
    await ada.types(second, newCode)
    await expect(eve.types(eves, evesCode)).rejects.toMatchObject({ code: 'claim_spent' })
  })

  test('is not ended by one that is not sent any more', async () => {
    const stage = await world(open)
    const ada = stage.as('ada')
    let last = await ada.claims('ada@mail.example')
    for (let more = 9; more > 0; more--) last = await ada.claims('ada@mail.example')
    await expect(ada.claims('ada@mail.example')).rejects.toMatchObject({ code: 'too_many_requests' })
    await ada.types(last, codeIn(stage.mails.at(-1)!))
  })

  test('two devices that prove one new address at the same moment become one person', async () => {
    const stage = await world(open)
    const readers = [stage.as('ada'), stage.as('ben')]
    for (const reader of readers) await reader.posts('Mine')
    const claims = await Promise.all(readers.map(reader => reader.claims('ada@mail.example')))
    const codes = stage.mails.map(codeIn)
    const done = await Promise.allSettled(readers.map((reader, n) => reader.types(claims[n]!, codes[n]!)))
    const won = readers.filter((_, n) => done[n]!.status === 'fulfilled')
    expect(won.length).toBeGreaterThan(0)
    for (const reader of won) expect((await reader.account()).counts.published).toBe(won.length)
    await sound(stage)
  })
})

test.each(['۱۲۳ ۴۵۶', '١٢٣٤٥٦', ' 12-34-56 ', '１２３４５６', '123\u200c456'])('“%s” is the code 123456', typed => {
  expect(readCode(typed)).toBe('123456')
})

test.each([
  ['Ada@Mail.Example', 'ada@mail.example'],
  [' ada+news@mail.example ', 'ada+news@mail.example'],
  ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
  ['علی@پارسی.example', 'علی@xn--mgbk7aw6m.example'],
])('%s is an address', (typed, subject) => {
  expect(readAddress(typed)?.subject.replace(/@xn--mg.*/, '@')).toBe(subject.replace(/@xn--mg.*/, '@'))
})

test.each([
  '',
  'ada',
  '@mail.example',
  'ada@',
  'ada@mail',
  'ada@127.0.0.1',
  'ada@[::1]',
  'ada@mail..example',
  'a da@mail.example',
  'ada@mail.example\r\nBcc: eve@evil.example',
  'ada@mail.example,eve@evil.example',
  '"a"@mail.example',
  'Ada <ada@mail.example>',
  `${'a'.repeat(65)}@mail.example`,
  `a@${'b.'.repeat(130)}example`,
  'ada@mail.example/path',
])('“%s” is no address', typed => {
  expect(readAddress(typed)).toBeNull()
})

test('whatever is typed, an address is one line with one @, as short as mail allows', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), typed => {
      const read = readAddress(typed)
      if (read) expect(read.to).toMatch(/^[^\s@<>,;\p{Cc}]+@[a-z0-9.-]+$/u)
      expect((read?.to ?? '').length).toBeLessThanOrEqual(254)
    }),
  )
})
