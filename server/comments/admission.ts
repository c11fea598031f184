import { placeOn } from '../articles/open.ts'
import type { AsksWork, PostRequest } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { type Budgets, INSTALLATION } from '../http/budgets.ts'
import { isEstablished } from '../moderation/rules/unproven-work.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import type { AuthorRow } from '../store/posting.ts'
import type { SiteRow } from '../store/sites.ts'
import { Captchas } from './captcha.ts'
import { type Pressed, Pressure } from './pressure.ts'
import { type Proof, proofIn, type Step } from './proof-of-work.ts'

/** For how long a site is looked at as it was, where a post may be refused before anybody asks the store, in ms. */
const SITE_MS = 10_000

/** What is remembered of each kind. */
const REMEMBERED = 20_000

type Lane = 'strangersPost' | 'formPost' | 'provenPost' | 'knownPost'

/** Who asks to post. */
export interface Asking {
  /** What is kept of the reader's token on the site. */
  reader: string
  client: string | null
  idempotencyKey: string | null
  /** Whether it comes from a form that this server made for one post. */
  hasForm?: boolean | undefined
}

/** What a proof is used for: by which post, how often that is here at this moment, and whether it counts no more. */
interface Use {
  by: string | null
  atOnce: number
  isSpent: boolean
}

/**
 * Who may post now: what is refused here is refused before the store is asked for anything. Posts go by lanes with
 * budgets of their own: strangers, forms of the page without JavaScript, those who bring a proof of work, and those who
 * are known. A flood of one kind leaves room for the others.
 */
export class Admission {
  readonly budgets: Budgets
  readonly captchas: Captchas
  readonly #deps: Deps
  readonly #pressure = new Pressure()
  readonly #known = new Map<string, true>()
  readonly #proofs = new Map<string, Use>()
  readonly #sites = new Map<string, { site: SiteRow; until: number }>()

  constructor(deps: Deps, budgets: Budgets) {
    this.#deps = deps
    this.budgets = budgets
    this.captchas = new Captchas(deps, budgets)
  }

  /**
   * Before anything of a request is read.
   * @throws Problem `too_many_requests`
   */
  knock(client: string | null, now: number): void {
    const retryAfter = turnedAwayFor(this.budgets, client, now)
    if (retryAfter > 0) throw new Problem('too_many_requests', { retryAfter })
    this.budgets.spend('attempt', { client }, now)
  }

