import * as v from 'valibot'
import { readId } from '../comments/ids.ts'
import {
  ASKS_WORK,
  BADGES,
  type Block,
  CAPTCHA_PROVIDERS,
  graphemes,
  HOLDS,
  INVITES,
  type Inline,
  LIMITS,
  LISTS,
  LOG_FORMATS,
  MARKS,
  MODERATOR_RULINGS,
  MOVE_WAYS,
  ORDERS,
  OUTCOMES,
  orderOf,
  PROBLEM_CODES,
  REASONS,
  ROLES,
  RULINGS,
  type Ruling,
  SORTS,
  STATUSES,
  TABS,
  VERDICTS,
  VOTES,
} from '../contract.ts'

/**
 * The wire as valibot schemas: what requests are checked against and what `/api/openapi.json` describes. A type test
 * holds them and `contract.ts` mutually assignable.
 */

export const count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const time = v.pipe(v.number(), v.integer())

export const InlineNode: v.GenericSchema<Inline> = v.lazy(() =>
  v.union([
    v.string(),
    v.object({ type: v.picklist(['em', 'strong', 'del']), children: v.array(InlineNode) }),
    v.object({ type: v.literal('code'), text: v.string() }),
    v.object({ type: v.literal('link'), href: v.string(), children: v.array(InlineNode) }),
    v.object({ type: v.literal('mention'), name: v.string() }),
    v.object({ type: v.literal('break') }),
  ]),
)

export const BlockNode: v.GenericSchema<Block> = v.lazy(() =>
  v.union([
    v.object({ type: v.literal('p'), children: v.array(InlineNode) }),
    v.object({ type: v.literal('quote'), children: v.array(BlockNode) }),
    v.object({ type: v.literal('list'), start: v.nullable(v.number()), items: v.array(v.array(BlockNode)) }),
    v.object({ type: v.literal('pre'), text: v.string() }),
  ]),
)

const badge = v.nullable(v.picklist(BADGES))
const author = v.object({ name: v.nullable(v.string()), badge, avatar: count })

export const Appeal = v.object({
  text: v.string(),
  createdAt: time,
  outcome: v.nullable(v.picklist(OUTCOMES)),
  decidedAt: v.nullable(time),
  words: v.nullable(v.string()),
})

export const Comment = v.object({
  id: v.string(),
  parent: v.nullable(v.string()),
  root: v.string(),
  author: v.nullable(author),
  status: v.picklist(STATUSES),
  tree: v.array(BlockNode),
  lang: v.optional(v.string()),
  createdAt: time,
  editedAt: v.nullable(time),
  replies: count,
  more: v.nullable(v.string()),
  reason: v.nullable(v.picklist(REASONS)),
  marks: v.optional(v.array(v.picklist(MARKS))),
  told: v.optional(v.object({ words: v.nullable(v.string()), appeal: v.nullable(Appeal) })),
})

export const Thread = v.object({
  site: v.object({ id: v.string(), name: v.string() }),
  article: v.object({
    key: v.string(),
    title: v.nullable(v.string()),
    url: v.string(),
    isOpen: v.boolean(),
    count,
    votes: count,
    revision: count,
  }),
  policy: v.object({
    holds: v.picklist(HOLDS),
    depth: count,
    downVotes: v.boolean(),
    ways: v.array(v.string()),
    guidelines: v.array(BlockNode),
    editMinutes: count,
    showsEditions: v.boolean(),
    translates: v.optional(v.literal(true)),
    mails: v.optional(v.literal(true)),
    theme: v.optional(v.string()),
    words: v.optional(v.record(v.string(), v.record(v.string(), v.unknown()))),
  }),
  comments: v.array(Comment),
  next: v.nullable(v.string()),
})

export const Replies = v.object({ comments: v.array(Comment), next: v.nullable(v.string()) })

export const Standing = v.object({
  warning: v.nullable(v.string()),
  ban: v.nullable(
    v.object({
      until: v.nullable(time),
      reason: v.nullable(v.picklist(REASONS)),
      words: v.nullable(v.string()),
    }),
  ),
  mute: v.nullable(v.object({ until: v.nullable(time) })),
})

export const Me = v.object({
  author: v.nullable(v.object({ name: v.nullable(v.string()), badge })),
  standing: Standing,
  unpublished: v.array(Comment),
  published: v.array(v.string()),
  granted: v.array(v.string()),
  rules: v.nullable(v.string()),
  now: time,
  votes: v.record(v.string(), v.picklist([1, -1])),
  muted: v.array(count),
  follows: v.object({ thread: v.boolean(), roots: v.array(v.string()) }),
  news: count,
})

