import { setTimeout as pause } from 'node:timers/promises'
import { readId } from '../../../server/comments/ids.ts'
import type { Comment, ProblemDocument, RulingAnswer } from '../../../server/contract.ts'
import { type Facts, type Ledger, SITE } from './ledger.ts'

/** The server as those outside know it: somewhere, or away for a moment. */
export interface Town {
  /** Where it is reached, once it can be. */
  origin(): Promise<string>
  /** A desk session's cookie. */
  cookie: string
}

/** A comment by its author, or of whoever may act on it. */
interface Standing {
  key: string
  page: string
  id: string
  number: number
  token: string
  text: string
}

/** Something that is asked for, again and again until there is an answer. */
interface Act {
  kind: string
  facts: Facts
  ask(origin: string): Promise<Response>
  /** What its answer says beside. */
  answered?(body: unknown): Facts
}

/** Pages that are written under, and those of them that are followed: the others may be moved. */
const STORIES = 5
const FOLLOWED = 3

/** How long an answer may take before it counts as hung, in ms. */
const HUNG = 15_000

/** Readers and a moderator who write all the time, each one thing after the other, and keep a ledger of what was acknowledged. */
export class Crowd {
  readonly done = new Map<string, number>()
  /** Refusals by code, and those among them that break their promise. */
  readonly refused = new Map<string, number>()
  readonly faults: string[] = []
  unanswered = 0
  readonly #town: Town
  readonly #ledger: Ledger
  readonly #random: () => number
  readonly #published: Standing[] = []
  readonly #cases: Standing[] = []
  #count = 0
  #isOver = false
  #all: Promise<void>[] = []

  constructor(town: Town, ledger: Ledger, random: () => number) {
    this.#town = town
    this.#ledger = ledger
    this.#random = random
  }

