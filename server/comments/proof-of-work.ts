import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Work } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { digest, secretsOf, signed } from '../people/secrets.ts'

/** For how long a challenge can be solved and its solution spent, in ms. */
const GOOD_FOR = 20 * 60_000

/**
 * Keys that a browser derives at the most until it finds the one that is asked for; at the least half of them. One takes a
 * phone about a millisecond.
 */
export const STEPS = [64, 256, 1_024, 4_096] as const
export type Step = 0 | 1 | 2 | 3

/** Rounds of PBKDF2 for one key: enough that the derivation itself outweighs the call of it. */
const ROUNDS = 2_000

/** Longer texts are no proof of ours. */
const LONGEST = 2_000

/** A proof that was solved for this site; it counts once. */
export interface Proof {
  /** What is kept of it once it is spent. */
  digest: string
  expiresAt: number
}

type Config = Pick<Deps, 'config'>

/** The keys under which challenges, and what solves them, are signed. */
const keysOf = (secret: string) => ({
  hmacSignatureSecret: signed(secret, 'proof of work: challenge'),
  hmacKeySignatureSecret: signed(secret, 'proof of work: key'),
})

/**
 * Work for a browser, by ALTCHA: it is bound to a site and ends, and says so under a signature, so that nothing is kept of
 * it here. What solves it is signed as well, so that no key is derived to check a solution.
 */
export async function workOf(deps: Config, site: string, step: Step, now: number): Promise<Work> {
  const most = STEPS[step]
  const { parameters, signature } = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: ROUNDS,
    deriveKey,
    counter: Math.floor(most / 2 + (most / 2) * random()),
    data: { site, until: now + GOOD_FOR },
    ...keysOf(deps.config.secret),
  })
  return { parameters: parameters as Work['parameters'], signature: signature! }
}

/** From 0 to below 1. */
const random = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32

/**
 * Reads a solved challenge, as ALTCHA's clients send it: JSON of `{challenge, solution}` in base64.
 * @returns the proof; null for what does not solve a challenge that this installation gave for the site and that has not ended
 */
export async function proofIn(deps: Config, site: string, text: string, now: number): Promise<Proof | null> {
  if (text.length > LONGEST) return null
  try {
    const { challenge, solution } = JSON.parse(atob(text))
    const { until } = challenge.parameters.data
    if (challenge.parameters.data.site !== site || !(until >= now)) return null
    // Of ours each has a signed key; without one, a stranger could have keys derived here.
    if (!challenge.parameters.keySignature) return null
    for (const secret of secretsOf(deps.config)) {
      const { verified } = await verifySolution({ challenge, solution, deriveKey, ...keysOf(secret) })
      if (verified) return { digest: digest(challenge.signature), expiresAt: until }
    }
    return null
  } catch {
    // It came from a stranger and can be anything.
    return null
  }
}
