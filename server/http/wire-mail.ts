import * as v from 'valibot'
import { MAIL_TROUBLES } from '../contract.ts'
import { count, siteId, time } from './wire.ts'

/** The wire of mail that waits or did not go. */

const ref = v.pipe(v.string(), v.maxLength(60))
const Fault = v.nullable(v.object({ trouble: v.picklist(MAIL_TROUBLES), code: v.string() }))

export const Outbox = v.object({
  mail: v.picklist(['on', 'off', 'unavailable']),
  server: v.object({
    sentAt: v.nullable(time),
    failedAt: v.nullable(time),
    restsUntil: v.nullable(time),
    fault: Fault,
  }),
  waiting: count,
  dead: count,
  letters: v.array(
    v.object({
      id: v.string(),
      kind: v.string(),
      to: v.string(),
      at: time,
      tries: count,
      nextAt: v.nullable(time),
      isOfUse: v.boolean(),
      fault: Fault,
    }),
  ),
  suppressed: v.array(v.object({ id: v.string(), to: v.string(), at: time, fault: Fault })),
  testTo: v.nullable(v.string()),
})
export const OutboxRequest = v.object({
  site: siteId,
  letters: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{1,15}$/))), v.minLength(1), v.maxLength(100)),
})
export const OutboxDone = v.object({ done: count, outbox: Outbox })
export const SuppressedParams = v.object({ id: ref })
