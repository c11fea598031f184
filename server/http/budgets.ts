import { Problem } from '../problems.ts'

/** How much somebody may do: so many at once, and one more each so many ms. */
interface Budget {
  burst: number
  everyMs: number
}

/**
 * What is counted by whom. A fresh token costs nothing, so a reader counts by client, too; a client that is not known is
 * not counted, or all strangers would share one budget.
 */
export const BUDGETS = {
  post: {
    client: { burst: 30, everyMs: 2_000 },
    author: { burst: 10, everyMs: 6_000 },
    site: { burst: 600, everyMs: 100 },
  },
  revise: {
    client: { burst: 30, everyMs: 2_000 },
    author: { burst: 15, everyMs: 4_000 },
    site: { burst: 600, everyMs: 100 },
  },
  /** What is made into a tree for somebody to look at, and kept nowhere. */
  preview: { client: { burst: 30, everyMs: 1_000 }, site: { burst: 600, everyMs: 50 } },
  /** Earlier texts of a comment, up to 20 of which are made into trees for one answer. */
  editions: { client: { burst: 10, everyMs: 5_000 } },
  stamp: { client: { burst: 60, everyMs: 2_000 }, site: { burst: 3_000, everyMs: 20 } },
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
    address: { burst: 3, everyMs: 300_000 },
    site: { burst: 300, everyMs: 1_000 },
  },
  /** Codes, tickets and tokens that are to prove something; and beginning it with a provider. */
  prove: { client: { burst: 40, everyMs: 5_000 }, author: { burst: 20, everyMs: 10_000 } },
  /** What reads or changes all that is somebody's. */
  account: { client: { burst: 60, everyMs: 2_000 }, author: { burst: 30, everyMs: 5_000 } },
  signIn: { client: { burst: 10, everyMs: 10_000 } },
} as const satisfies Record<string, Record<string, Budget>>

/** Holders remembered for each budget; the one unused for longest is forgotten first. */
const REMEMBERED = 20_000

/**
 * Token buckets in memory: nothing is written for a request that is refused, and what is remembered is bounded. Each
 * process counts for itself.
 */
export class Budgets {
  readonly #isOn: boolean
  readonly #full = new Map<string, Map<string, number>>()
  constructor(isOn: boolean) {
    this.#isOn = isOn
  }

  /**
   * Spends one from each holder's budget, or from none.
   * @param what a row of BUDGETS
   * @param holders who pays, by column; a null holder does not pay
   * @throws Problem `too_many_requests` with the seconds to wait
   */
  spend<W extends keyof typeof BUDGETS>(
    what: W,
    holders: Record<keyof (typeof BUDGETS)[W], string | null>,
    now: number,
  ): void {
    if (!this.#isOn) return
    const paid: { bucket: Map<string, number>; holder: string; fullAt: number }[] = []
    for (const [column, { burst, everyMs }] of Object.entries<Budget>(BUDGETS[what])) {
      const holder = holders[column as keyof typeof holders]
      if (holder === null) continue
      const bucket = this.#bucket(`${what}.${column}`)
      // A budget is the moment at which it will be full again: each spending puts that off.
      const fullAt = Math.max(bucket.get(holder) ?? 0, now) + everyMs
      const wait = fullAt - now - burst * everyMs
      if (wait > 0) throw new Problem('too_many_requests', { retryAfter: Math.ceil(wait / 1000) })
      paid.push({ bucket, holder, fullAt })
    }
    for (const { bucket, holder, fullAt } of paid) {
      bucket.delete(holder)
      bucket.set(holder, fullAt)
      if (bucket.size > REMEMBERED) bucket.delete(bucket.keys().next().value!)
    }
  }

  #bucket(name: string): Map<string, number> {
    const bucket = this.#full.get(name) ?? new Map<string, number>()
    this.#full.set(name, bucket)
    return bucket
  }
}
