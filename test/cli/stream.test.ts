import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeMove, planMove } from '../../server/articles/move.ts'
import { Streams } from '../../server/articles/streams.ts'
import type { Changes, Comment } from '../../server/contract.ts'
import { Problem } from '../../server/problems.ts'
import { createStore } from '../../server/store/store.ts'
import { EventReader } from '../event-stream.ts'
import { answerOf, plainText } from '../people.ts'
import { type World, world } from '../world.ts'

const address = ({ site, page }: World, more: Record<string, string> = {}) =>
  `/api/threads/stream?${new URLSearchParams({ site, url: page, ...more })}`

/** Opens a stream on the world's page; it is expected to be one. */
async function listens(stage: World, more: Record<string, string> = {}, headers: Record<string, string> = {}) {
  const response = await stage.send(address(stage, more), { headers })
  expect(response.status).toBe(200)
  return new EventReader(response.body!)
}

const changesSince = async ({ send, site, page }: World, since: number) =>
  answerOf<Changes>(
    await send(`/api/threads/changes?${new URLSearchParams({ site, url: page, since: String(since) })}`),
  )

describe('a stream', () => {
  test('carries what the public sees change, as it changes, and never what waits', async () => {
    const stage = await world()
    const reader = await listens(stage)
    const mona = await stage.atDesk('mona')
    const waiting = await stage.as('ada').posts('Waits')
    const other = await stage.as('ben').posts('Is approved')
    await mona.rules(other, 'approve')
    const first = (await reader.changes())!
    expect(first.comments.map(({ id }) => id)).toEqual([other.id])
    expect(first).toMatchObject({ count: 1, gone: [], isMore: false, id: String(first.revision) })
    await mona.rules(other, 'spam')
    expect(await reader.changes()).toMatchObject({ count: 0, comments: [], gone: [other.id] })
    await mona.rules(waiting, 'approve')
    expect((await reader.changes())!.comments.map(({ id }) => id)).toEqual([waiting.id])
    await reader.leave()
  })

  test('says hello at once, and from any page, uncompressed, kept by nobody', async () => {
    const stage = await world()
    const response = await stage.send(address(stage), {
      headers: { 'accept-encoding': 'gzip, br', origin: 'https://daily.example' },
    })
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'access-control-allow-origin': '*',
    })
    expect(response.headers.get('content-encoding')).toBeNull()
    const { value } = await response.body!.getReader().read()
    expect(new TextDecoder().decode(value)).toMatch(/^retry: \d{4}\nid: 0\nevent: hello\ndata:\n\n$/)
    await response.body?.cancel().catch(() => {})
  })

  test('begins with what has changed since, and a broken one is taken up where it stopped', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    await stage.as('ada').posts('Known')
    const { revision } = (await stage.as('eve').reads()).article
    await stage.as('ada').posts('Missed')
    const reader = await listens(stage, { since: String(revision) })
    const missed = (await reader.changes())!
    expect(missed.comments.map(plainText)).toEqual(['Missed'])
    await reader.leave()
    await stage.as('ben').posts('While away')
    const again = await listens(stage, { since: String(revision) }, { 'Last-Event-ID': missed.id! })
    expect((await again.changes())!.comments.map(plainText)).toEqual(['While away'])
    await again.leave()
  })

  test('that breaks before its first event is taken up at its hello', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    await stage.as('ada').posts('Known')
    const reader = await listens(stage)
    const hello = (await reader.next())!
    await reader.leave()
    await stage.as('ben').posts('In between')
    const again = await listens(stage, {}, { 'Last-Event-ID': hello.id! })
    expect((await again.changes())!.comments.map(plainText)).toEqual(['In between'])
    await again.leave()
  })

  test('brings many changes in pages, and puts a revision from the future right', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    for (let n = 0; n < 130; n++) await stage.as('ada').posts(`Number ${n} of many`)
    const reader = await listens(stage, { since: '0' })
    const [first, second] = [(await reader.changes())!, (await reader.changes())!]
    expect([first.comments.length, first.isMore, second.comments.length, second.isMore]).toEqual([100, true, 30, false])
    await reader.leave()
    const ahead = await listens(stage, { since: '999999' })
    expect(await ahead.changes()).toMatchObject({ revision: second.revision, comments: [] })
    await stage.as('ben').posts('After it')
    expect((await ahead.changes())!.comments.map(plainText)).toEqual(['After it'])
    await ahead.leave()
  }, 30_000)

  test('tells the same as asking again and again, whatever happens and whenever it breaks off', async () => {
    const step = fc.tuple(fc.constantFrom('post', 'reject', 'restore', 'withdraw', 'hear', 'break'), fc.nat(1000))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async steps => {
        const stage = await world({ settings: { holds: 'none', linksAllowed: 9 } })
        const mona = await stage.atDesk('mona')
        const all: Comment[] = []
        const screen = new Map<string, string>()
        let last = '0'
        let reader = await listens(stage, { since: '0' })
        const hears = async () => {
          const { revision } = (await stage.as('eve').reads()).article
          while (Number(last) < revision) {
            const { id, comments, gone } = (await reader.changes())!
            last = id!
            for (const comment of comments) screen.set(comment.id, comment.status)
            for (const each of gone) screen.delete(each)
          }
        }
        for (const [at, [what, which]] of steps.entries()) {
          const chosen = all[which % Math.max(1, all.length)]
          if (what === 'post') all.push(await stage.as('ada').posts(`Post ${at}`))
          else if (what === 'hear') await hears()
          else if (what === 'break') {
            await reader.leave()
            reader = await listens(stage, { since: '0' }, { 'Last-Event-ID': last })
          } else if (chosen && what === 'withdraw') await stage.as('ada').withdraws(chosen)
          else if (chosen) await mona.rules(chosen, what as 'reject')
        }
        await hears()
        await reader.leave()
        const { comments } = await changesSince(stage, 0)
        expect([...screen].sort()).toEqual(comments.map(({ id, status }) => [id, status]).sort())
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  test('of an address whose thread has moved goes on with the thread', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    const there = `${stage.origin}/moved`
    await stage.as('ada').posts('Before')
    await stage.as('ben', there).posts('There')
    const reader = await listens(stage)
    const site = (await stage.deps.store.sites.find(stage.site))!
    await makeMove(stage.deps, site, await planMove(stage.deps, site, '/news/1', '/moved', true))
    let heard = (await reader.changes())!
    while (!heard.isAnew) heard = (await reader.changes())!
    expect(heard.count).toBe(2)
    await stage.as('chiara', there).posts('After')
    expect((await reader.changes())!.comments.map(plainText)).toEqual(['After'])
    await reader.leave()
  })

  test('of a page whose key is another one since its site changed ends with the word to read it again', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    await stage.as('ada').posts('Before')
    const reader = await listens(stage)
    const article = (await stage.deps.store.moves.named(stage.site, '/news/1'))!
    await stage.deps.store.moves.rename(article, { key: '/elsewhere', url: article.url }, null)
    expect(await reader.changes()).toMatchObject({ isAnew: true, revision: 0 })
    expect(await reader.changes()).toBeNull()
  })

  test('gives signs of life, ends after some minutes, and then leaves nothing', async () => {
    const stage = await world()
    const reader = await listens(stage)
    expect((await reader.next())!.event).toBe('hello')
    stage.clock.now += 20_000
    expect(await reader.next()).toEqual({ event: 'hello', id: null, data: '' })
    stage.clock.now += 400_000
    expect(await reader.next()).toBeNull()
  })

  test('is not opened for a stranger’s page or an unknown site', async () => {
    const { send, site } = await world()
    const url = 'https://elsewhere.example/'
    expect((await send(`/api/threads/stream?${new URLSearchParams({ site, url })}`)).status).toBe(403)
    expect((await send(`/api/threads/stream?${new URLSearchParams({ site: 'nowhere', url })}`)).status).toBe(404)
  })
})