export const Changes = v.object({
  revision: count,
  count,
  comments: v.array(Comment),
  gone: v.array(v.string()),
  isMore: v.boolean(),
  isAnew: v.boolean(),
})

export const CommentPlace = v.object({
  comment: Comment,
  ancestors: v.array(Comment),
  article: v.object({ key: v.string(), title: v.nullable(v.string()), url: v.string() }),
})

export const Counts = v.object({ counts: v.array(count) })

export const Views = v.object({ views: v.array(v.nullable(count)) })

export const CommentAnswer = v.object({ comment: Comment })

export const siteId = v.pipe(v.string(), v.maxLength(64))

/** The end of an address that another system gave to one of its comments, with the `#`. */
export const MovedQuery = v.object({ site: siteId, fragment: v.pipe(v.string(), v.maxLength(200)) })
export const Moved = v.object({ comment: v.string() })

/** Longer addresses come through to the key, which refuses them in its own words. */
const address = v.pipe(v.string(), v.maxLength(LIMITS.bodyBytes))

const Sight = v.object({
  url: address,
  canonical: v.optional(address),
  article: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.articleIdLength))),
})

export const sight = { site: siteId, ...Sight.entries }

const pages = v.pipe(v.array(v.union([address, Sight])), v.maxLength(LIMITS.counts))

export const CountsRequest = v.object({ site: siteId, urls: pages })

export const ViewsRequest = v.object({ site: siteId, seen: v.optional(Sight), urls: v.optional(pages) })

/** How many are too many is refused in words of its own. */
const mentions = v.optional(v.array(v.string()))

export const PostRequest = v.object({
  ...sight,
  title: v.optional(v.string()),
  parent: v.optional(v.string()),
  text: v.string(),
  name: v.optional(v.string()),
  typing: v.optional(
    v.object({
      stamp: v.pipe(v.string(), v.maxLength(60)),
      letters: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
    }),
  ),
  proof: v.optional(v.string()),
  captcha: v.optional(v.string()),
  mentions,
})

/** What keys there are is refused in words of its own. */
export const KeyHeaders = v.object({ 'idempotency-key': v.optional(v.string()) })

export const ReviseRequest = v.object({ text: v.string(), seen: v.optional(count), mentions })
export const Source = v.object({ text: v.string(), version: count, left: v.nullable(count) })
export const Editions = v.object({
  editions: v.array(v.object({ tree: v.array(BlockNode), endedAt: time, by: v.picklist(['author', 'moderator']) })),
})
export const PreviewRequest = v.object({
  site: siteId,
  text: v.string(),
  names: v.optional(v.pipe(v.array(v.string()), v.maxLength(LIMITS.mentions))),
})
export const Preview = v.object({ tree: v.array(BlockNode) })

export const StampRequest = v.object({ site: siteId })
export const Stamp = v.object({
  stamp: v.string(),
  work: v.optional(
    v.object({
      parameters: v.object({
        algorithm: v.string(),
        nonce: v.string(),
        salt: v.string(),
        cost: count,
        keyLength: count,
        keyPrefix: v.string(),
        keySignature: v.string(),
        data: v.object({ site: v.string(), until: time }),
      }),
      signature: v.string(),
    }),
  ),
  captcha: v.optional(v.object({ provider: v.picklist(CAPTCHA_PROVIDERS), key: v.string() })),
})

export const VoteRequest = v.object({ value: v.picklist(VOTES) })
export const VoteCount = v.object({ up: count, down: count })
export const VoteAnswer = v.object({ votes: VoteCount, mine: v.picklist(VOTES) })

const fromQuery = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'a whole number'), v.transform(Number), v.minValue(least), v.maxValue(most))

/** A text of at most so many graphemes; its bytes are bounded by the request's. */
export const textOf = (most: number) =>
  v.pipe(
    v.string(),
    v.check(text => text.length <= most || graphemes(text) <= most, `at most ${most} characters`),
  )

/** An id or a cursor on the wire, as the number it stands for. */
export const wireId = v.pipe(
  v.string(),
  v.transform(text => readId(text)),
  v.number('not an id of Parley’s'),
)

export const ThreadQuery = v.object({
  ...sight,
  sort: v.optional(v.picklist(SORTS), 'newest'),
  limit: v.optional(fromQuery(1, 2 * LIMITS.rootsPage), String(LIMITS.rootsPage)),
  after: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'not a cursor of Parley’s'))),
})

