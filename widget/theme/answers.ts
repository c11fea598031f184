import type { Account, Changes, Claim, Comment, Me, ProblemDocument, Thread } from '../../server/contract.ts'
import { HERE } from '../shared/here.ts'
import { comment, paragraph } from './fixtures.ts'
import type { State } from './states.ts'

/** What the gallery's sites answer: the specimens are the real widget, and only what it is told is made up. */
export interface Answers {
  /** The thread; `never` while it loads for good, `silent` where no answer comes, or a refusal. */
  thread: Thread | 'never' | 'silent' | ProblemDocument
  me?: Me
  /** What the site knows of the reader, and what is in the reader's own list. */
  account?: Account
  own?: Comment[]
  /** What is refused to who posts. */
  refusal?: ProblemDocument
  /** What comes while the thread is looked at. */
  news?: Comment[]
  /** One comment by itself, for permalinks; none is there unless it is given. */
  more?: Comment[]
}

/** The prefix of the sites that exist only here. */
export const SITE = 'gallery-'

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const isProblem = (thread: Answers['thread']): thread is ProblemDocument =>
  typeof thread === 'object' && 'code' in thread

/**
 * Stands between the widget and the server on this page: what is asked of the gallery's own sites is answered here, all
 * else goes on to the server.
 * @param stateOf the state that a site shows
 */
export function answerHere(stateOf: (site: string) => State | undefined): void {
  const fetchThere = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    const body = typeof init?.body === 'string' && init.body ? JSON.parse(init.body) : {}
    const owner = siteOfComment.get(pathOf(url).split('/')[3] ?? '')
    const site: string = url.searchParams.get('site') ?? body.site ?? owner ?? ''
    const state = pathOf(url).startsWith('/api/') && site.startsWith(SITE) ? stateOf(site) : undefined
    if (!state) return fetchThere(input, init)
    return answer(state.answers, url, init?.method ?? 'GET', body, init?.signal ?? null)
  }
  const Stream = class extends StillStream {
    constructor(address: string) {
      super(address, stateOf)
    }
  }
  window.EventSource = Stream as unknown as typeof EventSource
}

/** The path of an address as the routes have it. */
const pathOf = ({ href, pathname }: URL) =>
  href.startsWith(`${HERE}/`) ? new URL(href.slice(HERE.length), location.origin).pathname : pathname

/** Which site a comment of the gallery belongs to: its routes name only the comment. */
const siteOfComment = new Map<string, string>()

/** Makes the routes of these comments known as the site's. */
export function own(site: string, answers: Answers): void {
  const { thread, me } = answers
  const comments = typeof thread === 'object' && !isProblem(thread) ? thread.comments : []
  for (const { id } of [...comments, ...(me?.unpublished ?? []), ...(answers.more ?? [])]) siteOfComment.set(id, site)
}

