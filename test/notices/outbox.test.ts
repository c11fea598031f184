import { beforeAll, expect, test } from 'vitest'
import type { Mail } from '../../server/notices/mail.ts'
import { MailFailed, type Verdict } from '../../server/notices/mail-failure.ts'
import { LETTERS } from '../../server/notices/outbox.ts'
import { forgetLetters, GIVEN_UP, LEASE, sendOutbox } from '../../server/notices/send-outbox.ts'
import { readAddress } from '../../server/people/email-address.ts'
import type { NewLetter } from '../../server/store/outbox.ts'
import { codeIn } from '../people.ts'
import { type WorldOptions, world } from '../world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

beforeAll(() => {
  // A letter that is about nothing but its number.
  LETTERS['number'] = async (_, { n }) => ({ subject: `Number ${n}`, text: `${n}`, html: `<p>${n}</p>` })
})

/** An installation with a mail server that can be told what to do. */
async function office(options: WorldOptions = {}) {
  const stage = await world({ mail: true, ...options })
  const { deps, clock, site, mails } = stage
  let answers: ((mail: Mail) => Promise<void>) | null = null
  const asked: Mail[] = []
  deps.mail = async mail => {
    asked.push(mail)
    await answers?.(mail)
    mails.push(mail)
  }
  return {
    ...stage,
    asked,
    puts: (n: number, to = 'mona@example.org', more: Partial<NewLetter> = {}) =>
      deps.store.outbox.put({
        ...{ site, kind: 'number', to: readAddress(to)!, payload: { n }, at: clock.now },
        ...more,
      }),
    /** From now on the mail server answers so; null for well. */
    server(answer: [code: string, verdict: Verdict] | ((mail: Mail) => Promise<void>) | null) {
      answers = Array.isArray(answer) ? async () => Promise.reject(new MailFailed(...answer)) : answer
    },
    /** Chores are done each minute for so long. */
    async lives(ms: number, each = MINUTE) {
      for (let at = 0; at < ms; at += each) {
        clock.now += each
        await sendOutbox(deps)
      }
    },
    numbers: () => mails.map(({ subject }) => Number(subject.split(' ')[1])),
    /** What the outbox says of each letter. */
    async stand() {
      const { sql } = await import('drizzle-orm')
      const rows = await deps.store.engine.all<{ outcome: string | null; error: string | null; address: string }>(
        sql`SELECT outcome, error, address FROM outbox WHERE site_id = ${site} ORDER BY id`,
      )
      return rows.map(({ outcome, error }) => (error === null ? outcome : `${outcome}: ${error}`))
    },
  }
}

test('three processes that look at the same moment send each letter once', async () => {
  const { puts, deps, numbers } = await office()
  for (let n = 0; n < 25; n++) await puts(n, `somebody${n}@example.org`)
  await Promise.all([sendOutbox(deps), sendOutbox(deps), sendOutbox(deps)])
  expect(numbers().sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, n) => n))
})

test('a process that is killed between sending and noting sends once more at the most, under the same name', async () => {
  const { puts, deps, clock, mails, server, stand, lives } = await office()
  await puts(1)
  // The mail has gone, and the process never hears of it.
  let isOut: () => void = () => {}
  const out = new Promise<void>(resolve => (isOut = resolve))
  let goOn: () => void = () => {}
  server(
    mail =>
      new Promise(resolve => {
        mails.push(mail)
        goOn = resolve
        isOut()
      }),
  )
  const first = sendOutbox(deps)
  await out
  server(null)
  await lives(LEASE - MINUTE)
  expect(mails).toHaveLength(1)
  await lives(2 * MINUTE)
  expect(mails).toHaveLength(2)
  expect(new Set(mails.map(({ headers }) => headers?.['Message-ID'])).size).toBe(1)
  expect(mails[0]!.headers?.['Message-ID']).toMatch(/^<[0-9a-f]{32}@parley\.example>$/)
  await lives(HOUR, 10 * MINUTE)
  // Who was too slow has nothing to say any more.
  goOn()
  await first
  expect(await stand()).toEqual(['sent'])
  expect(mails.length).toBeLessThanOrEqual(3)
  expect(clock.now).toBeGreaterThan(0)
})

