import { sql } from 'drizzle-orm/sql'
import { SignJWT } from 'jose'
import { readId, spellId } from '../../../server/comments/ids.ts'
import { seenOf } from '../../../server/moderation/policy/policy.ts'
import { makeDeskLink } from '../../../server/people/desk-session.ts'
import { ensureHostKey } from '../../../server/people/host-keys.ts'
import { readerOn } from '../../../server/people/reader.ts'
import { codeIn, READERS, type ReaderName, tokenOf } from '../../people.ts'
import { BARE, type Plan, TOKEN } from './plan.ts'
import type { Town } from './town.ts'

/** How many values of a kind are remembered: the newest are the likeliest to be still good for something. */
const REMEMBERED = 60

/** How a value is written where it goes. */
type Spelling = (value: string) => string

const inJson: Spelling = value => JSON.stringify(value).slice(1, -1)
const inAddress: Spelling = value => encodeURIComponent(value.toWellFormed())
/** Header values are bytes, and no lines. */
const inHeader: Spelling = value => value.replace(/[^\x20-\x7e]/g, encodeURIComponent)

/** What the town knows: ids, cursors, claims and versions, learnt from its own answers, for the tokens of plans. */
export class Hoard {
  readonly #town: Town
  readonly #known = new Map<string, string[]>()
  /** What the last `‹comment›` of this plan was, and the code that goes with its last claim. */
  #comment = ''
  #hook = ''
  #code = '000000'
  constructor(town: Town) {
    this.#town = town
  }

  remember(kind: string, value: unknown): void {
    if (typeof value !== 'string' || value === '') return
    const known = this.#known.get(kind) ?? []
    if (known.includes(value)) return
    known.push(value)
    if (known.length > REMEMBERED) known.shift()
    this.#known.set(kind, known)
  }

  /** How much is remembered in all. */
  get size(): number {
    return [...this.#known.values()].reduce((sum, { length }) => sum + length, 0)
  }

  #one(kind: string, which: string): string {
    const known = this.#known.get(kind) ?? []
    return known.length === 0 ? '0' : known.at(-1 - (Number(which.split(' ')[0]) % known.length))!
  }