  /**
   * Before the store is asked for anything.
   * @returns the proof that it brings, if that is good and was not spent in this process
   * @throws Problem `too_many_requests`
   */
  async enter(request: PostRequest, asking: Asking, now: number): Promise<Proof | null> {
    const { reader, client } = asking
    const { site } = request
    this.budgets.check('post', { client, author: reader }, now)
    const proof = request.proof === undefined ? null : await proofIn(this.#deps, site, request.proof, now)
    const name = nameOf(asking)
    const use = (proof && this.#proofs.get(proof.digest)) ?? { by: name, atOnce: 0, isSpent: false }
    const isFree = use.atOnce === 0 && !use.isSpent
    const good = isFree || (name !== null && use.by === name) ? proof : null
    const known = this.#sites.get(site)
    const lane = this.#known.has(reader) ? 'knownPost' : good ? 'provenPost' : asking.hasForm ? 'formPost' : STRANGERS
    const key = known && known.until > now ? keyOn(known.site, request) : null
    try {
      this.budgets.check(lane, holders(site, key), now)
    } catch (error) {
      if (known) this.#pressure.feel(site, now)
      throw error
    }
    if (good) keep(this.#proofs, good.digest, { ...use, by: name, atOnce: use.atOnce + 1 })
    return good
  }

  /**
   * Spends what a post costs. Only what is worth storing presses a site: the rest one address can send without end.
   * @throws Problem `too_many_requests`
   */
  pay(
    asking: Asking,
    where: { site: SiteRow; key: string },
    author: AuthorRow | null,
    proof: Proof | null,
    now: number,
  ) {
    const { reader, client } = asking
    const isKnown = this.meet(reader, author)
    const lane: Lane = isKnown ? 'knownPost' : proof ? 'provenPost' : asking.hasForm ? 'formPost' : STRANGERS
    const paying = holders(where.site.id, where.key)
    this.budgets.check('post', { client, author: reader }, now)
    if (this.budgets.isOn) this.#pressure.feel(where.site.id, now)
    this.budgets.spend(lane, paying, now)
    this.budgets.spend('post', { client, author: reader }, now)
    this.#sites.delete(where.site.id)
    keep(this.#sites, where.site.id, { site: where.site, until: now + SITE_MS })
  }

  /** Remembers who is known well enough; says whether they are. */
  meet(reader: string, author: Pick<AuthorRow, 'kind' | 'published_count'> | null): boolean {
    const isKnown = author !== null && isEstablished({ kind: author.kind, publishedCount: author.published_count })
    if (isKnown) keep(this.#known, reader, true)
    else this.#known.delete(reader)
    return isKnown
  }

  /** A post that brought this proof has come to its end, whichever. */
  free({ digest }: Proof): void {
    const use = this.#proofs.get(digest)
    if (!use) return
    use.atOnce -= 1
    if (use.atOnce === 0 && !use.isSpent) this.#proofs.delete(digest)
  }

  /** A proof was written down as spent, with this post or with another before it. */
  spent(site: string, { digest }: Proof, isByThis: boolean, now: number): void {
    const use = this.#proofs.get(digest)
    if (use) use.isSpent = true
    if (use && !isByThis) use.by = null
    if (isByThis && this.budgets.isOn) this.#pressure.feelProof(site, now)
  }

  /** How hard a site is pressed. */
  pressed(site: string, now: number): Pressed {
    return this.#pressure.of(site, now)
  }

  /** Whether a post that brings no proof waits now. */
  asksWork(site: SiteRow, now: number): boolean {
    const asks: AsksWork = siteSettings(site.settings).asksWork
    return asks === 'always' || (asks === 'pressure' && this.#pressure.of(site.id, now).isHigh)
  }

  /** Whose captcha is offered now: where a comment without a proof waits for that alone. */
  captchaOf(site: SiteRow, now: number) {
    const isOffered = this.asksWork(site, now) && siteSettings(site.settings).holds !== 'all'
    return isOffered ? this.captchas.offered : undefined
  }

  /**
   * Asks the captcha's provider, where that can spare a comment the waiting.
   * @returns what was proved; null where nothing was; undefined where nobody had to be asked
   */
  async answered(request: PostRequest, asking: Asking, site: SiteRow, author: AuthorRow | null, now: number) {
    if (!request.captcha || !this.captchaOf(site, now)) return undefined
    if (this.meet(asking.reader, author)) return undefined
    return this.captchas.proofIn(request.captcha, nameOf(asking), site, asking.client, now)
  }

  /** How much work is given to whoever begins to write; null where the site wants none. */
  stepOf(site: SiteRow, now: number): Step | null {
    return siteSettings(site.settings).asksWork === 'never' ? null : this.#pressure.of(site.id, now).step
  }
}

/** How many seconds who would post has to wait, by what is known before anything of the post is read; 0 for none. */
export const turnedAwayFor = (budgets: Budgets, client: string | null, now: number): number =>
  Math.max(budgets.wait('post', { client, author: null }, now), budgets.wait('attempt', { client }, now))

const STRANGERS: Lane = 'strangersPost'

const holders = (site: string, key: string | null) => ({
  article: key === null ? null : `${site} ${key}`,
  site,
  installation: INSTALLATION,
})

/** The same post sent again has the same name, and brings the same proof; null where two cannot be told apart. */
const nameOf = ({ reader, idempotencyKey }: Asking) => (idempotencyKey === null ? null : `${reader} ${idempotencyKey}`)

/** The key of the article; null where the page will be refused anyway. */
function keyOn(site: SiteRow, request: PostRequest): string | null {
  try {
    return placeOn(site, request).key
  } catch {
    return null
  }
}

/** Remembers something; of too much, the oldest is forgotten. */
function keep<T>(all: Map<string, T>, name: string, what: T): void {
  all.delete(name)
  all.set(name, what)
  if (all.size > REMEMBERED) all.delete(all.keys().next().value!)
}
