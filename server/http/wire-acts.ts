import * as v from 'valibot'
import { FOR_GOOD, LIMITS, MARKS, MODERATOR_ACTS, OUTCOMES, REASONS, REPORT_REASONS } from '../contract.ts'
import { count, Standing, siteId, textOf, time } from './wire.ts'

/** The wire of what readers and moderators do about a comment beside ruling on it: reports, appeals, acts, notes. */

export const ReportRequest = v.object({
  reason: v.picklist(REPORT_REASONS),
  words: v.optional(textOf(LIMITS.reportGraphemes)),
})
export const ReportAnswer = v.object({ reported: v.picklist(REPORT_REASONS) })

/** How long an appeal may be is said in words of its own, not by the place in the request. */
export const AppealRequest = v.object({ text: v.string() })

export const AcknowledgeRequest = v.object({ site: siteId })

const commentId = v.pipe(v.string(), v.maxLength(32))

export const ActRequest = v.object({
  site: siteId,
  comment: commentId,
  act: v.picklist(MODERATOR_ACTS),
  seen: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1),
    v.maxValue(Number.MAX_SAFE_INTEGER),
    v.description('the version of the comment that was looked at; where another stands by now, nothing is changed'),
  ),
  reason: v.optional(v.picklist(REASONS)),
  note: v.optional(textOf(LIMITS.noteGraphemes)),
  words: v.optional(textOf(LIMITS.wordsGraphemes)),
  until: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FOR_GOOD)))),
  text: v.optional(v.string()),
})

export const ReplyRequest = v.object({ site: siteId, comment: commentId, text: v.string() })

const about = v.picklist(['comment', 'author'])

export const Note = v.object({
  id: v.string(),
  about,
  by: v.string(),
  isMine: v.boolean(),
  at: time,
  text: v.string(),
})
export const NoteRequest = v.object({ site: siteId, comment: commentId, about, text: textOf(LIMITS.noteGraphemes) })

const outcome = v.nullable(v.picklist(OUTCOMES))

export const CaseFile = v.object({
  reports: v.array(
    v.object({
      id: v.string(),
      reason: v.picklist(REPORT_REASONS),
      words: v.nullable(v.string()),
      at: time,
      outcome: v.nullable(v.picklist(['fine', 'upheld'])),
      isOpen: v.boolean(),
    }),
  ),
  appeal: v.nullable(
    v.object({
      text: v.string(),
      createdAt: time,
      outcome,
      decidedAt: v.nullable(time),
      words: v.nullable(v.string()),
      ruledBy: v.nullable(v.string()),
      decidedBy: v.nullable(v.string()),
      mayDecline: v.boolean(),
    }),
  ),
  notes: v.array(Note),
  editions: v.array(v.object({ version: count, text: v.string(), by: v.nullable(v.string()), endedAt: time })),
  words: v.array(
    v.object({
      version: count,
      note: v.nullable(v.string()),
      words: v.nullable(v.string()),
      until: v.nullable(time),
    }),
  ),
  marks: v.array(v.picklist(MARKS)),
  isRoot: v.boolean(),
  author: v.object({ ...Standing.entries, isStaff: v.boolean() }),
})

const SavedReply = v.object({ id: v.string(), name: v.string(), text: v.string() })
export const SavedReplies = v.object({ replies: v.array(SavedReply) })
export const SavedReplyAnswer = v.object({ reply: SavedReply })
export const SavedReplyRequest = v.object({
  site: siteId,
  name: textOf(LIMITS.savedReplyName),
  text: textOf(LIMITS.wordsGraphemes),
})
