import type { Deps } from '../deps.ts'
import { secretsOf, signed } from '../people/secrets.ts'

/** A stamp older than this says nothing of how something was typed. */
const LONGEST = 24 * 3_600_000

const signature = (secret: string, site: string, at: string) =>
  signed(secret, JSON.stringify(['typing', site, at])).slice(0, 22)

/** Says when a reader began to write, signed, so that only this installation can have said it: `milliseconds.signature`. */
export function stampOf({ config }: Pick<Deps, 'config'>, site: string, now: number): string {
  const at = now.toString(36)
  return `${at}.${signature(config.secret, site, at)}`
}

/** How long ago a stamp of this site was given, in ms; null for what is none, or too old to say anything. */
export function sinceStamp({ config }: Pick<Deps, 'config'>, site: string, stamp: string, now: number): number | null {
  const [at = '', signs] = stamp.split('.')
  if (!secretsOf(config).some(secret => signs === signature(secret, site, at))) return null
  const ms = now - Number.parseInt(at, 36)
  return ms >= 0 && ms <= LONGEST ? ms : null
}
