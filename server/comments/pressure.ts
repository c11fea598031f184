import type { Step } from './proof-of-work.ts'

/** What is counted as now and as usual fades in this time, in ms. */
const NOW_MS = 120_000
const USUAL_MS = 12 * 3_600_000
/** So many posts within two minutes are no pressure, wherever it is. */
const LEAST = 60
/** And so many times what is usual there are. */
const MANY = 4
/** Sites remembered. */
const REMEMBERED = 1_000

interface Meter {
  posts: number
  proven: number
  /** What `posts` usually is. */
  usual: number
  at: number
}

/** How hard a site is pressed. */
export interface Pressed {
  /** Whether more is posted than is usual here. */
  isHigh: boolean
  /** How much work a proof takes now. */
  step: Step
}

const CALM: Pressed = { isHigh: false, step: 0 }

/**
 * How much is posted on each site, stored or not, against what is usual there. In memory and bounded; each process feels
 * for itself.
 */
export class Pressure {
  readonly #meters = new Map<string, Meter>()

  /** A site is posted to. */
  feel(site: string, now: number): void {
    const meter = this.#meterOf(site, now)
    meter.posts += 1
  }

  /** A proof is spent there. */
  feelProof(site: string, now: number): void {
    this.#meterOf(site, now).proven += 1
  }

  /**
   * Work gets harder by how many bring proofs, not by how many bring none: a flood of those who do not solve anything
   * must not make it harder for those who do.
   */
  of(site: string, now: number): Pressed {
    const meter = this.#meters.get(site)
    if (!meter) return CALM
    const faded = Math.exp((meter.at - now) / NOW_MS)
    const bound = boundOf(meter)
    if (meter.posts * faded <= bound) return CALM
    const times = (meter.proven * faded) / bound
    return { isHigh: true, step: times > 16 ? 3 : times > 4 ? 2 : 1 }
  }

  #meterOf(site: string, now: number): Meter {
    const meter = this.#meters.get(site) ?? { posts: 0, proven: 0, usual: 0, at: now }
    const passed = Math.max(0, now - meter.at)
    // A flood is not to become what is usual before anybody has slept over it.
    const learned = Math.min(meter.posts, 2 * boundOf(meter))
    meter.usual += (learned - meter.usual) * (1 - Math.exp(-passed / USUAL_MS))
    const faded = Math.exp(-passed / NOW_MS)
    meter.posts *= faded
    meter.proven *= faded
    meter.at = now
    this.#meters.delete(site)
    this.#meters.set(site, meter)
    if (this.#meters.size > REMEMBERED) this.#meters.delete(this.#meters.keys().next().value!)
    return meter
  }
}

const boundOf = ({ usual }: Meter) => Math.max(LEAST, MANY * usual)