test('a server that says “later” for an hour gets each letter in the end, once, and is asked less and less often', async () => {
  const { puts, server, lives, numbers, asked, stand } = await office()
  server(['EENVELOPE451', 'later'])
  await puts(1)
  await puts(2, 'omar@example.org')
  await lives(HOUR)
  expect(numbers()).toEqual([])
  expect(asked.length).toBeLessThanOrEqual(12)
  server(null)
  await lives(HOUR)
  expect(numbers().sort()).toEqual([1, 2])
  expect(await stand()).toEqual(['sent', 'sent'])
})

test('while a server cannot be used at all one letter at a time tries it, and none is given up for it', async () => {
  const { puts, server, lives, numbers, asked, deps } = await office()
  server(['ECONNECTION', 'server'])
  for (let n = 0; n < 30; n++) await puts(n, `somebody${n}@example.org`)
  await lives(HOUR)
  expect(asked.length).toBeLessThan(25)
  expect(await deps.store.mailState.server()).toMatchObject({ error: 'ECONNECTION', sent_at: null })
  server(null)
  await lives(2 * HOUR, 5 * MINUTE)
  expect(numbers().sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n))
  expect(await deps.store.mailState.server()).toMatchObject({ failures: 0, rests_until: 0 })
})

test('what nobody takes for three days is given up', async () => {
  const { puts, server, lives, stand } = await office()
  server(['EENVELOPE450', 'later'])
  await puts(1)
  await lives(GIVEN_UP, 2 * HOUR)
  expect(await stand()).toEqual(['dead: EENVELOPE450'])
})

test('an address that is not there is asked once; what goes there later is not sent until its owner lifts that', async () => {
  const { puts, server, lives, stand, asked, deps, site, mails } = await office()
  server(async ({ to }) => {
    if (/^nobody/i.test(to)) throw new MailFailed('EENVELOPE550', 'address')
  })
  await puts(1, 'Nobody@example.org')
  for (let n = 2; n < 9; n++) await puts(n, 'nobody@example.org')
  await puts(9, 'mona@example.org')
  await lives(DAY, HOUR)
  expect(asked.filter(({ to }) => /nobody/i.test(to)).map(({ to }) => to)).toEqual(['Nobody@example.org'])
  expect((await stand()).map(each => each?.split(':')[0])).toEqual([
    'dead',
    ...Array.from({ length: 7 }, () => 'suppressed'),
    'sent',
  ])
  const [found, ...others] = await deps.store.mailState.suppressed(site)
  expect(others).toEqual([])
  expect(found).toMatchObject({ shown: 'N…@example.org', reason: 'bounced', error: 'EENVELOPE550' })
  server(null)
  expect(await deps.store.mailState.lift(site, found!.digest)).toBe(true)
  await puts(10, 'nobody@example.org')
  await lives(MINUTE)
  expect(mails.at(-1)).toMatchObject({ to: 'nobody@example.org', subject: 'Number 10' })
})

test('three letters that are refused for good, for whatever reason, are enough', async () => {
  const { puts, server, lives, stand, asked } = await office()
  server(['EMESSAGE554', 'never'])
  for (let n = 1; n < 6; n++) {
    await puts(n)
    await lives(HOUR, HOUR)
  }
  expect(asked).toHaveLength(3)
  expect(await stand()).toEqual([
    ...Array.from({ length: 3 }, () => 'dead: EMESSAGE554'),
    ...Array.from({ length: 2 }, () => 'suppressed: bounced'),
  ])
})

