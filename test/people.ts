import type {
  Account,
  ActRequest,
  CaseFile,
  Claim,
  Comment,
  Editions,
  EraseProgress,
  MailAnswer,
  MailRequest,
  Me,
  ModeratorAct,
  ModeratorRuling,
  Note,
  PostRequest,
  ProblemDocument,
  Reason,
  ReportAnswer,
  ReportReason,
  ReviseRequest,
  RulingAnswer,
  SignedIn,
  Source,
  Thread,
  Vote,
  VoteAnswer,
} from '../server/contract.ts'

/** The cast. Readers have a token each; Mona and Omar moderate, Olga owns; Stan moderates another site. */
export const READERS = ['ada', 'ben', 'chiara', 'darya', 'eve'] as const
export type ReaderName = (typeof READERS)[number]

/** A reader's token: always the same 43 characters for the same name and world. */
export function tokenOf(name: string, world: number): string {
  return `prl_${`${name}-${world}-`.padEnd(43, 'x').slice(0, 43)}`
}

/** A refusal as a test sees it. */
export class Refused extends Error {
  readonly problem: ProblemDocument
  readonly code: string
  readonly status: number
  constructor(problem: ProblemDocument, status: number) {
    super(`${status} ${problem.code}: ${problem.detail}`)
    this.problem = problem
    this.code = problem.code
    this.status = status
  }
}

export type Send = (path: string, init?: RequestInit & { json?: unknown }) => Promise<Response>

/** The answer's JSON, or the refusal thrown. */
export async function answerOf<T>(response: Response): Promise<T> {
  const body = response.status === 204 ? null : await response.json()
  if (response.ok) return body as T
  throw new Refused(body as ProblemDocument, response.status)
}

export interface Stage {
  site: string
  origin: string
  /** The page everybody is on unless told otherwise. */
  page: string
  send: Send
}

/** Somebody who reads and writes from a page of the site. */
export class Reader {
  readonly token: string
  readonly #stage: Stage
  constructor(token: string, stage: Stage) {
    this.token = token
    this.#stage = stage
  }

