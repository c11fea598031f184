import { describe, expect, test } from 'vitest'
import { makeMove, planMove } from '../../server/articles/move.ts'
import type { CommentPlace, DeskArticles, DeskMe, MovePreview, MoveProgress, Views } from '../../server/contract.ts'
import { answerOf, Refused } from '../people.ts'
import { type World, world } from '../world.ts'

const open = { settings: { holds: 'none' } } as const

/** Two pages with a thread each: the old page has a reply, a waiting and a refused comment among its own. */
async function twoThreads() {
  const stage = await world(open)
  const { as, atDesk, origin } = stage
  const [old, next] = [`${origin}/old`, `${origin}/new`]
  const root = await as('ada', old).posts('Root', { title: 'The old page' })
  const reply = await as('ben', old).replies(root, 'Reply')
  const refused = await as('eve', old).posts('Refused')
  await (await atDesk('mona')).rules(refused, 'reject', { reason: 'abuse' })
  const there = await as('chiara', next).posts('There', { title: 'The new page' })
  const asked = (from: string, to: string) => new URLSearchParams({ site: stage.site, from, to })
  const olga = await atDesk('olga')
  const previews = (from: string, to: string) => olga.asks<MovePreview>(`/api/desk/moves?${asked(from, to)}`)
  const moves = (from: string, to: string, more: object = {}) =>
    olga.asks<MoveProgress>('/api/desk/moves', { method: 'POST', json: { site: stage.site, from, to, ...more } })
  return { ...stage, old, next, root, reply, refused, there, previews, moves, olga }
}

async function expectSound({ deps }: Pick<World, 'deps'>) {
  expect(await deps.store.doctor.discrepancies()).toEqual([])
}

const placeOf = async ({ send }: Pick<World, 'send'>, id: string) =>
  (await answerOf<CommentPlace>(await send(`/api/comments/${id}`))).article

describe('merging two threads', () => {
  test('shows what would move, and moves nothing before', async () => {
    const { previews, as, old, origin } = await twoThreads()
    expect(await previews('/old', '/new')).toEqual({
      way: 'merge',
      forward: true,
      from: { key: '/old', title: 'The old page', url: `${origin}/old`, count: 2 },
      to: { key: '/new', title: 'The new page', url: `${origin}/new`, count: 1 },
      comments: 3,
      there: 1,
    })
    expect(await as('darya', old).sees()).toEqual(['Root', 'Reply'])
  })

  test('brings replies and refused comments along, and both pages show the one thread', async () => {
    const stage = await twoThreads()
    const { moves, as, old, next, refused } = stage
    expect(await moves('/old', '/new')).toEqual({ isDone: true, moved: 3 })
    for (const page of [old, next]) {
      expect(await as('darya', page).sees()).toEqual(['There', 'Root', 'Reply'])
      expect((await as('darya', page).reads()).article).toMatchObject({ key: '/new', title: 'The new page', count: 3 })
    }
    expect((await as('eve', next).looksAtOwn()).unpublished.map(({ id }) => id)).toEqual([refused.id])
    await expectSound(stage)
  })

  test('keeps permalinks, and what is posted from the old page lands in the one thread', async () => {
    const stage = await twoThreads()
    const { moves, as, old, next, reply, root, send, origin } = stage
    await moves('/old', '/new')
    expect(await placeOf(stage, reply.id)).toMatchObject({ key: '/new' })
    expect((await send(`/c/${reply.id}`)).headers.get('location')).toBe(`${origin}/new#comment-${reply.id}`)
    await as('darya', old).replies(root, 'From the old page')
    expect(await as('ada', next).sees()).toEqual(['There', 'Root', 'Reply', 'From the old page'])
    await expectSound(stage)
  })

  test('again is no change', async () => {
    const { moves, previews, as, next } = await twoThreads()
    await moves('/old', '/new')
    expect(await previews('/old', '/new')).toMatchObject({ way: 'none', comments: 0 })
    expect(await moves('/old', '/new')).toEqual({ isDone: true, moved: 0 })
    expect(await as('darya', next).sees()).toEqual(['There', 'Root', 'Reply'])
  })

  test('and back again gives the old page the thread, wherever the new one leads then', async () => {
    const stage = await twoThreads()
    const { moves, as, old, next, origin } = stage
    await moves('/old', '/new')
    await moves('/new', '/old')
    for (const page of [old, next]) {
      expect((await as('darya', page).reads()).article).toMatchObject({ key: '/old', url: `${origin}/old`, count: 3 })
    }
    await expectSound(stage)
  })

  test('a page that was open on either thread is told to read it again, and an old ETag is never held to', async () => {
    const { moves, as, old, next, send, site } = await twoThreads()
    const asked = (url: string) => `/api/threads?${new URLSearchParams({ site, url })}`
    const seen = await Promise.all(
      [old, next].map(async page => ({
        page,
        etag: (await send(asked(page))).headers.get('etag')!,
        since: String((await as('darya', page).reads()).article.revision),
      })),
    )
    await moves('/old', '/new')
    for (const { page, etag, since } of seen) {
      expect((await send(asked(page), { headers: { 'if-none-match': etag } })).status).toBe(200)
      const query = new URLSearchParams({ site, url: page, since })
      expect(await answerOf(await send(`/api/threads/changes?${query}`))).toMatchObject({ isAnew: true, count: 3 })
    }
  })

  test('half a move loses nothing: all comments can be read meanwhile, and the same move does the rest', async () => {
    const stage = await twoThreads()
    const { deps, site, as, old, next, moves, send } = stage
    const row = (await deps.store.sites.find(site))!
    const from = (await deps.store.moves.named(site, '/old'))!
    const to = (await deps.store.moves.named(site, '/new'))!
    await deps.store.moves.step(from.id, to.id, 1)
    expect((await planMove(deps, row, '/old', '/new', true)).way).toBe('merge')
    const count = async (url: string) => (await as('darya', url).reads()).article.count
    expect((await count(old)) + (await count(next))).toBe(3)
    await expectSound(stage)
    expect(await moves('/old', '/new')).toMatchObject({ isDone: true, moved: 1 })
    expect(await count(next)).toBe(3)
    expect((await send(`/c/${stage.root.id}`)).status).toBe(302)
    await expectSound(stage)
  })

  test('what is posted while it goes on comes along', async () => {
    const stage = await twoThreads()
    const { deps, site, as, old, next } = stage
    const plan = await planMove(deps, (await deps.store.sites.find(site))!, '/old', '/new', true)
    let posting: Promise<unknown> | null = null
    await makeMove(deps, (await deps.store.sites.find(site))!, plan, () => {
      posting ??= as('darya', old).posts('Meanwhile')
    })
    await posting
    expect(await as('ada', next).sees()).toContain('Meanwhile')
    expect(await as('ada', old).sees()).toContain('Meanwhile')
    await expectSound(stage)
  })
})

