import * as v from 'valibot'
import { IMPORT_ACTS, IMPORT_PHASES } from '../contract.ts'
import { count, siteId, time } from './wire.ts'

/** The wire of imports at the desk. */

const format = v.pipe(v.string(), v.maxLength(40))
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))

export const ImportsQuery = v.object({ site: siteId })
export const NewImportRequest = v.object({
  site: siteId,
  format,
  file: v.pipe(v.string(), v.maxLength(300)),
  size: bytes,
})
export const FilePieceQuery = v.object({
  site: siteId,
  at: v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'a number of bytes'), v.transform(Number)),
})
export const FilePieceAnswer = v.object({ received: count })
export const ImportActRequest = v.object({ site: siteId, act: v.picklist(IMPORT_ACTS), format: v.optional(format) })

const told = v.array(v.object({ reason: v.string(), count, such: v.array(v.string()) }))

const Plan = v.object({
  comments: count,
  coming: count,
  merged: count,
  articles: count,
  pages: v.array(
    v.object({
      key: v.string(),
      url: v.string(),
      title: v.nullable(v.string()),
      comments: count,
      statuses: v.record(v.string(), count),
      addresses: v.array(v.string()),
      here: v.nullable(v.object({ key: v.string(), title: v.nullable(v.string()), count })),
    }),
  ),
  addresses: count,
  refused: v.array(v.object({ address: v.string(), reason: v.string(), comments: count })),
  skipped: told,
  changed: v.optional(told),
})

const Report = v.object({
  imported: count,
  statuses: v.record(v.string(), count),
  merged: count,
  skipped: told,
  changed: told,
})

const DeskImport = v.object({
  format: v.string(),
  file: v.string(),
  size: count,
  received: count,
  beganAt: time,
  phase: v.picklist(IMPORT_PHASES),
  isCutShort: v.boolean(),
  trouble: v.nullable(v.string()),
  progress: v.nullable(
    v.object({ read: count, comments: count, imported: count, perSecond: count, secondsLeft: v.nullable(count) }),
  ),
  plan: v.nullable(Plan),
  report: v.nullable(Report),
})

export const ImportsAtDesk = v.object({
  most: v.nullable(count),
  formats: v.array(v.object({ name: v.string(), title: v.string(), howTo: v.string() })),
  one: v.nullable(DeskImport),
})