export const MeQuery = v.object(sight)
const revision = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'a revision'), v.transform(Number))
export const ChangesQuery = v.object({ ...sight, since: revision })
export const StreamQuery = v.object({ ...sight, since: v.optional(revision) })
export const StreamHeaders = v.object({ 'last-event-id': v.optional(revision) })
export const RepliesQuery = v.object({ after: v.optional(wireId) })
export const IdParams = v.object({ id: wireId })

const role = v.picklist(ROLES)

export const DeskMe = v.object({
  person: v.object({
    id: v.string(),
    name: v.string(),
    publicName: v.nullable(v.string()),
    language: v.nullable(v.string()),
    isInstaller: v.boolean(),
  }),
  sites: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      role,
      isDemo: v.boolean(),
      samples: count,
      waiting: count,
      claimed: count,
    }),
  ),
})

export const SessionRequest = v.object({ link: v.pipe(v.string(), v.maxLength(200)) })

export const DeskSignOutQuery = v.object({ everywhere: v.optional(v.picklist(['yes', 'no']), 'no') })

export const Finding = v.object({
  rule: v.string(),
  verdict: v.picklist(VERDICTS),
  reason: v.picklist(REASONS),
  detail: v.nullable(v.string()),
  start: v.nullable(count),
  end: v.nullable(count),
})

export const Decision = v.object({
  ruling: v.picklist(Object.keys(RULINGS) as Ruling[]),
  by: v.nullable(v.string()),
  ruler: v.picklist(['rules', 'author', 'moderator']),
  from: v.picklist([...STATUSES, 'none']),
  to: v.picklist(STATUSES),
  reason: v.nullable(v.picklist(REASONS)),
  at: time,
})

export const Case = v.object({
  id: v.string(),
  version: count,
  status: v.picklist(STATUSES),
  createdAt: time,
  text: v.string(),
  tree: v.array(BlockNode),
  lang: v.nullable(v.string()),
  isReviewed: v.boolean(),
  reports: count,
  hasAppeal: v.boolean(),
  article: v.object({ title: v.nullable(v.string()), url: v.string(), key: v.string() }),
  author: v.object({ id: v.string(), ...author.entries, published: count, rejected: count, since: time }),
  parent: v.nullable(v.object({ id: v.string(), name: v.nullable(v.string()), excerpt: v.string() })),
  findings: v.array(Finding),
  decision: Decision,
})

const tabCounts = v.object({
  pending: count,
  reported: count,
  appealed: count,
  unreviewed: count,
  published: count,
  rejected: count,
  spam: count,
  withdrawn: count,
})

const pressed = v.nullable(v.picklist(ASKS_WORK))

export const Queue = v.object({
  cases: v.array(Case),
  next: v.nullable(v.string()),
  counts: tabCounts,
  seq: count,
  pressed,
})

export const QueueChanges = v.object({
  seq: count,
  changes: v.array(v.object({ comment: v.string(), version: count, status: v.picklist(STATUSES), decision: Decision })),
  isAnew: v.boolean(),
  counts: v.partial(tabCounts),
  pressed,
})

const caseLine = v.object({
  id: v.string(),
  status: v.picklist(STATUSES),
  createdAt: time,
  name: v.nullable(v.string()),
  excerpt: v.string(),
  article: v.object({ title: v.nullable(v.string()), key: v.string() }),
})

export const CaseLines = v.object({ comments: v.array(caseLine), next: v.nullable(v.string()) })

export const CaseDetail = v.object({
  case: Case,
  ancestors: v.array(Comment),
  answers: v.array(Comment),
  others: CaseLines,
  alike: v.object({ comments: v.array(caseLine), count }),
  log: v.array(Decision),
  translates: v.optional(v.literal(true)),
})

const moment = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'a time in milliseconds'), v.transform(Number))

export const QueueQuery = v.pipe(
  v.object({
    site: siteId,
    status: v.optional(v.picklist(TABS), 'pending'),
    order: v.optional(v.picklist(ORDERS)),
    q: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.bodyBytes))),
    language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'a language such as `fa`, or `und`'))),
    reason: v.optional(v.picklist(REASONS)),
    article: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.urlLength))),
    author: v.optional(wireId),
    from: v.optional(moment),
    until: v.optional(moment),
    after: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^([0-9a-z]{0,11}\.\d{1,4}\.[0-9a-z]{1,11}|[0-9a-z]{1,11})$/i, 'not a cursor of Parley’s'),
      ),
    ),
  }),
  v.transform(({ site, status: tab, order, after, q, ...filters }) => ({
    ...{ site, tab, order: order ?? orderOf(tab), after: after ?? null },
    filters: { ...filters, q: q?.trim() ? q : undefined },
  })),
)
export const QueueChangesQuery = v.object({ site: siteId, since: revision })
export const OthersQuery = v.object({ after: v.optional(wireId) })