test('a thread merged into a page that was only seen brings its title and its views along', async () => {
  const { passes, site, send, as, origin, old, moves } = await twoThreads()
  const sees = async (url: string, client: string, urls: string[] = []) => {
    const headers = { Origin: origin, 'User-Agent': 'Mozilla/5.0', 'x-test-client': client }
    const body = JSON.stringify({ site, seen: { url }, urls })
    return (await answerOf<Views>(await send('/api/views', { method: 'POST', headers, body }))).views
  }
  const only = `${origin}/only-seen`
  await sees(old, '192.0.2.1')
  await sees(old, '192.0.2.2')
  await sees(only, '192.0.2.3')
  await passes(20_000)
  await moves('/old', '/only-seen')
  expect((await as('darya', only).reads()).article).toMatchObject({ key: '/only-seen', title: 'The old page' })
  expect(await sees(old, '192.0.2.4', [only, old])).toEqual([4, 4])
})

describe('moving to an address of its own', () => {
  test('takes the thread there as it is, and the old address leads to it', async () => {
    const stage = await twoThreads()
    const { moves, previews, as, old, origin, reply } = stage
    expect(await previews(`${origin}/old?utm_source=x`, '/somewhere/else')).toMatchObject({
      way: 'rename',
      comments: 3,
    })
    await moves(`${origin}/old?utm_source=x`, '/somewhere/else')
    for (const page of [old, `${origin}/somewhere/else/`])
      expect(await as('darya', page).sees()).toEqual(['Root', 'Reply'])
    expect(await placeOf(stage, reply.id)).toMatchObject({ key: '/somewhere/else', url: `${origin}/somewhere/else` })
    expect(await moves('/old', '/somewhere/else')).toEqual({ isDone: true, moved: 0 })
    await expectSound(stage)
  })

  test('by an owner’s id, too, which says nothing of an address', async () => {
    const { moves, as, old, origin } = await twoThreads()
    await moves('/old', '=story-7')
    expect((await as('darya', `${origin}/anywhere`).reads({ article: 'story-7' })).article).toMatchObject({
      key: '=story-7',
      url: old,
      count: 2,
    })
  })

  test('of a site without an address of its own, on the port where its pages are', async () => {
    const stage = await world({ ...open, origins: ['loopback'], parley: 'http://localhost:8787' })
    const { as, atDesk, site, send } = stage
    const page = 'http://localhost:4321/draft'
    const headers = { ...as('ada').headers(), Origin: 'http://localhost:4321' }
    const json = { site, url: page, text: 'Here', name: 'Ada' }
    expect((await send('/api/comments', { method: 'POST', headers, json })).status).toBe(201)
    const move = { site, from: '/draft', to: '/final' }
    await (await atDesk('olga')).asks('/api/desk/moves', { method: 'POST', json: move })
    const article = await stage.deps.store.threads.article(site, '/final')
    expect(article?.url).toBe('http://localhost:4321/final')
  })

  test('without a way from the old address, which begins anew', async () => {
    const stage = await twoThreads()
    const { moves, as, old, next, send, site, root } = stage
    const since = String((await as('darya', old).reads()).article.revision)
    await moves('/old', '/new', { forward: false })
    expect(await as('darya', next).sees()).toEqual(['There', 'Root', 'Reply'])
    expect(await as('darya', old).sees()).toEqual([])
    const query = new URLSearchParams({ site, url: old, since })
    expect(await answerOf(await send(`/api/threads/changes?${query}`))).toMatchObject({ isAnew: true, count: 0 })
    await as('darya', old).posts('A new beginning')
    expect(await moves('/old', '/new', { forward: false })).toMatchObject({ moved: 1 })
    expect(await moves('/old', '/new', { forward: false })).toMatchObject({ moved: 0 })
    expect(await placeOf(stage, root.id)).toMatchObject({ key: '/new' })
    await expectSound(stage)
  })

  test('and back again without a way from the address it leaves, as if nothing had been', async () => {
    const stage = await twoThreads()
    const { moves, previews, as, old, origin, send, site } = stage
    const there = `${origin}/somewhere`
    await moves('/old', '/somewhere')
    const since = String((await as('darya', there).reads()).article.revision)
    const query = new URLSearchParams({ site, from: '/somewhere', to: '/old', forward: 'no' })
    expect(await stage.olga.asks<MovePreview>(`/api/desk/moves?${query}`)).toMatchObject({
      way: 'swap',
      forward: false,
    })
    await moves('/somewhere', '/old', { forward: false })
    expect(await as('darya', old).sees()).toEqual(['Root', 'Reply'])
    expect(await as('darya', there).sees()).toEqual([])
    const changes = await send(`/api/threads/changes?${new URLSearchParams({ site, url: there, since })}`)
    expect(await answerOf(changes)).toMatchObject({ isAnew: true, count: 0 })
    await as('darya', there).posts('On its own')
    expect(await as('darya', there).sees()).toEqual(['On its own'])
    expect(await previews('/old', '/somewhere')).toMatchObject({ way: 'merge', there: 1 })
    await expectSound(stage)
  })

  test('three moves in a row never make a key lead to one that leads on', async () => {
    const stage = await twoThreads()
    const { moves, as, origin } = stage
    await moves('/old', '/b')
    await moves('/b', '/c')
    await moves('/c', '/new')
    for (const path of ['/old', '/b', '/c', '/new']) {
      expect((await as('darya', origin + path).reads()).article).toMatchObject({ key: '/new', count: 3 })
    }
    await expectSound(stage)
  })
})