  /** Learns from an answer of an operation. */
  learn(operation: string, plan: Plan, answer: unknown): void {
    const walk = (node: unknown, name: string) => {
      if (Array.isArray(node)) for (const each of node) walk(each, name)
      else if (node !== null && typeof node === 'object') {
        const { id, root, status, text, tree } = node as Record<string, unknown>
        if (name === 'author') this.remember('author', id)
        else if (tree !== undefined) this.remember('comment', id)
        if (root !== undefined && root === id) this.remember('root', id)
        if (name === 'case' || name === 'cases') this.remember(`status-${status}`, id)
        if (name === 'webhook' || name === 'webhooks') this.remember('hook', id)
        if ('scope' in node) this.remember('api-key', id)
        if (name === 'notes' || 'isMine' in node) this.remember('note', id)
        if ('isMe' in node) this.remember('member', id)
        if (name === 'invitations') this.remember('invited', id)
        if (name === 'replies' || name === 'reply') if (text !== undefined) this.remember('saved', id)
        for (const [key, value] of Object.entries(node)) walk(value, key)
      } else if (name === 'next' || name === 'reached') {
        this.remember(`next-${operation}`, node)
        this.remember('next', node)
      } else if (name === 'link') this.remember('invitation', /#invitation=(.*)/.exec(String(node))?.[1])
      else if (name === 'key') this.remember('key', node)
      else if (name === 'proof' || name === 'stamp' || name === 'account') this.remember(name, node)
    }
    walk(answer, '')
    const posted = (answer as { comment?: { id: string } } | null)?.comment
    if (posted && operation === 'POST /api/comments') this.remember(`own-${plan.as}`, posted.id)
  }

  /** The request of a plan: its address, headers and body, with every token filled in. */
  async fill(plan: Plan): Promise<{ path: string; init: RequestInit }> {
    this.#comment = ''
    const path = await this.#replace(plan.target, TOKEN, plan, inAddress)
    const headers = new Headers()
    for (const [name, value] of [...(await this.#credentials(plan)), ...plan.headers])
      headers.set(name, await this.#replace(value, TOKEN, plan, inHeader))
    if (plan.client !== null) headers.set('x-test-client', plan.client)
    const init: RequestInit = { method: plan.method, headers }
    if (plan.body === null || /^(get|head)$/i.test(plan.method)) return { path, init }
    const isForm = plan.headers.some(([, value]) => value.startsWith('application/x-www-form-urlencoded'))
    const bared = await this.#replace(plan.body, BARE, plan, value => value, true)
    const bytes = bytesOf(await this.#replace(bared, TOKEN, plan, isForm ? inAddress : inJson))
    if (plan.coming === 'gzip') headers.set('content-encoding', 'gzip')
    const packed = plan.coming === 'gzip' ? await gzipped(bytes) : bytes
    const body = plan.coming === 'pieces' ? inPieces(packed) : packed
    return { path, init: { ...init, body, ...(plan.coming === 'pieces' && { duplex: 'half' }) } as RequestInit }
  }

  async #replace(text: string, pattern: RegExp, plan: Plan, spell: Spelling, isBare = false): Promise<string> {
    let filled = ''
    let at = 0
    for (const match of text.matchAll(pattern)) {
      const [what, which] = isBare ? [match[1]!, match[2] ?? ''] : [match[2]!, match[3] ?? '']
      const value = await this.#value(what, which, plan)
      filled += text.slice(at, match.index) + (what === 'raw' || what === 'bytes' ? value : spell(value))
      at = match.index + match[0].length
    }
    return filled + text.slice(at)
  }

  async #credentials(plan: Plan): Promise<[string, string][]> {
    const { cookies, deps } = this.#town
    if (plan.as === 'nobody') return []
    if (plan.as in cookies) {
      return [
        ['cookie', cookies[plan.as as keyof typeof cookies]],
        ['origin', deps.config.origin],
      ]
    }
    return [['authorization', `Bearer ${this.#token(plan)}`]]
  }

  readonly #token = ({ as }: Plan) => tokenOf(as, this.#town.number)

  /** What a token stands for. */
  async #value(what: string, which: string, plan: Plan): Promise<string> {
    const town = this.#town
    const index = Number(which.split(' ')[0])
    switch (what) {
      case 'site':
        return index % 12 === 0 ? town.other : town.site
      case 'url':
        return town.pages[index % town.pages.length]!
      case 'refused':
        this.#comment = (await this.#refused(plan)) ?? this.#one(`own-${plan.as}`, which)
        return this.#comment
      case 'comment':
        this.#comment = this.#one('comment', which)
        return this.#comment
      case 'own':
        this.#comment = this.#one(`own-${plan.as}`, String(index % 9))
        return this.#comment
      case 'of-status':
        this.#comment = this.#one(`status-${which.split(' ')[1]}`, which)
        return this.#comment
      case 'version': {
        const id = readId(this.#comment)
        const [found] = id === null ? [] : await town.deps.store.queue.cases(town.site, [id])
        return String(found?.version ?? 1)
      }
      case 'hook':
        this.#hook = this.#one('hook', which)
        return this.#hook
      case 'delivery':
        return String((await town.deps.store.deliveries.list(this.#hook))[index % 2]?.id ?? 1)
      case 'cursor':
        return this.#one(index % 5 === 0 ? 'next' : `next-${which.slice(which.indexOf(' ') + 1)}`, which)
      case 'policy':
        return seenOf((await town.deps.store.sites.find(town.site))!)
      case 'now':
        return String(town.clock.now + index)
      case 'token':
        return this.#token({ ...plan, as: READERS[index % READERS.length]! })
      case 'link':
        return new URL(await makeDeskLink(town.deps, (await town.person()).id)).hash.slice('#link='.length)
      case 'session':
        return this.#session()
      case 'claim':
        return (
          (which === 'ticket' ? await this.#ticketClaim(plan) : await this.#emailClaim(plan, which)) ?? 'x'.repeat(43)
        )
      case 'code':
        return this.#code
      case 'login':
        return this.#login(which)
      case 'form':
        return this.#form(which, plan)
      case 'long':
        return 'aب'.repeat(index / 3)
      case 'deep':
        return '['.repeat(index) + ']'.repeat(index)
      case 'raw':
        return which
      case 'bytes':
        return `\ufdd0${which}\ufdd0`
      default:
        return this.#one(what, which)
    }
  }

  /** A comment of the reader's that was refused and not appealed for yet. */
  async #refused({ as }: Plan): Promise<string | null> {
    const { deps, site, number } = this.#town
    const author = await deps.store.posting.author(site, readerOn(site, tokenOf(as, number)))
    const [found] = author
      ? await deps.store.engine.all<{ id: number }>(sql`SELECT id FROM comments WHERE author_id = ${author.id}
          AND status IN ('rejected', 'spam') AND id NOT IN (SELECT comment_id FROM appeals) LIMIT 1`)
      : []
    return found ? spellId(found.id) : null
  }

  /** A desk session of its own, for who signs out. */
  async #session(): Promise<string> {
    const { person, deps, send } = this.#town
    const link = new URL(await makeDeskLink(deps, (await person()).id)).hash.slice('#link='.length)
    const headers = { Origin: deps.config.origin, 'x-test-client': `192.0.2.${this.#town.clock.now % 250}` }
    const answer = await send('/api/desk/session', { method: 'POST', headers, json: { link } })
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  async #emailClaim(plan: Plan, which: string): Promise<string | null> {
    const { as, mails, clock } = this.#town
    clock.now += 5_000
    try {
      const email = `${plan.as}-${which.split(' ')[0]}@mail.example`
      const { claim } = await as(plan.as as ReaderName).claims(email, { purpose: which.split(' ')[1] })
      const mail = mails.at(-1)
      if (mail) this.#code = codeIn(mail)
      return claim
    } catch {
      return null
    }
  }

  async #ticketClaim(plan: Plan): Promise<string | null> {
    const { as, issuer, send, clock } = this.#town
    clock.now += 5_000
    try {
      const { claim, url } = await as(plan.as as ReaderName).beginsWith('harbour')
      const there = await send(new URL(url!).pathname)
      const back = await issuer.saysYes(there.headers.get('location')!)
      const cookie = there.headers.get('set-cookie')!.split(';')[0]!
      const page = await (await send(back.pathname + back.search, { headers: { cookie } })).text()
      this.#code = /data-ticket="([^"]+)"/.exec(page)?.[1] ?? ''
      return claim
    } catch {
      return null
    }
  }

  async #login(which: string): Promise<string> {
    const { deps, site, clock, pages } = this.#town
    const { id, key } = await ensureHostKey(deps, site)
    const now = Math.floor(clock.now / 1000)
    const said = { sub: `u${Number(which) % 4}`, name: `Nora ${which}`, groups: ['editors'].slice(Number(which) % 2) }
    return new SignJWT({ ...said, aud: site, iat: now, exp: now + 3_600, url: pages[0] })
      .setProtectedHeader({ alg: 'HS256', kid: id })
      .sign(new TextEncoder().encode(key))
  }

  /** The hidden fields of a form that the server has just made. */
  async #form(field: string, plan: Plan): Promise<string> {
    if (field === 'key' || !this.#fields) {
      const { send, site, pages } = this.#town
      const query = new URLSearchParams({ site, url: pages[plan.target.length % 2]! })
      const page = await (await send(`/thread?${query}`)).text()
      this.#fields = new Map([...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(each => [each[1]!, each[2]!]))
    }
    return (this.#fields.get(field) ?? '').replaceAll('&amp;', '&')
  }
  #fields: Map<string, string> | undefined
}

/** UTF-8, but for what stands there as bytes. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const parts = text
    .split('\ufdd0')
    .map((part, index) =>
      index % 2 === 0
        ? new TextEncoder().encode(part)
        : Uint8Array.from(part.split(' '), each => Number.parseInt(each, 16)),
    )
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const gzipped = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  )

const inPieces = (bytes: Uint8Array<ArrayBuffer>) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 1_000) controller.enqueue(bytes.subarray(at, at + 1_000))
      controller.close()
    },
  })
