import * as v from 'valibot'
import { LIMITS } from '../contract.ts'
import { Comment, count, sight, siteId, time, VoteCount, wireId } from './wire.ts'

/** The wire of what readers do beside writing, and of the lists of what is theirs. */

const commentId = v.pipe(v.string(), v.maxLength(32))

export const VotesRequest = v.object({
  site: siteId,
  ids: v.pipe(v.array(commentId), v.maxLength(LIMITS.votesAsked)),
})
export const Votes = v.object({ votes: v.array(v.nullable(VoteCount)) })

export const MuteRequest = v.object({ muted: v.boolean() })
export const MuteAnswer = v.object({ muted: v.boolean() })

export const FollowRequest = v.object({ ...sight, comment: v.optional(commentId), follow: v.boolean() })
export const FollowAnswer = v.object({ follow: v.boolean() })
export const SeenRequest = v.object({ ...sight, comment: v.optional(commentId) })

const article = v.object({ key: v.string(), title: v.nullable(v.string()), url: v.string() })

export const OwnComments = v.object({
  comments: v.array(
    v.object({ comment: Comment, article, permalink: v.nullable(v.string()), replies: count, votes: VoteCount }),
  ),
  next: v.nullable(v.string()),
})
export const OwnVotes = v.object({
  votes: v.array(v.object({ value: v.picklist([1, -1]), comment: Comment, article, permalink: v.string() })),
  next: v.nullable(v.string()),
})
export const OwnFollows = v.object({
  follows: v.array(v.object({ article, root: v.nullable(Comment), fresh: count })),
})
export const OwnMutes = v.object({
  mutes: v.array(v.object({ comment: v.string(), name: v.nullable(v.string()), at: time })),
})

export const News = v.object({
  news: v.array(
    v.object({
      kind: v.picklist(['reply', 'decided', 'restored', 'granted', 'declined']),
      at: time,
      isNew: v.boolean(),
      comment: Comment,
      article,
      permalink: v.nullable(v.string()),
    }),
  ),
})
export const NewsSeenRequest = v.object({ site: siteId, until: time })

const shown = v.string()
export const OwnMail = v.object({
  isOffered: v.boolean(),
  proved: v.nullable(shown),
  mails: v.array(v.object({ address: shown, isConfirmed: v.boolean(), replies: v.boolean(), follows: v.boolean() })),
})
export const MailRequest = v.object({
  site: siteId,
  email: v.optional(v.pipe(v.string(), v.maxLength(320))),
  lang: v.optional(v.pipe(v.string(), v.regex(/^[a-zA-Z0-9-]{0,35}$/))),
  replies: v.boolean(),
  follows: v.boolean(),
})
export const MailAnswer = v.object({ state: v.picklist(['told', 'asked']) })

export const OwnQuery = v.object({ site: siteId, after: v.optional(wireId) })