describe('a move is refused', () => {
  test.each([
    ['of a page nobody has written on', '/nowhere', '/new', 'unknown_article'],
    ['to a page of another site', '/old', 'https://evil.example/x', 'origin_refused'],
    ['to what is no address', '/old', 'nonsense', 'bad_url'],
    ['to an id that says nothing', '/old', '= ', 'bad_url'],
    ['to an id longer than any page can give', '/old', `=${'x'.repeat(513)}`, 'bad_url'],
  ])('%s', async (_, from, to, code) => {
    const { moves } = await twoThreads()
    await expect(moves(from, to)).rejects.toMatchObject({ code })
  })

  test('to what is no address, with the ways there are to name one', async () => {
    const { moves } = await twoThreads()
    const refusal = await moves('/old', 'the new page').catch((error: unknown) => error)
    expect(refusal).toMatchObject({ problem: { detail: expect.stringContaining('“the new page” is no address') } })
  })

  test('of a thread that was moved elsewhere already, with where it is now', async () => {
    const { moves } = await twoThreads()
    await moves('/old', '/new')
    const refusal = await moves('/old', '/third').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Refused)
    expect(refusal).toMatchObject({ code: 'moved_already', problem: { detail: expect.stringContaining('“/new”') } })
  })

  test('by somebody who does not own the site', async () => {
    const { atDesk, site, signIn } = await twoThreads()
    const json = { site, from: '/old', to: '/new' }
    for (const desk of [await atDesk('mona'), await signIn('stan', site, 'moderator')]) {
      await expect(desk.asks('/api/desk/moves', { method: 'POST', json })).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

/** A theme that gives every page the front page as its canonical address. */
async function brokenTheme() {
  const stage = await world(open)
  const { as, origin, atDesk, site } = stage
  const canonical = `${origin}/`
  const posts = (path: string, text: string, title: string) =>
    as('ada', origin + path).posts(text, { canonical, title, url: origin + path })
  const first = await posts('/a', 'On A', 'Page A')
  const inA = await as('ben', `${origin}/b`).replies(first, 'An answer, from page B', { canonical })
  await posts('/b', 'On B', 'Page B')
  await posts('/c', 'On C', 'Page C')
  await as('ada', canonical).posts('On the front page', { canonical })
  const olga = await atDesk('olga')
  const articles = () => olga.asks<DeskArticles>(`/api/desk/articles?site=${site}`)
  const separates = () => olga.asks<MoveProgress>('/api/desk/separations', { method: 'POST', json: { site, key: '/' } })
  return { ...stage, canonical, first, inA, olga, articles, separates }
}

describe('many pages that claim one canonical address', () => {
  test('are told of at the desk, each with what was written on it', async () => {
    const { articles, origin } = await brokenTheme()
    const { claimed } = await articles()
    expect(claimed).toMatchObject([
      {
        key: '/',
        count: 5,
        pages: [
          { key: '/a', title: 'Page A', url: `${origin}/a`, roots: 1 },
          { key: '/b', title: 'Page B', roots: 1 },
          { key: '/c', title: 'Page C', roots: 1 },
        ],
      },
    ])
  })

  test('get a thread each, with whole conversations, and keep it', async () => {
    const stage = await brokenTheme()
    const { separates, articles, as, origin, canonical, inA } = stage
    expect(await separates()).toEqual({ isDone: true, moved: 4 })
    const seen = (path: string) => as('darya', origin + path).sees({ canonical })
    expect(await seen('/a')).toEqual(['On A', 'An answer, from page B'])
    expect(await seen('/b')).toEqual(['On B'])
    expect(await seen('/c')).toEqual(['On C'])
    expect(await seen('/')).toEqual(['On the front page'])
    expect((await as('darya', `${origin}/a`).reads()).article.title).toBe('Page A')
    expect((await as('darya', canonical).reads()).article.title).toBeNull()
    expect(await placeOf(stage, inA.id)).toMatchObject({ key: '/a' })
    expect((await articles()).claimed).toEqual([])
    await as('darya', `${origin}/a`).posts('Later', { canonical })
    expect(await seen('/a')).toContain('Later')
    expect(await separates()).toEqual({ isDone: true, moved: 0 })
    await expectSound(stage)
  })

  test('are told of no longer, where readers of one page answered what was written on the shared one', async () => {
    const stage = await brokenTheme()
    const { separates, articles, as, origin, canonical } = stage
    const { comments } = await as('darya', canonical).reads()
    const front = comments.find(({ parent, id }) => parent === null && id === comments[0]!.id)!
    for (const path of ['/a', '/b', '/c', '/d'])
      await as('ben', origin + path).replies(front, `From ${path}`, { canonical })
    await separates()
    expect((await articles()).claimed).toEqual([])
    expect(await as('darya', canonical).sees()).toEqual(['On the front page', 'From /a', 'From /b', 'From /c'])
    expect(await separates()).toEqual({ isDone: true, moved: 0 })
    await expectSound(stage)
  })

  test('are told of no longer, where an owner has moved them to the shared thread before', async () => {
    const stage = await brokenTheme()
    const { separates, articles, as, origin, canonical, olga, site } = stage
    for (const path of ['/a', '/b', '/c']) {
      await as('eve', origin + path).posts(`Before the theme: ${path}`)
      await olga.asks('/api/desk/moves', { method: 'POST', json: { site, from: path, to: '/' } })
    }
    expect(await separates()).toEqual({ isDone: true, moved: 0 })
    expect((await articles()).claimed).toEqual([])
    expect(await as('darya', `${origin}/a`).sees()).toHaveLength(8)
    expect((await as('darya', canonical).reads()).article.count).toBe(8)
    await expectSound(stage)
  })

  test('are counted by site for who signs in at the desk', async () => {
    const { olga, separates } = await brokenTheme()
    const claimed = async () => (await olga.asks<DeskMe>('/api/desk/me')).sites.map(site => site.claimed)
    expect(await claimed()).toEqual([1])
    await separates()
    expect(await claimed()).toEqual([0])
  })

  test('are left in peace once an owner has found it right', async () => {
    const { olga, articles, site } = await brokenTheme()
    await olga.asks('/api/desk/claims', { method: 'POST', json: { site, key: '/' } })
    expect((await articles()).claimed).toEqual([])
  })

  test('a page with its print and its AMP version is no warning', async () => {
    const { as, origin, atDesk, site } = await world(open)
    const canonical = `${origin}/story`
    for (const path of ['/story', '/story/amp', '/story?print=1'])
      await as('ada', origin + path).posts(path, { canonical })
    const { claimed, articles } = await (await atDesk('mona')).asks<DeskArticles>(`/api/desk/articles?site=${site}`)
    expect(claimed).toEqual([])
    expect(articles).toMatchObject([{ key: '/story', count: 3 }])
  })

  test('stay apart when the shared thread is merged into another, and it is told of there', async () => {
    const stage = await brokenTheme()
    const { olga, articles, site, as, origin } = stage
    await as('ada', `${origin}/home`).posts('Home')
    await olga.asks('/api/desk/moves', { method: 'POST', json: { site, from: '/', to: '/home' } })
    expect((await articles()).claimed).toMatchObject([{ key: '/home', count: 6, pages: [{}, {}, {}] }])
    await olga.asks('/api/desk/separations', { method: 'POST', json: { site, key: '/home' } })
    expect(await as('darya', `${origin}/b`).sees()).toEqual(['On B'])
    await expectSound(stage)
  })
})

describe('two moves at once', () => {
  /** Begins a move of one of the threads and leaves it half-way. */
  async function halfWay() {
    const stage = await twoThreads()
    const { deps, site } = stage
    const row = (await deps.store.sites.find(site))!
    const plan = await planMove(deps, row, '/old', '/new', true)
    expect(await makeMove(deps, row, plan, undefined, () => true)).toBe(false)
    return stage
  }

  test.each([
    ['in the opposite direction', '/new', '/old'],
    ['of the same thread to another place', '/old', '/other'],
    ['of the thread that the comments are on their way to', '/new', '/other'],
    ['to the thread whose comments are on their way', '/other', '/old'],
  ])('the second, %s, is refused with the words that end the first', async (_, from, to) => {
    const stage = await halfWay()
    const { moves, as, origin, next } = stage
    await as('ada', `${origin}/other`).posts('Elsewhere')
    await expect(moves(from, to)).rejects.toMatchObject({
      code: 'move_under_way',
      problem: { detail: expect.stringContaining('“/old” are on their way to “/new”') },
    })
    await moves('/old', '/new')
    expect(await as('darya', next).sees()).toEqual(['There', 'Root', 'Reply'])
    await moves('/new', '/other')
    expect(await as('darya', `${origin}/other`).sees()).toHaveLength(4)
    await expectSound(stage)
  })

  test('the same move twice at once ends well', async () => {
    const stage = await twoThreads()
    const { moves, as, next } = stage
    const done = await Promise.all([moves('/old', '/new'), moves('/old', '/new')])
    expect(done.every(({ isDone }) => isDone)).toBe(true)
    expect(await as('darya', next).sees()).toEqual(['There', 'Root', 'Reply'])
    await expectSound(stage)
  })

  test('a reply to what has gone ahead is taken from the page that is still being moved', async () => {
    const stage = await twoThreads()
    const { deps, site, as, old, root, next, moves } = stage
    const [from, to] = [await deps.store.moves.named(site, '/old'), await deps.store.moves.named(site, '/new')]
    await deps.store.moves.claim(from!.id, to!.id)
    await deps.store.moves.step(from!.id, to!.id, 10)
    await as('chiara', old).replies(root, 'While it moves')
    await moves('/old', '/new')
    expect(await as('darya', next).sees()).toContain('While it moves')
    await expectSound(stage)
  })
})
