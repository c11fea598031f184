import type { ComponentChildren } from 'preact'
import type { Me, Standing, Thread } from '../../server/contract.ts'
import { type CallOptions, call, type Refusal } from '../shared/call.ts'
import { type Branch, type Loading, type Shown, toBranches } from './branches.ts'
import { type Identity, identityOf } from './identity.ts'
import type { Place } from './place.ts'
import type { Tools } from './tools.ts'
import type { Writing } from './writing.ts'

export interface State {
  phase: 'loading' | 'ready' | 'failed'
  isOpen: boolean
  /** Published comments in the whole thread. */
  count: number
  branches: Branch[]
  /** Cursor of the next page. */
  next: string | null
  moreState: Loading
  identity: Identity | null
  /** False when the browser would not remember the reader. */
  isKept: boolean
  writing: Writing | false | null
  /** What is to be said above the thread, as it is drawn. */
  notice?: ComponentChildren
  /** The choice of an order. */
  order?: ComponentChildren
}

export type ThreadEvent = 'ready' | 'posted' | 'count' | 'error'

/** What one thread of the page has fetched is there for all. */
let fetched: Writing | null = null
let present: typeof import('../extras/present/present.ts') | undefined

/** Fetches what stands beside a thread that is read. */
const bring = async () => {
  present ??= await import('../extras/present/present.ts')
  return present
}

/** One thread: its state, and what reads it from the server. It knows no element and no words. */
export class Conversation {
  declare state: State
  /** The reader's own comments that found no branch on screen yet, and the ids of all of them. */
  waiting: Shown[] = []
  mine = new Set<string>()
  /** What moderators have said of the reader, and which of the reader's comments an appeal has published. */
  declare standing: Standing | undefined
  declare granted: string[] | undefined
  /** How far the server's clock is ahead of this one, in ms, as far as it is known. */
  declare ahead: number | undefined
  /** The address of the site's own rules. */
  declare rules: string | null | undefined
  /** The reader's own part of the thread as it last came. */
  declare me: Me | null | undefined
  /** Roots whose replies the reader has folded away. */
  readonly folded = new Set<string>()
  /** What is drawn beside every comment, once it has come. */
  declare tools: Tools | undefined
  /** The article as the server last told it. */
  declare article: Thread['article']
  declare policy: Thread['policy']
  /** Settled once all that the reader has sent is answered. */
  declare sending: Promise<unknown> | undefined
  /** The comment that takes the focus as soon as it is drawn. */
  declare target: string | undefined
  declare readonly place: Place
  readonly gone = new AbortController()
  declare private readonly changed: (event?: ThreadEvent, detail?: object) => void

  constructor(where: Place, changed: (event?: ThreadEvent, detail?: object) => void) {
    this.place = where
    this.changed = changed
    this.state = {
      phase: 'loading',
      isOpen: false,
      count: 0,
      branches: [],
      next: null,
      moreState: 'idle',
      identity: identityOf(where.origin, where.query.site),
      isKept: true,
      writing: fetched,
    }
  }

  /** Stops what is being read. What is being written goes on: the reader has let go of it. */
  leave(): void {
    this.gone.abort()
  }

  /** The article, as every route takes it. */
  get query() {
    return this.place.query
  }

  async load(): Promise<void> {
    present?.follow(this)
    this.mark('busy')
    const me = this.readMe()
    try {
      const page = await this.readPage()
      if (!page) return
      const { article, policy, comments, next } = page
      const { isOpen, count, key } = article
      this.article = article
      this.policy = policy
      const branches = toBranches(comments)
      // After a retry the button that had the focus is gone.
      if (this.state.phase === 'failed') this.target = comments[0]?.id
      this.change({ phase: 'ready', moreState: 'idle', isOpen, count, branches, next })
      this.tell('ready', { count, key })
    } catch (error) {
      const { problem } = error as Refusal
      // The site's owner has yet to set the page up; else trying again is all there is.
      const notice = problem?.command && (await bring().catch(() => undefined))?.explained(this, problem)
      this.change({ phase: 'failed', notice: await notice })
      return this.fail(error)
    }
    this.me = await me
    if (this.me)
      fetched?.meet(this, this.me)
      // Without it the thread can be read as it stands.
    ;(await bring().catch(() => undefined))?.stay(this)
  }

  /** Loads the next page, or the next replies of a branch. */
  async more(branch?: Branch): Promise<void> {
    this.mark('busy', branch)
    try {
      await (await bring()).more(this, branch)
    } catch (error) {
      this.fail(error, branch)
    }
  }

  /** How far the loading of more has come. */
  private mark(moreState: Loading, branch?: Branch): void {
    const { branches } = this.state
    const marked = (each: Branch) => (each.root.id === branch?.root.id ? { ...each, moreState } : each)
    this.change(branch ? { branches: branches.map(marked) } : { moreState })
  }

  /** Fetches what it takes to write. */
  prepare = async (): Promise<void> => {
    const presence = bring().catch(() => undefined)
    try {
      fetched = await import('../extras/writing/writing.ts')
      await presence
      if (this.state.writing !== fetched) this.change({ writing: fetched })
    } catch {
      this.change({ writing: (await presence)?.stranded ?? false })
    }
  }

  change(change: Partial<State>): void {
    this.state = { ...this.state, ...change }
    this.changed()
  }

  tell(event: ThreadEvent, detail: object): void {
    this.changed(event, detail)
  }

  /** The reader's own part, for those who have one. The thread stands without it, so its failure is silent. */
  private async readMe(): Promise<Me | null> {
    const token = this.state.identity?.token
    if (!token) return null
    try {
      const [me] = await Promise.all([this.read<Me>('/api/me', this.query, { token }), this.prepare()])
      return me
    } catch {
      return null
    }
  }

  /** A page of the thread; null when another order was asked for meanwhile: then its page is what stands. */
  async readPage(after?: string | null): Promise<Thread | null> {
    const { sort } = this.place
    const asked = this.read<Thread>('/api/threads', { ...this.query, sort, after })
    await asked.catch(() => {})
    return sort === this.place.sort ? asked : null
  }

  read<T>(path: string, query: CallOptions['query'], options?: CallOptions): Promise<T> {
    const { signal } = this.gone
    return call<T>(this.place.origin, 'GET', path, { ...options, query, signal, credentials: 'omit' })
  }

  private fail(error: unknown, branch?: Branch): void {
    this.mark('failed', branch)
    this.tell('error', { code: (error as Refusal).problem?.code ?? null })
  }
}
