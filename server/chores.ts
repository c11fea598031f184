import { forgetTranslations } from './comments/translations.ts'
import type { Deps } from './deps.ts'
import { sealLog } from './moderation/log/seal-log.ts'
import { sendDigests } from './notices/send-digests.ts'
import { forgetLetters, sendOutbox } from './notices/send-outbox.ts'
import { deliverDue, forgetDeliveries } from './notices/webhooks/deliver.ts'
import { OPENID_MS } from './people/desk-openid.ts'
import { tellByMail } from './people/told/tell.ts'
import { goOnErasing } from './privacy/owners-erasure.ts'
import { retain } from './privacy/retain.ts'

/** How often chores are done, in ms; on Workers `wrangler.toml` says the same. */
export const CHORES_EVERY = 60_000

/** For so long people see at the desk which of their recovery codes were used. */
const TOLD_MS = 90 * 24 * 3_600_000

const CHORES: Record<string, (deps: Deps) => Promise<unknown>> = {
  sealLog,
  sendDigests,
  tellByMail,
  sendOutbox,
  forgetLetters,
  deliverDue,
  forgetDeliveries,
  forgetClaims: ({ store, clock }) => store.claims.forget(clock()),
  forgetNetworks: ({ store, clock }) => store.networks.forget(clock()),
  forgetTranslations,
  forgetProofs: ({ store, clock }) => store.proofs.forget(clock()),
  forgetCodes: ({ store, clock }) => store.deskWays.forgetCodes(clock() - TOLD_MS),
  endOpenIdRoles: ({ store, clock }) => store.deskIdentities.endRoles(clock() - OPENID_MS),
  endSessions: ({ store, clock }) => store.account.endPast(clock()),
  forgetGiven: async ({ given, clock }) => given?.forget(clock()),
  goOnErasing: deps => goOnErasing(deps),
  retain: deps => retain(deps),
}

/** Does what nobody asks for and must be done now and then. One chore that fails is told and keeps no other from being done. */
export async function doChores(deps: Deps): Promise<void> {
  for (const [chore, work] of Object.entries(CHORES)) {
    try {
      await work(deps)
    } catch (error) {
      deps.log({
        event: 'failed',
        chore,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
    }
  }
}