async function answer(
  answers: Answers,
  url: URL,
  method: string,
  body: { text?: string; name?: string; parent?: string; value?: number; ids?: string[] },
  signal: AbortSignal | null,
): Promise<Response> {
  const { thread } = answers
  const path = pathOf(url)
  if (path === '/api/threads') {
    if (thread === 'never')
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    if (thread === 'silent') throw new TypeError('No answer')
    if (isProblem(thread)) return json(thread, thread.status)
    return json(url.searchParams.get('after') ? { ...thread, comments: [], next: null } : thread)
  }
  if (path === '/api/me') return answers.me ? json(answers.me) : json({ code: 'bad_token' }, 401)
  if (path === '/api/threads/changes') {
    const count = typeof thread === 'object' && !isProblem(thread) ? thread.article.count : 0
    return json({ ...changesOf(answers.news ?? []), count })
  }
  if (path === '/api/stamps') return json({ stamp: 'gallery' })
  if (path === '/api/preview') return json({ tree: [paragraph(body.text ?? '')] })
  if (path === '/api/comments' && method === 'POST') {
    if (answers.refusal) return json(answers.refusal, answers.refusal.status)
    const { parent } = body
    const above =
      typeof thread === 'object' && !isProblem(thread) ? thread.comments.find(({ id }) => id === parent) : null
    const made = comment(body.name || null, body.text ?? '', {
      status: 'pending',
      reason: 'first_comment',
      createdAt: Date.now(),
      ...(above && { parent: above.id, root: above.root }),
    })
    return json({ comment: made }, 201)
  }
  const about =
    typeof thread === 'object' && !isProblem(thread) ? known(thread, answers, path.split('/')[3]!) : undefined
  if (path.endsWith('/source') && about) return json({ text: textOf(about), version: 1, left: 900_000 })
  if (path.endsWith('/editions') && about) {
    return json({ editions: [{ tree: about.tree, endedAt: about.createdAt + 60_000, by: 'author' }] })
  }
  if (path.startsWith('/api/comments/') && method !== 'GET' && about) {
    if (method === 'PATCH')
      return json({ comment: { ...about, tree: [paragraph(body.text ?? '')], editedAt: Date.now() } })
    if (method === 'DELETE' || path.endsWith('/restore')) return json({ comment: about })
  }
  if (path.endsWith('/vote')) return json({ votes: { up: Number(body.value === 1) + 3, down: 0 }, mine: body.value })
  if (path === '/api/votes') {
    // Each comment has another number, and one of them has none.
    return json({ votes: (body.ids ?? []).map((_, n) => ({ up: [12, 0, 1_240, 3][n % 4], down: 0 })) })
  }
  if (path.endsWith('/mute') || path.endsWith('/follows')) return json(body)
  if (path.endsWith('/seen')) return new Response(null, { status: 204 })
  if (path === '/api/account') return json(answers.account ?? { author: null, ways: [], counts: {} })
  if (path === '/api/sign-in/email') {
    const claim: Claim = { claim: 'gallery', expiresAt: Date.now() + 600_000 }
    return json(claim, 202)
  }
  if (path === '/api/sign-in/code') return json({ code: 'code_wrong', triesLeft: 4 }, 422)
  if (path === '/api/me/comments') return json({ comments: (answers.own ?? []).map(ownOf), next: null })
  if (path.startsWith('/api/me/')) return json({ comments: [], votes: [], follows: [], mutes: [], next: null })
  if (path.endsWith('/reports')) return json({ reported: 'off_topic' }, 201)
  return json({ type: 'about:blank', title: 'This is a gallery', status: 404, detail: '', code: 'not_found' }, 404)
}

const ownOf = (own: Comment) => ({
  comment: own,
  article: { key: '/gallery', title: 'Gallery', url: 'https://example.org/gallery' },
  permalink: own.status === 'published' ? 'https://example.org/c/1' : null,
  replies: own.replies,
  votes: { up: 2, down: 0 },
})

const known = (thread: Thread, { me, more }: Answers, id: string) =>
  [...thread.comments, ...(me?.unpublished ?? []), ...(more ?? [])].find(comment => comment.id === id)

const textOf = ({ tree }: Comment) =>
  tree
    .map(block => (block.type === 'p' ? block.children.filter(each => typeof each === 'string').join('') : ''))
    .join('\n\n')

/** A stream that brings the news of its state, or else is refused, so that the widget asks now and then, which costs nothing here. */
class StillStream extends EventTarget {
  static readonly CLOSED = 2
  readyState = 1
  onmessage: ((event: MessageEvent) => void) | null = null
  onerror: ((event: Event) => void) | null = null

  constructor(address: string, stateOf: (site: string) => State | undefined) {
    super()
    const news = stateOf(new URL(address).searchParams.get('site') ?? '')?.answers.news
    setTimeout(() => {
      if (this.readyState === StillStream.CLOSED) return
      if (!news) this.close()
      if (!news) return this.onerror?.(new Event('error'))
      this.dispatchEvent(new Event('hello'))
      this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(changesOf(news)) }))
    })
  }

  close(): void {
    this.readyState = StillStream.CLOSED
  }
}

const changesOf = (comments: Comment[]): Changes => ({
  ...{ revision: 2, count: comments.length, comments, gone: [], isMore: false, isAnew: false },
})