describe('the streams of a process', () => {
  const timers = () => process.getActiveResourcesInfo().filter(kind => kind === 'Timeout').length

  test('a thousand all hear of a comment, and leave no timer and no entry when they go', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    const streams = new Streams(stage.deps)
    const before = timers()
    const key = '/news/1'
    const readers: EventReader[] = []
    for (let n = 0; n < 1_000; n++) readers.push(new EventReader((await streams.open(stage.site, key, 0, null))!))
    expect(streams.size).toBe(1_000)
    expect(timers()).toBeLessThan(before + 10)
    const posted = await stage.as('ada').posts('For everybody')
    const heard = await Promise.all(readers.map(reader => reader.changes()))
    for (const changes of heard) expect(changes!.comments.map(({ id }) => id)).toEqual([posted.id])
    await Promise.all(readers.map(reader => reader.leave()))
    expect(streams.size).toBe(0)
    await expect.poll(timers).toBeLessThanOrEqual(before)
  }, 30_000)

  test('ask once for all who listen to an article', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    const { driver } = stage.deps.store.engine
    let asked = 0
    const store = createStore({
      ...driver,
      batch(statements, mode) {
        if (statements.some(({ sql }) => sql.includes('changed_in >'))) asked += 1
        return driver.batch(statements, mode)
      },
    })
    const streams = new Streams({ ...stage.deps, store })
    const readers: EventReader[] = []
    for (let n = 0; n < 60; n++) {
      readers.push(new EventReader((await streams.open(stage.site, `/news/${n % 6}`, 0, null))!))
    }
    await Promise.all(readers.map(reader => reader.next()))
    expect(asked).toBe(60)
    await stage.as('ada').posts('News')
    await Promise.all(readers.filter((_, n) => n % 6 === 1).map(reader => reader.changes()))
    expect(asked).toBe(61)
    await Promise.all(readers.map(reader => reader.leave()))
  })

  test('bring each to the end from wherever it begins, though many are far behind at different places', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    for (let n = 0; n < 230; n++) await stage.as('ada').posts(`Number ${n}`)
    const streams = new Streams(stage.deps)
    const readers: EventReader[] = []
    for (let n = 0; n < 25; n++) {
      readers.push(new EventReader((await streams.open(stage.site, '/news/1', n, null))!))
    }
    const { revision } = (await stage.as('ben').reads()).article
    const heard = await Promise.all(
      readers.map(async reader => {
        const all: Changes[] = []
        while (all.at(-1)?.revision !== revision) all.push((await reader.changes())!)
        return all.flatMap(({ comments }) => comments).length
      }),
    )
    expect(heard).toEqual(readers.map((_, n) => 230 - n))
    await Promise.all(readers.map(reader => reader.leave()))
  }, 30_000)

  test('miss nothing that is committed while they open', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    const { driver } = stage.deps.store.engine
    const gate = Promise.withResolvers<void>()
    const store = createStore({
      ...driver,
      async batch(statements, mode) {
        const rows = await driver.batch(statements, mode)
        // Who asks from 7 on waits with the answer in hand.
        if (statements.some(({ args }) => args.includes('/news/1') && args.includes(7))) await gate.promise
        return rows
      },
    })
    const streams = new Streams({ ...stage.deps, store })
    const early = new EventReader((await streams.open(stage.site, '/news/1', 0, null))!)
    const opening = streams.open(stage.site, '/news/1', 7, null)
    await stage.as('ada').posts('In between')
    await early.changes()
    gate.resolve()
    const late = new EventReader((await opening)!)
    expect((await late.changes())!.revision).toBe(0)
    expect((await late.changes())!.comments.map(plainText)).toEqual(['In between'])
    await Promise.all([early.leave(), late.leave()])
  })

  test('are fifty at most for one client; the next is told to ask instead, until one of them ends', async () => {
    const stage = await world({ limits: true })
    const opens = (client: string) => stage.send(address(stage), { headers: { 'x-test-client': client } })
    const open = await Promise.all(Array.from({ length: 50 }, () => opens('10.0.0.1')))
    expect(new Set(open.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await opens('10.0.0.1')).status).toBe(204)
    const other = await opens('10.0.0.2')
    expect(other.status).toBe(200)
    await open[0]!.body!.cancel()
    const next = await opens('10.0.0.1')
    expect(next.status).toBe(200)
    await Promise.all([...open.slice(1), other, next].map(({ body }) => body!.cancel()))
  })

  test('do not count for long when only their head was asked for', async () => {
    const stage = await world({ limits: true })
    const headers = { 'x-test-client': '10.0.0.3' }
    for (let n = 0; n < 60; n++) await stage.send(address(stage), { method: 'HEAD', headers })
    stage.clock.now += 20_000
    await expect
      .poll(async () => {
        const { status, body } = await stage.send(address(stage), { headers })
        await body?.cancel()
        return status
      })
      .toBe(200)
  })

  test('are two thousand at most', async () => {
    const stage = await world()
    const streams = new Streams(stage.deps)
    const open: ReadableStream[] = []
    for (let n = 0; n < 2_000; n++) open.push((await streams.open(stage.site, '/news/1', 0, `client ${n}`))!)
    expect(await streams.open(stage.site, '/news/1', 0, 'one more')).toBeNull()
    await Promise.all(open.map(stream => stream.cancel()))
    expect(streams.size).toBe(0)
  }, 30_000)

  test('who does not read is sent no more than one event, hears the rest when it reads, and is dropped if it never does', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    const streams = new Streams(stage.deps)
    const open = async () => new EventReader((await streams.open(stage.site, '/news/1', 0, null))!)
    const [slow, quick, never] = [await open(), await open(), await open()]
    for (let n = 0; n < 5; n++) {
      await stage.as('ada').posts(`Number ${n}`)
      await quick.changes()
    }
    const late = (await slow.changes())!
    expect(late.comments.map(plainText)).toEqual(Array.from({ length: 5 }, (_, n) => `Number ${n}`))
    stage.clock.now += 20_000
    await expect.poll(() => streams.size).toBe(2)
    expect((await never.next())!.event).toBe('hello')
    expect(await never.next()).toBeNull()
    await Promise.all([slow.leave(), quick.leave()])
    expect(streams.size).toBe(0)
  })

  test('end when the process is about to stop, and none is opened after', async () => {
    const stage = await world()
    const stopping = new AbortController()
    const streams = new Streams({ ...stage.deps, stopping: stopping.signal })
    const reader = new EventReader((await streams.open(stage.site, '/news/1', null, null))!)
    await reader.next()
    stopping.abort()
    expect(await reader.next()).toBeNull()
    expect(await streams.open(stage.site, '/news/1', null, null)).toBeNull()
    expect(streams.size).toBe(0)
  })

  test('outlast a database that is busy, and end with one line in the log when it fails', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    const { driver } = stage.deps.store.engine
    let fault: Error | null = null
    let faults = 0
    const store = createStore({
      ...driver,
      async generation() {
        if (!fault) return driver.generation!()
        faults += 1
        throw fault
      },
    })
    const streams = new Streams({ ...stage.deps, store })
    const reader = new EventReader((await streams.open(stage.site, '/news/1', 0, null))!)
    fault = new Problem('busy')
    await expect.poll(() => faults).toBeGreaterThan(1)
    fault = null
    await stage.as('ada').posts('After the wait')
    expect((await reader.changes())!.comments.map(plainText)).toEqual(['After the wait'])
    fault = new Error('the disk is gone')
    expect(await reader.changes()).toBeNull()
    expect(stage.log).toEqual([{ event: 'streams_failed', error: 'Error: the disk is gone' }])
    expect(streams.size).toBe(0)
  })
})