test('budgets hold an address, a mailbox behind many spellings, a site and the installation; nothing is lost', async () => {
  const { puts, lives, numbers, deps, addSite, number } = await office()
  deps.config.mailLimits = { hour: 3, day: 5, here: 8, everywhere: 10 }
  const other = `other-${number}`
  await addSite(other, ['https://other.example'])
  const spelled = ['mona@example.org', 'Mona+news@example.org', 'm.o.n.a@example.org']
  for (let n = 0; n < 7; n++) await puts(n, spelled[n % 3])
  await lives(5 * MINUTE)
  expect(numbers()).toHaveLength(3)
  await lives(2 * HOUR, 30 * MINUTE)
  expect(numbers()).toHaveLength(5)
  await lives(DAY, HOUR)
  expect(numbers().sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
  for (let n = 100; n < 120; n++) await puts(n, `somebody${n}@example.org`)
  await lives(5 * MINUTE)
  expect(numbers()).toHaveLength(7 + 8)
  for (let n = 200; n < 205; n++) await puts(n, `somebody${n}@example.org`, { site: other })
  await lives(5 * MINUTE)
  expect(numbers()).toHaveLength(7 + 10)
  // Nobody who waits for a code waits for that.
  await puts(300, 'mona@example.org', { isUrgent: true })
  await lives(MINUTE)
  expect(numbers().at(-1)).toBe(300)
  await lives(4 * HOUR, 30 * MINUTE)
  expect(numbers()).toHaveLength(7 + 20 + 5 + 1)
})

test('a site with very many letters does not keep another’s waiting, and what somebody waits for goes first', async () => {
  const { puts, deps, numbers, addSite, number } = await office()
  const late = `zz-${number}`
  await addSite(late, ['https://late.example'])
  for (let n = 0; n < 20; n++) await puts(n, `somebody${n}@example.org`)
  await puts(100, 'mona@example.org', { site: late })
  await puts(200, 'omar@example.org', { isUrgent: true })
  await sendOutbox(deps)
  expect(numbers()[0]).toBe(200)
  expect(numbers().indexOf(100)).toBeLessThan(5)
  expect(numbers()).toHaveLength(22)
})

test('a round sends no more than its platform allows, and the next one goes on', async () => {
  const { puts, deps, numbers } = await office()
  for (let n = 0; n < 9; n++) await puts(n, `somebody${n}@example.org`)
  const small = { ...deps, lettersARound: 4 }
  expect([await sendOutbox(small), await sendOutbox(small), await sendOutbox(small)]).toEqual([4, 4, 1])
  expect(numbers()).toHaveLength(9)
})

test('a letter that has no reason any more is not sent, and one that cannot be written harms no other', async () => {
  const { puts, lives, stand, numbers, log } = await office()
  LETTERS['broken'] = async () => Promise.reject(new Error('oh'))
  await puts(1, 'a@example.org', { kind: 'broken' })
  await puts(2, 'b@example.org', { kind: 'constructor' })
  await puts(3, 'c@example.org')
  await lives(MINUTE)
  expect(numbers()).toEqual([3])
  expect(await stand()).toEqual(['null: letter_failed', 'moot', 'sent'])
  expect(log).toContainEqual(expect.objectContaining({ event: 'failed', letter: 'broken' }))
})

test('where it went is forgotten after seven days, or as many as are set; what was given up after thirty', async () => {
  const { puts, lives, stand, server, deps, clock } = await office()
  await puts(1)
  await lives(MINUTE)
  server(['EMESSAGE554', 'never'])
  await puts(2, 'ben@example.org')
  await lives(MINUTE)
  clock.now += 6 * DAY
  await forgetLetters(deps)
  expect(await stand()).toHaveLength(2)
  await forgetLetters({ ...deps, config: { ...deps.config, keepsMailDays: 3 } })
  expect(await stand()).toEqual(['dead: EMESSAGE554'])
  clock.now += 25 * DAY
  await forgetLetters(deps)
  expect(await stand()).toEqual([])
})

test('a code is sent again within its ten minutes, the same one, and not after them', async () => {
  const { as, server, lives, mails, deps, stand, log } = await office({ settings: { holds: 'none' } })
  server(['ECONNECTION', 'server'])
  const ada = as('ada')
  const claim = await ada.claims('ada@mail.example')
  const late = await as('ben').claims('ben@mail.example')
  await lives(4 * MINUTE)
  server(async ({ to }) => {
    if (to.startsWith('ben')) throw new MailFailed('EENVELOPE451', 'later')
  })
  await lives(5 * MINUTE)
  expect(mails.map(({ to }) => to)).toEqual(['ada@mail.example'])
  await ada.types(claim, codeIn(mails[0]!))
  server(null)
  await lives(HOUR)
  expect(mails).toHaveLength(1)
  expect((await stand()).at(-1)).toMatch(/^dead: E/)
  expect(late.claim).toBeTruthy()
  expect(JSON.stringify(log)).not.toContain('mail.example')
  const { sql } = await import('drizzle-orm')
  const rows = await deps.store.engine.all(sql`SELECT * FROM outbox`)
  expect(JSON.stringify(rows)).not.toContain(codeIn(mails[0]!))
})

test('who is erased is gone from the outbox, too', async () => {
  const { as, mails, puts, stand } = await office({ settings: { holds: 'none' } })
  const ada = as('ada')
  await ada.posts('Hello')
  await ada.proves('ada@mail.example', mails)
  const { proof } = await ada.proves(undefined, mails, { purpose: 'erase' })
  await puts(1, 'ada@mail.example')
  await puts(2, 'ben@mail.example')
  await ada.erases(proof!)
  expect(await stand()).toEqual(['sent'])
})