export const AuthorRecord = v.object({
  id: v.string(),
  name: v.nullable(v.string()),
  since: time,
  counts: v.object({ pending: count, published: count, rejected: count }),
  newest: v.nullable(v.string()),
})
export const AuthorRulingsRequest = v.object({
  site: siteId,
  ruling: v.picklist(['approve', 'reject', 'spam']),
  statuses: v.pipe(v.array(v.picklist(STATUSES)), v.minLength(1), v.maxLength(STATUSES.length)),
  reason: v.optional(v.picklist(REASONS)),
  note: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.noteGraphemes))),
  from: v.pipe(v.string(), v.maxLength(32)),
})
export const LogPage = v.object({
  entries: v.array(
    v.object({
      ...v.omit(Decision, ['by']).entries,
      seq: count,
      by: v.nullable(v.object({ id: v.string(), name: v.string(), account: v.nullable(v.string()) })),
      rule: v.nullable(v.string()),
      system: v.nullable(v.string()),
      note: v.nullable(v.string()),
      words: v.nullable(v.string()),
      comment: v.object({
        id: v.string(),
        version: count,
        name: v.nullable(v.string()),
        excerpt: v.nullable(v.string()),
      }),
      article: v.nullable(v.object({ title: v.nullable(v.string()), url: v.string(), key: v.string() })),
    }),
  ),
  next: v.nullable(v.string()),
  reached: v.nullable(time),
  people: v.array(v.object({ id: v.string(), name: v.string() })),
  rules: v.array(v.string()),
})

export const LogQuery = v.object({
  site: siteId,
  person: v.optional(v.union([v.picklist(['rules', 'author']), wireId])),
  ruling: v.optional(v.picklist(Object.keys(RULINGS) as Ruling[])),
  reason: v.optional(v.picklist(REASONS)),
  rule: v.optional(v.pipe(v.string(), v.regex(/^\w{1,60}$/, 'the name of a rule'))),
  from: v.optional(moment),
  to: v.optional(moment),
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'not a cursor of Parley’s'), v.transform(Number))),
})
export const LogExportQuery = v.object({ site: siteId, format: v.picklist(LOG_FORMATS) })

export const Notifications = v.object({
  mail: v.picklist(['on', 'off', 'unavailable']),
  email: v.nullable(v.string()),
  sites: v.array(v.object({ id: v.string(), name: v.string(), digest: v.boolean() })),
})

/** An address that mail goes to: one, without a name, quotes, comments, spaces or control characters. */
const emailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(254),
  v.regex(/^[^\s\p{Cc}@<>()[\]\\,;:"]{1,64}@[^\s\p{Cc}@<>()[\]\\,;:"]+$/u, 'an e-mail address'),
)
export const NotificationsRequest = v.object({
  email: v.nullable(emailAddress),
  digests: v.pipe(v.array(siteId), v.maxLength(1_000)),
})

export const AuthorRulingsAnswer = v.object({
  made: v.array(v.object({ comment: v.string(), version: count })),
  lost: count,
  next: v.nullable(v.string()),
})

export const SiteQuery = v.object({ site: siteId })

export const RulingsRequest = v.object({
  site: siteId,
  rulings: v.pipe(
    v.array(
      v.object({
        comment: v.pipe(v.string(), v.maxLength(32)),
        ruling: v.picklist(MODERATOR_RULINGS),
        seen: v.pipe(
          v.number(),
          v.integer(),
          v.minValue(1),
          v.maxValue(Number.MAX_SAFE_INTEGER),
          v.description(
            'the version of the comment that was looked at; where another stands by now, nothing is changed',
          ),
        ),
        reason: v.optional(v.picklist(REASONS)),
        note: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.noteGraphemes))),
        words: v.optional(textOf(LIMITS.wordsGraphemes)),
      }),
    ),
    v.minLength(1),
    v.maxLength(LIMITS.rulings),
  ),
})

export const RulingAnswer = v.union([
  v.object({ comment: v.string(), ok: v.literal(true), status: v.picklist(STATUSES), version: count }),
  v.object({
    comment: v.string(),
    ok: v.literal(false),
    code: v.picklist(['unknown_comment', 'stale_version', 'ruling_not_allowed']),
    detail: v.string(),
    standing: v.nullable(v.object({ status: v.picklist(STATUSES), version: count, decision: Decision })),
  }),
])

export const RulingsAnswer = v.object({ answers: v.array(RulingAnswer) })