  begin(readers: number): void {
    this.#isOver = false
    const writers = Array.from({ length: readers }, (_, n) => this.#write(`prl_${String(n).padStart(43, 'w')}`))
    this.#all = [...writers, this.#rule()]
  }

  /** Nothing new is begun; what is under way is answered first. */
  async end(): Promise<void> {
    this.#isOver = true
    await Promise.all(this.#all)
  }

  get acknowledged(): number {
    return [...this.done.values()].reduce((sum, n) => sum + n, 0)
  }

  async #write(token: string): Promise<void> {
    const own: Standing[] = []
    while (!this.#isOver) {
      const lot = this.#random()
      const mine = this.#one(own)
      const theirs = this.#one(this.#published.filter(each => each.token !== token).slice(-200))
      if (lot < 0.45 || !mine || !theirs) await this.#post(token, own, lot < 0.15 ? theirs : undefined)
      else if (lot < 0.6) await this.#revise(mine)
      else if (lot < 0.65) await this.#withdraw(mine, own)
      else if (lot < 0.85) await this.#vote(token, theirs)
      else if (lot < 0.92) await this.#report(token, theirs)
      else await this.#follow(token)
    }
  }

  async #post(token: string, own: Standing[], parent?: Standing): Promise<void> {
    this.#count += 1
    const key = `torture-${this.#count}`
    const text = `Note ${this.#count}, as it was written first`
    const page = parent?.page ?? `http://localhost:4000/story-${Math.floor(this.#random() * STORIES)}`
    const json = { site: SITE, url: page, text, name: 'Guest', ...(parent && { parent: parent.id }) }
    const made = await this.#make({
      kind: parent ? 'reply' : 'post',
      facts: [[`comment ${key} ${token}`, `published ${text}`]],
      ask: origin => send(origin, 'POST', '/api/comments', token, json, { 'Idempotency-Key': key }),
      answered: body => {
        const { comment } = body as { comment: Comment }
        const standing = { key, page, id: comment.id, number: readId(comment.id)!, token, text }
        // Whoever rules on a comment sees it as it was posted: nobody else changes it.
        if (this.#random() < 0.15) this.#cases.push(standing)
        else own.push(standing)
        this.#published.push(standing)
        return [
          [`comment ${key} ${token}`, `${comment.status} ${text}`],
          [`id ${key} ${token}`, String(standing.number)],
        ]
      },
    })
    if (made && own.length > 50) own.shift()
  }

  async #revise(comment: Standing): Promise<void> {
    this.#count += 1
    const text = `${comment.text.slice(0, comment.text.indexOf(','))}, changed ${this.#count}`
    const isMade = await this.#make({
      kind: 'edit',
      facts: [[`comment ${comment.key} ${comment.token}`, `published ${text}`]],
      ask: origin => send(origin, 'PATCH', `/api/comments/${comment.id}`, comment.token, { text }),
      answered: body => [
        [`comment ${comment.key} ${comment.token}`, `${(body as { comment: Comment }).comment.status} ${text}`],
      ],
    })
    if (isMade) comment.text = text
  }

  async #withdraw(comment: Standing, own: Standing[]): Promise<void> {
    own.splice(own.indexOf(comment), 1)
    const isMade = await this.#make({
      kind: 'withdrawal',
      facts: [[`comment ${comment.key} ${comment.token}`, `withdrawn ${comment.text}`]],
      ask: origin => send(origin, 'DELETE', `/api/comments/${comment.id}`, comment.token),
    })
    if (!isMade) own.push(comment)
  }

  #vote(token: string, comment: Standing): Promise<boolean> {
    const value = this.#random() < 0.8 ? 1 : 0
    return this.#make({
      kind: 'vote',
      facts: [[`vote ${comment.number} ${token}`, value === 1 ? '1' : null]],
      ask: origin => send(origin, 'PUT', `/api/comments/${comment.id}/vote`, token, { value }),
    })
  }

  #report(token: string, comment: Standing): Promise<boolean> {
    const fact = `report ${comment.number} ${token}`
    return this.#make({
      kind: 'report',
      facts: [[fact, 'abuse']],
      ask: origin => send(origin, 'POST', `/api/comments/${comment.id}/reports`, token, { reason: 'abuse' }),
    })
  }

  #follow(token: string): Promise<boolean> {
    const story = `/story-${Math.floor(this.#random() * FOLLOWED)}`
    const follow = this.#random() < 0.6
    const json = { site: SITE, url: `http://localhost:4000${story}`, follow }
    return this.#make({
      kind: 'follow',
      facts: [[`follow ${story} ${token}`, follow ? 'yes' : null]],
      ask: origin => send(origin, 'PUT', '/api/follows', token, json),
    })
  }

  async #rule(): Promise<void> {
    while (!this.#isOver) {
      const some = this.#cases.splice(0, 1 + Math.floor(this.#random() * 4))
      if (some.length === 0) await pause(20)
      else await this.#decide(some)
    }
  }

  async #decide(some: Standing[]): Promise<void> {
    const rulings = some.map(({ id }) => ({ comment: id, ruling: 'reject', reason: 'off_topic', seen: 1 }))
    const isMade = await this.#make({
      kind: 'ruling',
      facts: some.flatMap(
        ({ key, token, text, number }): Facts => [
          [`comment ${key} ${token}`, `rejected ${text}`],
          [`ruling ${number} 2`, 'reject'],
        ],
      ),
      ask: origin => {
        const headers = { Cookie: this.#town.cookie, Origin: origin }
        return send(origin, 'POST', '/api/desk/rulings', null, { site: SITE, rulings }, headers)
      },
      answered: body => {
        // Asked again after a kill, it may have been made the first time.
        const isDone = (answer: RulingAnswer) =>
          answer.ok || (answer.standing?.status === 'rejected' && answer.standing.version === 2)
        const undone = (body as { answers: RulingAnswer[] }).answers.filter(answer => !isDone(answer))
        if (undone.length > 0) this.faults.push(`a ruling was not made: ${JSON.stringify(undone)}`)
        return []
      },
    })
    if (!isMade) this.#cases.push(...some)
  }

  /** Asks until there is an answer; whether it was done. */
  async #make(act: Act): Promise<boolean> {
    this.#ledger.begin(act.facts)
    let wasUnanswered = false
    for (;;) {
      const origin = await this.#town.origin()
      let response: Response
      let body: unknown
      try {
        response = await act.ask(origin)
        const text = await response.text()
        body = text === '' ? null : JSON.parse(text)
      } catch (error) {
        if ((error as Error).name === 'TimeoutError') this.faults.push(`a ${act.kind} had no answer in ${HUNG} ms`)
        this.unanswered += 1
        wasUnanswered = true
        await pause(20)
        continue
      }
      if (response.ok) {
        this.#ledger.keep([...act.facts, ...(act.answered?.(body) ?? [])])
        count(this.done, act.kind)
        return true
      }
      const { code } = body as ProblemDocument
      count(this.refused, code)
      this.#complain(act, response, code)
      // What may have been done the time before is asked for until it is known.
      if (wasUnanswered && response.status >= 500) {
        await pause(100)
        continue
      }
      if (!wasUnanswered) this.#ledger.refuse(act.facts)
      if (response.status >= 500) await pause(50)
      return false
    }
  }

  #complain({ kind }: Act, response: Response, code: string): void {
    const isForeseen = response.status === 503 || response.status === 507
    const isProblem = response.headers.get('content-type') === 'application/problem+json'
    if (response.status >= 500 && !(isForeseen && isProblem && response.headers.has('retry-after'))) {
      this.faults.push(`a ${kind} was answered with ${response.status} ${code}`)
    }
  }

  #one<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.#random() * from.length)]
  }
}

const count = (counts: Map<string, number>, what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)

function send(
  origin: string,
  method: string,
  path: string,
  token: string | null,
  json?: unknown,
  more: Record<string, string> = {},
): Promise<Response> {
  const headers = {
    ...(json !== undefined && { 'Content-Type': 'application/json' }),
    ...(token !== null && { Authorization: `Bearer ${token}` }),
    ...more,
  }
  const body = json === undefined ? {} : { body: JSON.stringify(json) }
  return fetch(origin + path, { method, headers, ...body, signal: AbortSignal.timeout(HUNG) })
}
