import { Problem } from '../problems.ts'

/** How much somebody may do: so many at once, and one more each so many ms. */
interface Budget {
  burst: number
  everyMs: number
}

/** What all together may post in one lane, so that who fills the one does not fill the others. */
const WIDE = {
  article: { burst: 600, everyMs: 100 },
  site: { burst: 1_200, everyMs: 50 },
  installation: { burst: 2_400, everyMs: 20 },
} as const

/**
 * What is counted by whom. A fresh token costs nothing, so a reader counts by client, too; a client that is not known is
 * not counted, or all strangers would share one budget.
 */
export const BUDGETS = {
  /** Every request that would post, whatever comes of it: what is refused for its text costs, too. */
  attempt: { client: { burst: 120, everyMs: 500 } },
  post: { client: { burst: 30, everyMs: 2_000 }, author: { burst: 10, everyMs: 6_000 } },
  /** The lanes, one of which each post goes by; see `comments/admission.ts`. */
  strangersPost: {
    article: { burst: 120, everyMs: 1_000 },
    site: { burst: 600, everyMs: 250 },
    installation: { burst: 1_200, everyMs: 100 },
  },
  formPost: {
    article: { burst: 60, everyMs: 2_000 },
    site: { burst: 300, everyMs: 500 },
    installation: { burst: 600, everyMs: 200 },
  },
  provenPost: WIDE,
  knownPost: WIDE,
  revise: {
    client: { burst: 30, everyMs: 2_000 },
    author: { burst: 15, everyMs: 4_000 },
    site: { burst: 600, everyMs: 100 },
  },
  /** What is made into a tree for somebody to look at, and kept nowhere. */
  preview: { client: { burst: 30, everyMs: 1_000 }, site: { burst: 600, everyMs: 50 } },
  /** What a service is asked for, which may cost the owner money; what is known already costs nothing. */
  translate: { client: { burst: 20, everyMs: 15_000 }, site: { burst: 300, everyMs: 5_000 } },
  deskTranslate: { site: { burst: 300, everyMs: 2_000 } },
  /** Earlier texts of a comment, up to 20 of which are made into trees for one answer. */
  editions: { client: { burst: 10, everyMs: 5_000 } },
  /** Whole pages and feeds, which are made anew for each who asks: for programs that fetch many of them at once. */
  page: { client: { burst: 600, everyMs: 50 } },
  /** Asking a provider whether somebody has solved its captcha; beyond this nobody is asked, and the comment waits. */
  captcha: { client: { burst: 10, everyMs: 10_000 }, site: { burst: 300, everyMs: 200 } },
  /** By client only: strangers who ask for all that a site has to give would keep honest readers from proving anything. */
  stamp: { client: { burst: 60, everyMs: 2_000 } },
  vote: {
    client: { burst: 120, everyMs: 1_000 },
    author: { burst: 60, everyMs: 1_000 },
    site: { burst: 3_000, everyMs: 20 },
  },
  /** Following, muting, and saying that something was seen. */
  keep: {
    client: { burst: 120, everyMs: 1_000 },
    author: { burst: 60, everyMs: 1_000 },
    site: { burst: 3_000, everyMs: 20 },
  },
  report: {
    client: { burst: 30, everyMs: 10_000 },
    author: { burst: 15, everyMs: 20_000 },
    site: { burst: 600, everyMs: 200 },
  },
  appeal: {
    client: { burst: 10, everyMs: 60_000 },
    author: { burst: 5, everyMs: 120_000 },
    site: { burst: 300, everyMs: 1_000 },
  },
  /**
   * Articles that get their row from a view instead of a comment, which is all that a made-up address costs: 300 rows of
   * a site at once, and 300 more in each hour.
   */
  viewedArticle: { client: { burst: 30, everyMs: 120_000 }, site: { burst: 300, everyMs: 12_000 } },
  /** Mails with a code: an address is not to be flooded by strangers. */
  code: {
    client: { burst: 10, everyMs: 60_000 },
    mailbox: { burst: 3, everyMs: 300_000 },
    site: { burst: 300, everyMs: 1_000 },
    installation: { burst: 600, everyMs: 500 },
  },
  /** Asking to be told by mail at an address: it may send a mail to a stranger, though to each at most one a day. */
  tell: {
    client: { burst: 10, everyMs: 120_000 },
    author: { burst: 5, everyMs: 300_000 },
    mailbox: { burst: 3, everyMs: 1_800_000 },
    site: { burst: 300, everyMs: 2_000 },
    installation: { burst: 600, everyMs: 1_000 },
  },
  /** Codes, tickets and tokens that are to prove something; and beginning it with a provider. */
  prove: { client: { burst: 40, everyMs: 5_000 }, author: { burst: 20, everyMs: 10_000 } },
  /** What reads or changes all that is somebody's. */
  account: { client: { burst: 60, everyMs: 2_000 }, author: { burst: 30, everyMs: 5_000 } },
  signIn: { client: { burst: 10, everyMs: 10_000 } },
  /** Recovery codes, which nobody types twice in a day. */
  recover: { client: { burst: 5, everyMs: 60_000 } },
  /** What one key asks for at the desk, and keys that are none. */
  key: { key: { burst: 300, everyMs: 100 } },
  wrongKey: { client: { burst: 20, everyMs: 5_000 } },
} as const satisfies Record<string, Record<string, Budget>>