  headers(more: Record<string, string> = {}): Record<string, string> {
    return { Origin: this.#stage.origin, Authorization: `Bearer ${this.token}`, ...more }
  }

  /** Posts, and gives the whole response. */
  sends(
    request: Partial<PostRequest> & Record<string, unknown>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const { site, page: url, send } = this.#stage
    return send('/api/comments', { method: 'POST', headers: this.headers(headers), json: { site, url, ...request } })
  }

  async posts(text: string, more: Partial<PostRequest> = {}): Promise<Comment> {
    const response = await this.sends({ text, name: 'Guest', ...more })
    return (await answerOf<{ comment: Comment }>(response)).comment
  }

  replies(to: Comment, text: string, more: Partial<PostRequest> = {}): Promise<Comment> {
    return this.posts(text, { parent: to.id, ...more })
  }

  async withdraws({ id }: Comment): Promise<Comment> {
    const response = await this.#stage.send(`/api/comments/${id}`, { method: 'DELETE', headers: this.headers() })
    return (await answerOf<{ comment: Comment }>(response)).comment
  }

  /** Changes the text of a comment. */
  async revises({ id }: Pick<Comment, 'id'>, text: string, more: Partial<ReviseRequest> = {}): Promise<Comment> {
    const init = { method: 'PATCH', headers: this.headers(), json: { text, ...more } }
    return (await answerOf<{ comment: Comment }>(await this.#stage.send(`/api/comments/${id}`, init))).comment
  }

  async restores({ id }: Pick<Comment, 'id'>): Promise<Comment> {
    const response = await this.#stage.send(`/api/comments/${id}/restore`, { method: 'POST', headers: this.headers() })
    return (await answerOf<{ comment: Comment }>(response)).comment
  }

  async asksSource({ id }: Pick<Comment, 'id'>): Promise<Source> {
    return answerOf(await this.#stage.send(`/api/comments/${id}/source`, { headers: this.headers() }))
  }

  /** What a comment said before: as its author, or as anybody. */
  async asksEditions({ id }: Pick<Comment, 'id'>, as: 'author' | 'anybody' = 'author'): Promise<string[]> {
    const headers = as === 'author' ? this.headers() : {}
    const { editions } = await answerOf<Editions>(await this.#stage.send(`/api/comments/${id}/editions`, { headers }))
    return editions.map(plainText)
  }

  #writes(path: string, json: unknown): Promise<Response> {
    return this.#stage.send(path, { method: 'POST', headers: this.headers(), json })
  }

  async reports({ id }: Pick<Comment, 'id'>, reason: ReportReason = 'abuse', words?: string): Promise<ReportAnswer> {
    return answerOf(await this.#writes(`/api/comments/${id}/reports`, { reason, words }))
  }

  async appeals({ id }: Pick<Comment, 'id'>, text = 'Please look again'): Promise<Comment> {
    const response = await this.#writes(`/api/comments/${id}/appeal`, { text })
    return (await answerOf<{ comment: Comment }>(response)).comment
  }

  async acknowledges(): Promise<void> {
    await answerOf(await this.#writes('/api/me/acknowledge', { site: this.#stage.site }))
  }

  #puts(path: string, json: unknown): Promise<Response> {
    return this.#stage.send(path, { method: 'PUT', headers: this.headers(), json })
  }

  async votes({ id }: Pick<Comment, 'id'>, value: Vote = 1): Promise<VoteAnswer> {
    return answerOf(await this.#puts(`/api/comments/${id}/vote`, { value }))
  }

  /** Mutes the author of a comment, or shows them again. */
  async mutes({ id }: Pick<Comment, 'id'>, muted = true): Promise<void> {
    await answerOf(await this.#puts(`/api/comments/${id}/mute`, { muted }))
  }

  /** Follows this page's thread, or the conversation of a comment; or no longer does. */
  async follows(comment?: Pick<Comment, 'id'>, follow = true): Promise<void> {
    const { site, page: url } = this.#stage
    await answerOf(await this.#puts('/api/follows', { site, url, comment: comment?.id, follow }))
  }

  /** Has looked at what is followed here. */
  async looks(comment?: Pick<Comment, 'id'>): Promise<void> {
    const { site, page: url } = this.#stage
    await answerOf(await this.#writes('/api/follows/seen', { site, url, comment: comment?.id }))
  }

  /** Has looked at the news there were until a time. */
  async seesNews(until: number): Promise<void> {
    await answerOf(await this.#writes('/api/me/news/seen', { site: this.#stage.site, until }))
  }

  /** Wishes to be told by mail of answers and of what is followed; gives whether that is so from now on, or asked. */
  async asksMail(wish: Partial<MailRequest> = {}): Promise<MailAnswer['state']> {
    const json = { site: this.#stage.site, replies: true, follows: true, ...wish }
    return (await answerOf<MailAnswer>(await this.#puts('/api/me/mail', json))).state
  }

  /** One of the reader's own lists: `news`, `comments`, `votes`, `follows` or `mutes`. */
  async lists<T>(what: string, query: Record<string, string> = {}): Promise<T> {
    const { site, send } = this.#stage
    const asked = new URLSearchParams({ site, ...query })
    return answerOf(await send(`/api/me/${what}?${asked}`, { headers: this.headers() }))
  }

  async reads(query: Record<string, string> = {}): Promise<Thread> {
    const { site, page: url, send } = this.#stage
    return answerOf(await send(`/api/threads?${new URLSearchParams({ site, url, ...query })}`))
  }

  /** The texts the public sees, in order. */
  async sees(query: Record<string, string> = {}): Promise<string[]> {
    const { comments } = await this.reads(query)
    return comments.map(comment => (comment.author ? plainText(comment) : `(${comment.status})`))
  }

  /** Asks for a code, and gives the claim. */
  async claims(email: string | undefined, more: Record<string, unknown> = {}): Promise<Claim> {
    const { site } = this.#stage
    return answerOf(await this.#writes('/api/sign-in/email', { site, email, ...more }))
  }

  async types(claim: Pick<Claim, 'claim'>, code: string, site = this.#stage.site): Promise<SignedIn> {
    return answerOf(await this.#writes('/api/sign-in/code', { site, claim: claim.claim, code }))
  }

  /** Proves an address: asks for the code, and types what the mail says. */
  async proves(email: string | undefined, mails: readonly { text: string }[], more: Record<string, unknown> = {}) {
    const claim = await this.claims(email, more)
    return this.types(claim, codeIn(mails.at(-1)!))
  }

  /** Comes with a token of the site's own login. */
  async comesFrom(login: string, more: Record<string, unknown> = {}): Promise<SignedIn> {
    return answerOf(await this.#writes('/api/sign-in/host', { site: this.#stage.site, token: login, ...more }))
  }

  async beginsWith(provider: string, more: Record<string, unknown> = {}): Promise<Claim> {
    return answerOf(await this.#writes('/api/sign-in/openid', { site: this.#stage.site, provider, ...more }))
  }

  async shows(ticket: { claim: string; ticket: string }): Promise<SignedIn> {
    return answerOf(await this.#writes('/api/sign-in/ticket', { site: this.#stage.site, ...ticket }))
  }

  async account(): Promise<Account> {
    const { site, send } = this.#stage
    return answerOf(await send(`/api/account?${new URLSearchParams({ site })}`, { headers: this.headers() }))
  }

  async exports(more: Record<string, string> = {}): Promise<Record<string, unknown[]>> {
    const { site, send } = this.#stage
    return answerOf(
      await send(`/api/account/export?${new URLSearchParams({ site, ...more })}`, { headers: this.headers() }),
    )
  }

  async erases(proof?: string | null): Promise<EraseProgress> {
    return answerOf(await this.#writes('/api/account/erase', { site: this.#stage.site, ...(proof && { proof }) }))
  }

  async signsOut(more: Record<string, string> = {}): Promise<void> {
    const { site, send } = this.#stage
    const query = new URLSearchParams({ site, ...more })
    return answerOf(await send(`/api/session?${query}`, { method: 'DELETE', headers: this.headers() }))
  }

  async looksAtOwn(query: Record<string, string> = {}): Promise<Me> {
    const { site, page: url, send } = this.#stage
    return answerOf(await send(`/api/me?${new URLSearchParams({ site, url, ...query })}`, { headers: this.headers() }))
  }
}

/** Somebody at the desk. */
export class Moderator {
  readonly cookie: string
  readonly #stage: Stage & { desk: string }
  constructor(cookie: string, stage: Stage & { desk: string }) {
    this.cookie = cookie
    this.#stage = stage
  }

  /** Sends a desk request with this session, from the desk's own origin. */
  sends(path: string, init: RequestInit & { json?: unknown } = {}): Promise<Response> {
    const headers = { Cookie: this.cookie, Origin: this.#stage.desk, ...(init.headers as Record<string, string>) }
    return this.#stage.send(path, { ...init, headers })
  }

  async asks<T>(path: string, init: RequestInit & { json?: unknown } = {}): Promise<T> {
    return answerOf<T>(await this.sends(path, init))
  }

  queue(status = 'pending', query: Record<string, string> = {}) {
    const { site } = this.#stage
    return this.asks<import('../server/contract.ts').Queue>(
      `/api/desk/queue?${new URLSearchParams({ site, status, ...query })}`,
    )
  }

  /** The texts of a tab, in order, over all its pages. */
  async sees(status: string, query: Record<string, string> = {}): Promise<string[]> {
    const texts: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: import('../server/contract.ts').Queue = await this.queue(status, {
        ...query,
        ...(after && { after }),
      })
      texts.push(...page.cases.map(({ text }) => text))
      after = page.next
    }
    return texts
  }

  changes(since: number) {
    const { site } = this.#stage
    return this.asks<import('../server/contract.ts').QueueChanges>(
      `/api/desk/changes?${new URLSearchParams({ site, since: String(since) })}`,
    )
  }

  case({ id }: Pick<Comment, 'id'>) {
    return this.asks<import('../server/contract.ts').CaseDetail>(`/api/desk/comments/${id}`)
  }

  /** One page of the log. */
  log(query: Record<string, string> = {}) {
    const { site } = this.#stage
    return this.asks<import('../server/contract.ts').LogPage>(
      `/api/desk/log?${new URLSearchParams({ site, ...query })}`,
    )
  }

  /** Rules on what stands now, or on the version given. */
  async rules(
    on: Pick<Comment, 'id'>,
    ruling: ModeratorRuling,
    more: { seen?: number; reason?: Reason; note?: string; words?: string } = {},
  ) {
    const seen = more.seen ?? (await this.case(on)).case.version
    const [answer] = await this.rulesOnAll([{ comment: on.id, ruling, ...more, seen }])
    return answer!
  }

  /** Does something about a comment as it stands now, or as it was seen. */
  async acts(on: Pick<Comment, 'id'>, act: ModeratorAct, more: Partial<ActRequest> = {}): Promise<RulingAnswer> {
    const { site } = this.#stage
    const seen = more.seen ?? (await this.case(on)).case.version
    return this.asks('/api/desk/acts', { method: 'POST', json: { site, comment: on.id, act, ...more, seen } })
  }

  file({ id }: Pick<Comment, 'id'>): Promise<CaseFile> {
    return this.asks(`/api/desk/comments/${id}/file`)
  }

  /** Answers as staff. */
  async answers({ id }: Pick<Comment, 'id'>, text: string, headers: Record<string, string> = {}): Promise<Comment> {
    const json = { site: this.#stage.site, comment: id, text }
    return (await this.asks<{ comment: Comment }>('/api/desk/replies', { method: 'POST', headers, json })).comment
  }

  notes({ id }: Pick<Comment, 'id'>, text: string, about: Note['about'] = 'comment'): Promise<Note> {
    return this.asks('/api/desk/notes', { method: 'POST', json: { site: this.#stage.site, comment: id, about, text } })
  }

  async rulesOnAll(rulings: object[]): Promise<RulingAnswer[]> {
    const { site } = this.#stage
    const answer = await this.asks<{ answers: RulingAnswer[] }>('/api/desk/rulings', {
      method: 'POST',
      json: { site, rulings },
    })
    return answer.answers
  }
}

/** The six digits in a mail. */
export const codeIn = ({ text }: { text: string }): string => /^\d{6}$/m.exec(text)![0]

/** The text of a tree without its marks. */
export function plainText({ tree }: Pick<Comment, 'tree'>): string {
  const read = (node: unknown): string => {
    if (typeof node === 'string') return node
    if (Array.isArray(node)) return node.map(read).join('')
    const { type, text, children, items, name } = node as Record<string, unknown>
    if (type === 'mention') return `@${name}`
    return type === 'break' ? '\n' : read(text ?? children ?? items ?? [])
  }
  return tree.map(read).join('\n')
}