/** A key, path or address that an owner names an article by. */
const articleName = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.urlLength))
const namedArticle = v.object({ key: v.string(), title: v.nullable(v.string()), url: v.string(), count })
export const DeskArticle = v.object({
  ...namedArticle.entries,
  governed: v.object({
    isClosed: v.boolean(),
    closesAt: v.nullable(time),
    isChosen: v.boolean(),
    bySite: v.nullable(v.object({ days: count, at: time })),
    isHeld: v.boolean(),
    slowSeconds: count,
  }),
})
export const GovernRequest = v.object({
  site: siteId,
  key: v.pipe(v.string(), v.maxLength(LIMITS.urlLength)),
  isClosed: v.optional(v.boolean()),
  closesAt: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000)))),
  isHeld: v.optional(v.boolean()),
  slowSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.slowSeconds))),
})
const claimingPage = v.object({ key: v.string(), title: v.nullable(v.string()), url: v.string(), roots: count })

export const DeskArticles = v.object({
  articles: v.array(DeskArticle),
  next: v.nullable(v.string()),
  claimed: v.array(v.object({ ...namedArticle.entries, pages: v.array(claimingPage) })),
})
export const DeskArticlesQuery = v.object({
  site: siteId,
  q: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.urlLength))),
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}-\w{1,11}$/, 'not a cursor of Parley’s'))),
})

export const MovePreview = v.object({
  way: v.picklist(MOVE_WAYS),
  forward: v.boolean(),
  from: namedArticle,
  to: namedArticle,
  comments: count,
  there: count,
})
export const MoveQuery = v.object({
  site: siteId,
  from: articleName,
  to: articleName,
  forward: v.optional(v.picklist(['yes', 'no']), 'yes'),
})
export const MoveRequest = v.object({
  site: siteId,
  from: articleName,
  to: articleName,
  forward: v.optional(v.boolean(), true),
})
const writtenList = v.object({
  kind: v.picklist(LISTS),
  language: v.pipe(v.string(), v.regex(/^(?:[a-z]{2,3})?$/, 'a language such as fa, or nothing')),
  entries: v.string(),
})
const settingsChange = v.record(v.pipe(v.string(), v.maxLength(60)), v.unknown())
export const Policy = v.object({
  seen: v.string(),
  settings: v.object({
    holds: v.picklist(HOLDS),
    firstComments: count,
    heldSections: v.array(v.string()),
    heldFrom: v.nullable(time),
    heldUntil: v.nullable(time),
    languages: v.array(v.string()),
    linksAllowed: count,
    holdsNewDomains: v.boolean(),
    invites: v.picklist(INVITES),
    repeatsAllowed: count,
    watchesTyping: v.boolean(),
    asksWork: v.picklist(ASKS_WORK),
    refusedShare: count,
    reportsToHold: count,
    rulesPage: v.string(),
    closesAfterDays: count,
    guidelines: v.string(),
    editMinutes: count,
    showsEditions: v.boolean(),
    downVotes: v.boolean(),
  }),
  lists: v.array(v.object({ ...writtenList.entries, size: count })),
})
const seenAsTold = v.pipe(
  v.string(),
  v.description('“seen” of the answer that was looked at; what was changed meanwhile is not overwritten'),
)
export const PolicyRequest = v.object({ site: siteId, seen: seenAsTold, settings: settingsChange })
export const ListRequest = v.object({ site: siteId, seen: seenAsTold, list: writtenList })
export const TrialRequest = v.object({
  site: siteId,
  settings: v.optional(settingsChange),
  lists: v.optional(v.pipe(v.array(writtenList), v.maxLength(100))),
  after: v.optional(v.string()),
})
export const Trial = v.object({
  looked: count,
  next: v.nullable(v.string()),
  changed: v.array(
    v.object({
      id: v.string(),
      name: v.nullable(v.string()),
      createdAt: time,
      text: v.string(),
      title: v.nullable(v.string()),
      key: v.string(),
      status: v.picklist(STATUSES),
      now: v.picklist(STATUSES),
      would: v.picklist(STATUSES),
      findings: v.array(Finding),
      decision: v.nullable(Decision),
      isContrary: v.boolean(),
    }),
  ),
})

export const MoveProgress = v.object({ isDone: v.boolean(), moved: count })
export const ClaimRequest = v.object({ site: siteId, key: articleName })

export const SamplesRequest = v.object({ site: siteId })
export const SamplesAnswer = v.object({ samples: count })

export const ProblemDocument = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  code: v.picklist(PROBLEM_CODES),
  command: v.optional(v.string()),
  retryAfter: v.optional(v.number()),
  errors: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
  words: v.optional(v.string()),
  triesLeft: v.optional(count),
})