export type Budgeted = keyof typeof BUDGETS
/** Who pays, by column; a null holder does not pay. */
export type Holders<W extends Budgeted> = Record<keyof (typeof BUDGETS)[W], string | null>

/** What pays for the whole installation. */
export const INSTALLATION = 'all'

/** Holders remembered for each budget. */
const REMEMBERED = 20_000
/** So many of them go at once when there is no room: to look for those that are to go costs a walk over all. */
const FORGOTTEN = 2_000

/**
 * Token buckets in memory: nothing is written for a request that is refused, and what is remembered is bounded. Each
 * process counts for itself.
 */
export class Budgets {
  readonly isOn: boolean
  /** For each row and column, by holder, the moment at which the budget will be full again: each spending puts that off. */
  readonly #rows = new Map<string, (Budget & { column: string; full: Map<string, number> })[]>()
  constructor(isOn: boolean) {
    this.isOn = isOn
    for (const [what, columns] of Object.entries<Record<string, Budget>>(BUDGETS)) {
      const row = Object.entries(columns).map(([column, budget]) => ({ column, ...budget, full: new Map() }))
      this.#rows.set(what, row)
    }
  }

  /**
   * Spends one from each holder's budget, or from none.
   * @throws Problem `too_many_requests` with the seconds to wait
   */
  spend<W extends Budgeted>(what: W, holders: Holders<W>, now: number): void {
    this.check(what, holders, now)
    for (const { full, holder, fullAt } of this.#charges(what, holders, now)) {
      full.set(holder, fullAt)
      if (full.size > REMEMBERED) forget(full, now)
    }
  }

  /**
   * Spends nothing.
   * @throws what `spend` would throw now
   */
  check<W extends Budgeted>(what: W, holders: Holders<W>, now: number): void {
    const retryAfter = this.wait(what, holders, now)
    if (retryAfter > 0) throw new Problem('too_many_requests', { retryAfter })
  }

  /** How many seconds somebody has to wait until it may be spent; 0 for who may now. */
  wait<W extends Budgeted>(what: W, holders: Holders<W>, now: number): number {
    let wait = 0
    for (const { fullAt, burst, everyMs } of this.#charges(what, holders, now))
      wait = Math.max(wait, fullAt - now - burst * everyMs)
    return Math.ceil(wait / 1000)
  }

  /** What would be charged to whom. */
  *#charges(what: Budgeted, holders: Record<string, string | null>, now: number) {
    if (!this.isOn) return
    for (const { column, burst, everyMs, full } of this.#rows.get(what)!) {
      const holder = holders[column] ?? null
      if (holder === null) continue
      yield { full, holder, burst, everyMs, fullAt: Math.max(full.get(holder) ?? 0, now) + everyMs }
    }
  }
}

/**
 * Makes room: those go first that are full again, which is what nobody remembered is, too; then those that have spent
 * least. Whoever would have an exhausted budget forgotten must exhaust as many others as are remembered.
 */
function forget(full: Map<string, number>, now: number): void {
  const ends = Float64Array.from(full.values()).sort()
  const last = Math.max(ends[FORGOTTEN]!, now)
  let toGo = Math.max(
    FORGOTTEN,
    ends.findIndex(end => end > now),
  )
  for (const [holder, fullAt] of full) {
    if (fullAt > last || toGo === 0) continue
    full.delete(holder)
    toGo -= 1
  }
}
