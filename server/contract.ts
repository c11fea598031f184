/**
 * The language that server and widget share: wire types, limits, codes, and the few pure functions that both must
 * apply alike. It imports nothing, so that the widget can bundle it.
 *
 * Ids and cursors are opaque strings; times are integer milliseconds UTC; every string was written by somebody and is
 * hostile wherever it is shown.
 */

// ---------------------------------------------------------------------------------------------------------- limits

export const LIMITS = {
  /** Graphemes a comment may have, as a reader would count them. */
  textGraphemes: 10_000,
  /** Bytes of UTF-8 a comment may have; bounds what 10,000 graphemes of many code points each could weigh. */
  textBytes: 40_000,
  nameGraphemes: 60,
  nameBytes: 400,
  titleGraphemes: 300,
  urlLength: 8_192,
  articleIdLength: 512,
  /** Bytes of a request body for readers and for the desk. */
  bodyBytes: 65_536,
  deskBodyBytes: 1_048_576,
  /** Roots on a page, replies first shown under each, replies on a page of their own. */
  rootsPage: 25,
  repliesShown: 3,
  repliesPage: 50,
  /** Levels of indented replies that a site may choose at the most. */
  depth: 8,
  /** Cases on a page of the queue, and rulings in one call. */
  queuePage: 50,
  /** Changes in one answer. */
  changes: 100,
  /** Articles on a page of the desk's list, and pages told of for each article that many claim to be. */
  articlesPage: 50,
  /** Decisions on a page of the log, and how many are looked through for one page where some are filtered out. */
  logPage: 50,
  logExamined: 500,
  /** Addresses in one request for counts, and bytes of that request: percent-encoded addresses are long. */
  counts: 100,
  countsBytes: 524_288,
  rulings: 500,
  /** Lines of one list, and bytes of it; pages of a dry run, and comments of one. */
  listLines: 20_000,
  /** Entries that came or went which a change of a list is remembered by. */
  listChange: 20,
  listBytes: 600_000,
  trial: 1_000,
  trialPage: 200,
  /** Seconds between two comments of one author under an article in slow mode, at the most. */
  slowSeconds: 86_400,
  noteGraphemes: 2_000,
  /** Graphemes of a sentence with which an owner tries a translation. */
  translatorTrial: 300,
  /** Keys and webhooks of one site. */
  apiKeys: 50,
  webhooks: 20,
  /** Graphemes of what a moderator tells an author, of an appeal, and of what a reader adds to a report. */
  wordsGraphemes: 2_000,
  appealGraphemes: 2_000,
  reportGraphemes: 1_000,
  /** Comments that may stand pinned at the head of a thread. */
  pinned: 3,
  /** Saved replies of a site, and graphemes of the name of one. */
  savedReplies: 100,
  savedReplyName: 60,
  /** Reports, notes and editions that a case shows of each. */
  caseFile: 50,
  /** People that a comment may call by name. */
  mentions: 10,
  /** Graphemes of a site's guidelines. */
  guidelines: 1_000,
  /** Graphemes of a phrase that an owner says otherwise, how many of them there may be, and characters of all, as JSON. */
  ownPhrase: 600,
  ownPhrases: 300,
  ownWords: 32_000,
  /** Minutes for which a site may let authors change their comments, at the most. */
  editMinutes: 1_440,
  /** Earlier texts of a comment in one answer. */
  editions: 20,
  /** Comments whose votes are asked for in one request. */
  votesAsked: 100,
  /** Of a reader's newest votes on a site, how many are looked through for those in one thread. */
  votesLookedThrough: 1_000,
  /** Own comments and votes on a page. */
  ownPage: 25,
  /** Threads and conversations that a reader may follow on a site, and new comments that are counted in each. */
  follows: 100,
  newCounted: 100,
  /** News of one’s own in one answer. */
  news: 50,
  /** People whom a reader may mute on a site. */
  mutes: 500,
  /** Invitations to a site that may wait, days for which one may, and characters that say whom it is for. */
  invitations: 50,
  invitationDays: 30,
  invitationLabel: 100,
  /** Changes of a site in one answer. */
  siteChanges: 50,
  /** Origins of a site, and example addresses in one request. */
  origins: 50,
  examples: 20,
  /** Threads that a change of a site’s addresses may move while somebody at the desk waits. */
  rekeyed: 200,
} as const

/** A reader's token: `prl_` and 256 random bits as 43 base64url characters. */
export const READER_TOKEN = /^prl_[A-Za-z0-9_-]{43}$/
/** A one-time desk link's token: `prd_` and 256 random bits as 43 base64url characters. */
export const LINK_TOKEN = /^prd_[A-Za-z0-9_-]{43}$/
/** An invitation’s token: `pri_` and 256 random bits as 43 base64url characters. */
export const INVITATION_TOKEN = /^pri_[A-Za-z0-9_-]{43}$/

// ----------------------------------------------------------------------------------------------------------- codes

export const STATUSES = ['pending', 'published', 'rejected', 'spam', 'withdrawn'] as const
export type Status = (typeof STATUSES)[number]

/** Why a person or a rule decided against a comment; each has words for its author in the interface's language. */
export const REASONS = [
  'off_topic',
  'abuse',
  'hate',
  'illegal',
  'spam',
  'propaganda',
  'personal_data',
  'repeated',
  'too_many_links',
  'first_comment',
  'premoderated',
  'banned',
  'reported',
  'unwanted_words',
  'unwanted_link',
  'new_link',
  'typed_fast',
  'muted',
  'often_refused',
  'language',
  'unproven',
  'other',
] as const
export type Reason = (typeof REASONS)[number]

/** The reasons a moderator can choose from when rejecting, in the order of the digits 1 to 8. */
export const REJECT_REASONS = [
  'off_topic',
  'abuse',
  'hate',
  'illegal',
  'spam',
  'propaganda',
  'personal_data',
  'other',
] as const satisfies readonly Reason[]

/** The reasons a reader can give when reporting a comment. */
export const REPORT_REASONS = REJECT_REASONS
export type ReportReason = (typeof REPORT_REASONS)[number]

export const VERDICTS = ['publish', 'hold', 'refuse'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Which guests' comments a site holds back: none, each author's first, or all. */
export const HOLDS = ['none', 'first', 'all'] as const
export type Holds = (typeof HOLDS)[number]

/** When a comment waits that brings no proof of work: never, while more is posted than is usual, or always. */
export const ASKS_WORK = ['never', 'pressure', 'always'] as const
export type AsksWork = (typeof ASKS_WORK)[number]

/** What a site does with a link that invites into a chat or a channel elsewhere. */
export const INVITES = ['allow', 'hold', 'refuse'] as const
export type Invites = (typeof INVITES)[number]

/** The lists of a site's policy: words that are refused or wait; domains that are fine or refused. */
export const WORD_LISTS = ['refused_words', 'held_words'] as const
export const DOMAIN_LISTS = ['allowed_domains', 'blocked_domains'] as const
export const LISTS = [...WORD_LISTS, ...DOMAIN_LISTS] as const
export type WordListKind = (typeof WORD_LISTS)[number]
export type DomainListKind = (typeof DOMAIN_LISTS)[number]
export type ListKind = (typeof LISTS)[number]

/** A list as an owner wrote it, an entry a line; `language` is '' where it counts for all (for domains it always is). */
export interface WrittenList {
  kind: ListKind
  language: string
  entries: string
}

/** What is wrong with a line of a list. */
export const LINE_FAULTS = [
  'too_long',
  'too_many_words',
  'too_short',
  'star_inside',
  'no_letters',
  'no_domain',
] as const
export type LineFault = (typeof LINE_FAULTS)[number]

/** A line of a list that is no entry. */
export interface WrongLine {
  /** From 1. */
  line: number
  text: string
  fault: LineFault
}

/** The orders of a thread's roots: by time; by the lower bound of their votes; by how many replies they have. */
export const SORTS = ['newest', 'oldest', 'helpful', 'discussed'] as const
export type Sort = (typeof SORTS)[number]

export const ROLES = ['owner', 'moderator'] as const
export type Role = (typeof ROLES)[number]

/** What readers are told of who wrote: the article's own author, somebody of the staff, somebody who proved who they are. */
export const BADGES = ['author', 'staff', 'verified'] as const
export type Badge = (typeof BADGES)[number]

// --------------------------------------------------------------------------------------------------------- rulings

/** Who a ruling can come from: the rules, the comment's author, or a moderator. */
export type Ruler = 'rules' | 'author' | 'moderator'

const ANY = ['pending', 'published', 'rejected', 'spam', 'withdrawn'] as const satisfies readonly Status[]

/**
 * Every ruling there is: the changes of status, and the acts that leave it as it is. For each, who may make it and from
 * which statuses; `to` is the status it gives, `verdict` the one the rules decided on, `before` the one before the last
 * change (for 30 days), `same` the one it has. `confirm` says of a comment that
 * the rules published that a person has looked at it, too. The table draws the desk's buttons and guards the routes.
 */
export const RULINGS = {
  post: { by: { rules: ['none'] }, to: 'verdict' },
  /** It came from another system, with the status it had there. */
  import: { by: { moderator: ['none'] }, to: 'verdict' },
  approve: { by: { moderator: ['pending', 'rejected', 'spam'] }, to: 'published' },
  confirm: { by: { moderator: ['published'] }, to: 'published' },
  reject: { by: { moderator: ['pending', 'published', 'spam'] }, to: 'rejected' },
  spam: { by: { moderator: ['pending', 'published', 'rejected'] }, to: 'spam' },
  withdraw: { by: { author: ['pending', 'published', 'rejected', 'spam'] }, to: 'withdrawn' },
  /** Its author has changed the text, and the rules have judged it anew; what waits goes on waiting. */
  revise: { by: { author: ['pending', 'published'] }, to: 'verdict' },
  restore: { by: { moderator: ['pending', 'published', 'rejected', 'spam'], author: ['withdrawn'] }, to: 'before' },
  /** Enough readers have reported it. */
  hold: { by: { rules: ['published'] }, to: 'pending' },
  /** An answer of staff, written at the desk. */
  reply: { by: { moderator: ['none'] }, to: 'published' },
  /** Its open reports are answered: it is fine. One that waits is approved instead. */
  settle: { by: { moderator: ['published'] }, to: 'same' },
  /** Its author's appeal changes nothing. */
  decline: { by: { moderator: ['rejected', 'spam'] }, to: 'same' },
  pin: { by: { moderator: ['published'] }, to: 'same' },
  unpin: { by: { moderator: ['published'] }, to: 'same' },
  feature: { by: { moderator: ['published'] }, to: 'same' },
  unfeature: { by: { moderator: ANY }, to: 'same' },
  lock: { by: { moderator: ['published'] }, to: 'same' },
  unlock: { by: { moderator: ANY }, to: 'same' },
  edit: { by: { moderator: ['pending', 'published'] }, to: 'same' },
  /** What is done about its author, because of it. */
  warn: { by: { moderator: ANY }, to: 'same' },
  mute: { by: { moderator: ANY }, to: 'same' },
  ban: { by: { moderator: ANY }, to: 'same' },
  lift: { by: { moderator: ANY }, to: 'same' },
} as const satisfies Record<
  string,
  { by: Partial<Record<Ruler, readonly (Status | 'none')[]>>; to: Status | 'verdict' | 'before' | 'same' }
>
export type Ruling = keyof typeof RULINGS

/** The rulings a moderator may make, in the order of the desk's buttons. */
export const MODERATOR_RULINGS = [
  'approve',
  'confirm',
  'reject',
  'spam',
  'restore',
] as const satisfies readonly Ruling[]
export type ModeratorRuling = (typeof MODERATOR_RULINGS)[number]

/** The acts of a moderator on one comment that leave its status as it is. */
export const MODERATOR_ACTS = [
  'settle',
  'decline',
  'pin',
  'unpin',
  'feature',
  'unfeature',
  'lock',
  'unlock',
  'edit',
  'warn',
  'mute',
  'ban',
  'lift',
] as const satisfies readonly Ruling[]
export type ModeratorAct = (typeof MODERATOR_ACTS)[number]

/** Whether `who` may make `ruling` on a comment of this status. */
export function mayRule(who: Ruler, ruling: Ruling, from: Status | 'none'): boolean {
  const by: Partial<Record<Ruler, readonly string[]>> = RULINGS[ruling].by
  return by[who]?.includes(from) ?? false
}

// ------------------------------------------------------------------------------------------------------------ text

/**
 * The text of a comment as a tree, made from Markdown once on the server. A string is plain text; nothing in it is
 * markup. Links have passed the server's list of schemes (http, https, mailto).
 */
export type Inline =
  | string
  | { type: 'em' | 'strong' | 'del'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; children: Inline[] }
  /** Somebody of this thread, called by name: `@` and the name. */
  | { type: 'mention'; name: string }
  | { type: 'break' }

export type Block =
  | { type: 'p'; children: Inline[] }
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; start: number | null; items: Block[][] }
  | { type: 'pre'; text: string }

/** Bytes of UTF-8 in a well-formed string. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

/** Graphemes as a reader counts them (UAX 29); code points where the browser has no Intl.Segmenter (Firefox < 125). */
export function graphemes(text: string): number {
  let count = 0
  if (typeof Intl.Segmenter === 'function') for (const _ of new Intl.Segmenter().segment(text)) count++
  else for (const _ of text) count++
  return count
}

/** Whether anything in the text would leave ink: not only spaces, invisible characters, fillers and lone marks. */
export function hasInk(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(/[\u115f\u1160\u2800\u3164\uffa0]/g, ''))
}

export type TextFault = 'text_empty' | 'text_too_long'

/** What is wrong with a comment's text, if anything. */
export function textFault(text: string): TextFault | null {
  if (!hasInk(text)) return 'text_empty'
  if (utf8Length(text) > LIMITS.textBytes) return 'text_too_long'
  // A text of fewer UTF-16 units than the limit cannot have more graphemes than the limit.
  if (text.length > LIMITS.textGraphemes && graphemes(text) > LIMITS.textGraphemes) return 'text_too_long'
  return null
}

// -------------------------------------------------------------------------------------------------------- problems

/** Every refusal's stable code. `server/problems.ts` gives each its HTTP status and its words. */
export const PROBLEM_CODES = [
  'bad_json',
  'bad_request',
  'body_too_large',
  'not_found',
  'method_not_allowed',
  'unknown_site',
  'unknown_comment',
  'unknown_article',
  'unknown_author',
  'origin_refused',
  'origin_missing',
  'bad_url',
  'moved_already',
  'move_under_way',
  'thread_closed',
  'slow_mode',
  'policy_changed',
  'site_changed',
  'site_taken',
  'too_many_to_move',
  'unknown_person',
  'last_owner',
  'unknown_invitation',
  'invitation_spent',
  'list_too_long',
  'list_wrong',
  'parent_gone',
  'branch_locked',
  'warning_unread',
  'banned',
  'edit_over',
  'too_many_mentions',
  'appealed_already',
  'nothing_to_appeal',
  'name_taken',
  'list_full',
  'text_empty',
  'text_too_long',
  'name_too_long',
  'name_imitates',
  'token_needed',
  'bad_token',
  'not_yours',
  'own_comment',
  'staff_not_muted',
  'votes_up_only',
  'ruling_not_allowed',
  'stale_version',
  'key_reused',
  'form_stale',
  'too_many_requests',
  'sign_in_needed',
  'link_spent',
  'passkey_refused',
  'passkey_stopped',
  'passkey_known',
  'email_wrong',
  'code_wrong',
  'claim_spent',
  'login_refused',
  'email_unverified',
  'proof_needed',
  'identity_taken',
  'way_not_offered',
  'mail_failed',
  'issuer_failed',
  'forbidden',
  'key_refused',
  'session_only',
  'webhook_refused',
  'no_translator',
  'translation_failed',
  'samples_demo_only',
  'no_imports_here',
  'import_not_now',
  'busy',
  'overloaded',
  'storage_failed',
  'internal',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** RFC 9457, with `code` for programs and, where they apply, the remedies after it. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  code: ProblemCode
  /** The command line that would allow what was refused, for the site's owner. */
  command?: string
  /** Seconds until the same request may succeed. */
  retryAfter?: number
  /** What in the request did not fit, by place. */
  errors?: { path: string; message: string }[]
  /** What a moderator tells the reader. */
  words?: string
  /** How often a code can still be typed. */
  triesLeft?: number
}

// ---------------------------------------------------------------------------------------------------------- readers

export interface CommentAuthor {
  /** Null for a guest who gave no name. */
  name: string | null
  badge: Badge | null
  /** 32 bits that stand for this author in this thread only; the avatar is drawn from it and the name. */
  avatar: number
}

/**
 * A comment as its readers see it. A removed comment that still carries replies comes as a stub: status `withdrawn` or
 * `rejected`, `author` null, `tree` empty. `pending` comes only to its own author.
 */
export interface Comment {
  id: string
  /** The comment it answers, null for a root. */
  parent: string | null
  /** Its top-level ancestor; its own id for a root. */
  root: string
  author: CommentAuthor | null
  status: Status
  tree: Block[]
  /** The language it is in, BCP 47; left out where its script and its words do not tell, and for what is not shown. */
  lang?: string | undefined
  createdAt: number
  editedAt: number | null
  /** Published replies at any depth below a root; 0 on a reply. */
  replies: number
  /** Cursor for `GET /api/comments/:root/replies?after=` when a root has more replies than came with it. */
  more: string | null
  /** Why it was refused, or `unproven` where it waits for that; only to its own author. */
  reason: Reason | null
  /** What moderators made of it; left out where there is nothing. `locked` comes with all of a locked branch. */
  marks?: Mark[] | undefined
  /** What its own author is told of a refusal beside the reason. */
  told?: Told | undefined
}

/** Marks that a moderator gives a comment, for all to see; `edited` is a moderator's change of its text. */
export const MARKS = ['pinned', 'featured', 'locked', 'edited'] as const
export type Mark = (typeof MARKS)[number]

/** What an author is told of the refusal of a comment of the author's own. */
export interface Told {
  /** The moderator's words to the author. */
  words: string | null
  /** The author's appeal; null where there is none yet, and one may be made. */
  appeal: Appeal | null
}

export const OUTCOMES = ['granted', 'declined'] as const

/** An author's one answer to the refusal of a comment. */
export interface Appeal {
  text: string
  createdAt: number
  /** Null while it waits. */
  outcome: (typeof OUTCOMES)[number] | null
  decidedAt: number | null
  /** What the moderator who decided tells the author. */
  words: string | null
}

/** `GET /api/threads`. Public bytes: the same for everyone. */
export interface Thread {
  site: { id: string; name: string }
  article: {
    key: string
    title: string | null
    url: string
    isOpen: boolean
    /** Published comments. */
    count: number
    /** Votes on all of them. */
    votes: number
    revision: number
  }
  policy: {
    holds: Holds
    /** Levels of replies that are indented. */
    depth: number
    downVotes: boolean
    /** How a reader can prove who they are: `email`, `github`, `google`, or an issuer’s name. */
    ways: string[]
    /** What the site asks of those who write; empty where it asks nothing. */
    guidelines: Block[]
    /** For how many minutes authors may change a comment that is public; 0 for never. */
    editMinutes: number
    /** Whether readers may see what an edited comment said before. */
    showsEditions: boolean
    /** Set where comments can be had in another language. */
    translates?: true | undefined
    /** Set where readers can be told by mail. */
    mails?: true | undefined
    /** How the thread looks where the page does not say: `accent=%23b00020&…`; absent where nothing is set. */
    theme?: string | undefined
    /** What the site's owner says in other words; absent where nothing is. */
    words?: ThreadWords | undefined
  }
  /** Roots in the order asked for, each followed by its first replies, ascending. */
  comments: Comment[]
  /** Cursor of the next page of roots. */
  next: string | null
}

/** `GET /api/comments/:root/replies`: ascending, each with its parent. */
export interface Replies {
  comments: Comment[]
  next: string | null
}

/**
 * `GET /api/threads/changes`, and each event of `/api/threads/stream`: what the public has seen change since a revision,
 * in the order of the changes.
 */
export interface Changes {
  /** Ask with this next time. */
  revision: number
  /** Published comments now. */
  count: number
  /** New or changed, as they are shown now; stubs included. */
  comments: Comment[]
  /** Shown at some time, and no longer. */
  gone: string[]
  /** Whether there are more changes to ask for at once. */
  isMore: boolean
  /** Whether comments came from another article or went to one since: then load the thread again. */
  isAnew: boolean
}

/** `GET /api/comments/:id`: what a permalink needs. */
export interface CommentPlace {
  comment: Comment
  /** Its ancestors from the root down; the 20 nearest. */
  ancestors: Comment[]
  article: { key: string; title: string | null; url: string }
}

/** What is seen of a page: by this the server knows which article it is. */
export interface Sight {
  /** The page's location, with its fragment. */
  url: string
  /** Its canonical URL, if it names one. */
  canonical?: string | undefined
  /** The owner's own id of the article, if there is one. */
  article?: string | undefined
}

/** `POST /api/counts`: published comments by page, in the order asked; 0 for what is not the site's. */
export interface CountsRequest {
  site: string
  /** Addresses; where one is not enough, what is seen of the page. */
  urls: (string | Sight)[]
}
export interface Counts {
  counts: number[]
}

/** `POST /api/views`: counts one page as seen by a reader, if it is given, and tells the views of others. */
export interface ViewsRequest {
  site: string
  /** The page that the reader is looking at. */
  seen?: Sight | undefined
  /** Pages whose views are asked for, as for the counts. */
  urls?: (string | Sight)[] | undefined
}
/** In the order asked, the view just counted included; 0 for what is not the site's, null where the site shows none. */
export interface Views {
  views: (number | null)[]
}

/** `GET /api/me`: the personal part of a thread. */
export interface Me {
  /** Null when the token is unknown here. */
  author: { name: string | null; badge: Badge | null } | null
  /** What moderators have said of me. */
  standing: Standing
  /** My comments in this thread that others do not see: waiting, or refused with the reason. Newest 50. */
  unpublished: Comment[]
  /** Ids of my published comments in this thread. Newest 200. */
  published: string[]
  /** Those of them that an appeal has published. */
  granted: string[]
  /** The address of the site's own rules, if it has any. */
  rules: string | null
  /** The server's time, by which it is told what may still be changed. */
  now: number
  /** My votes in this thread by comment, as far as they are among my newest 1,000 on the site. */
  votes: Record<string, 1 | -1>
  /** The avatars in this thread of those whom I have muted. */
  muted: number[]
  /** Whether I follow this thread, and the roots of the conversations in it that I follow. */
  follows: { thread: boolean; roots: string[] }
  /** How much is new of `GET /api/me/news`, up to 100. */
  news: number
}

/** How an author stands on a site. Nobody is banned, muted or warned without being told. */
export interface Standing {
  /** A moderator's warning that has to be acknowledged before the next post. */
  warning: string | null
  /** `until` is null for good. */
  ban: { until: number | null; reason: Reason | null; words: string | null } | null
  /** Until then every comment waits. */
  mute: { until: number | null } | null
}

/** `POST /api/comments/:id/reports`: a reader's complaint, one for each comment and reader. */
export interface ReportRequest {
  reason: ReportReason
  words?: string | undefined
}
/** The reason that is kept: of a second report the first one's. */
export interface ReportAnswer {
  reported: ReportReason
}

/** `POST /api/comments/:id/appeal`. */
export interface AppealRequest {
  text: string
}

/** `POST /api/me/acknowledge`: I have read the warning. */
export interface AcknowledgeRequest {
  site: string
}

/** `POST /api/comments`; `Idempotency-Key` makes a retry safe. */
export interface PostRequest {
  site: string
  /** The page's location, with its fragment. */
  url: string
  /** The page's canonical URL, if it names one. */
  canonical?: string | undefined
  /** The owner's own id of the article, if there is one. */
  article?: string | undefined
  title?: string | undefined
  parent?: string | undefined
  text: string
  name?: string | undefined
  /** How it was typed, where the widget knows: the stamp it got when the box was opened, and characters put in by single keys. */
  typing?: { stamp: string; letters: number } | undefined
  /** The work of `POST /api/stamps`, solved, as ALTCHA's clients send it: base64 of the JSON `{challenge, solution}`. */
  proof?: string | undefined
  /** Where the work could not be done: what the `captcha` of `POST /api/stamps` gave for it. */
  captcha?: string | undefined
  /** Comments of this thread whose authors the text calls, each by `@` and the name that the comment bears; at most 10. */
  mentions?: string[] | undefined
}

/** `PATCH /api/comments/:id`: the author's new text. Answered with the comment as it stands then. */
export interface ReviseRequest {
  text: string
  /** The version of the text that was changed; refused where another one stands. */
  seen?: number | undefined
  /** As in a post; who was called before need not be named again. */
  mentions?: string[] | undefined
}

/** `GET /api/comments/:id/source`: what the author of a comment typed. */
export interface Source {
  text: string
  version: number
  /** For how many ms the text may still be changed; null for as long as it waits. */
  left: number | null
}

/** `GET /api/comments/:id/editions`: what a comment said before, newest first; to others than its author only what they saw. */
export interface Editions {
  editions: { tree: Block[]; endedAt: number; by: 'author' | 'moderator' }[]
}

/** `POST /api/preview`: a text as it would be shown, with those of the names marked that it calls. */
export interface PreviewRequest {
  site: string
  text: string
  names?: string[] | undefined
}
export interface Preview {
  tree: Block[]
}

/** `POST /api/stamps`: when a reader began to write. */
export interface StampRequest {
  site: string
}
export interface Stamp {
  stamp: string
  /** What a browser can do while its reader types, so that the comment need not wait when many programs post. */
  work?: Work | undefined
  /** Whose answer counts instead of the work where a browser cannot do it; only while a comment without either waits. */
  captcha?: { provider: CaptchaProvider; key: string } | undefined
}
/** Who can say of a reader that it is none of the programs, where the installation's owner names one of them. */
export const CAPTCHA_PROVIDERS = ['turnstile', 'hcaptcha'] as const
export type CaptchaProvider = (typeof CAPTCHA_PROVIDERS)[number]
/** A challenge of ALTCHA's (version 2): which number, from 0 on, gives a key that begins with `keyPrefix`? */
export interface Work {
  parameters: {
    algorithm: string
    nonce: string
    salt: string
    /** Rounds of PBKDF2 for one key. */
    cost: number
    keyLength: number
    keyPrefix: string
    keySignature: string
    /** `until`: when its solution is no longer taken, in ms UTC. */
    data: { site: string; until: number }
  }
  signature: string
}

/** The answer to what changes a comment: `POST /api/comments`, `PATCH`, `DELETE` and `POST …/restore` of one. */
export interface CommentAnswer {
  comment: Comment
}

/** For (1), against (-1) where the site allows it, or taken back (0). */
export const VOTES = [1, 0, -1] as const
export type Vote = (typeof VOTES)[number]

/** `PUT /api/comments/:id/vote`: one vote for each reader and comment. */
export interface VoteRequest {
  value: Vote
}
export interface VoteAnswer {
  votes: VoteCount
  mine: Vote
}

// ---------------------------------------------------------------------------------------------------------- sign-in

/**
 * What a reader proves something for: to be somebody (`sign_in`), to be known in another way as well (`link`), or because
 * a token alone does not suffice: to end all sessions (`sign_out`), to read the addresses (`export`), to erase everything.
 */
export const PURPOSES = ['sign_in', 'link', 'sign_out', 'export', 'erase'] as const
export type Purpose = (typeof PURPOSES)[number]

/**
 * `POST /api/sign-in/email`: a code goes to the address. Without `email` it goes to the one proved before, for purposes
 * other than `sign_in`: no answer ever tells which that is.
 */
export interface EmailClaimRequest {
  site: string
  email?: string | undefined
  purpose?: Purpose | undefined
  /** The language of the mail. */
  lang?: string | undefined
}

/** `POST /api/sign-in/openid`: `url` is to be opened in a window of its own. */
export interface OpenIdClaimRequest {
  site: string
  /** One of the thread’s `policy.ways`. */
  provider: string
  purpose?: Purpose | undefined
  lang?: string | undefined
}

/** Something to be proved with the same token, until it expires. */
export interface Claim {
  claim: string
  expiresAt: number
  /** The page to open; only of an OpenID claim. */
  url?: string | undefined
}

/** `POST /api/sign-in/code`: six digits, of any script, from the mail or from the window that could not reach its page. */
export interface CodeRequest {
  site: string
  claim: string
  code: string
}

/** `POST /api/sign-in/ticket`: what the window has sent to its page. */
export interface TicketRequest {
  site: string
  claim: string
  ticket: string
}

/** What the window sends to the page that began the claim, to its exact origin; the page answers `SignInTaken`. */
export interface SignInMessage {
  type: 'parley-sign-in'
  claim: string
  ticket: string
}
export interface SignInTaken {
  type: 'parley-sign-in-taken'
  claim: string
}

/** `POST /api/sign-in/host`: a JWT of the site’s own login. */
export interface HostLoginRequest {
  site: string
  token: string
  purpose?: Purpose | undefined
}

/** The answer to what proves a claim: who the token stands for from now on. */
export interface SignedIn {
  author: { name: string | null; badge: Badge | null }
  /** How it was proved. */
  way: string
  purpose: Purpose
  /** Goes along with what was asked for, where `purpose` is another than `sign_in`; good for ten minutes. */
  proof: string | null
  /**
   * What became of what the token's guest has written and done: it `came` along, or `stayed` with the guest, who is at home
   * on another device as well. Null where there was no guest.
   */
  guest: 'came' | 'stayed' | null
}

/** `GET /api/account?site`: what the site knows of me. */
export interface Account {
  /** Null when the token is unknown here. */
  author: { name: string | null; badge: Badge | null; since: number } | null
  /** How I have proved who I am. Neither addresses nor names elsewhere are told. */
  ways: { way: string; since: number }[]
  counts: {
    pending: number
    published: number
    rejected: number
    withdrawn: number
    votes: number
    reports: number
    follows: number
    mutes: number
  }
}

/** `POST /api/account/erase`: to be sent again until it is done. */
export interface EraseRequest {
  site: string
  /** What proving with the purpose `erase` gave; not needed by who has proved nothing. */
  proof?: string | undefined
}
export interface EraseProgress {
  isDone: boolean
  /** Comments erased by this request. */
  erased: number
}

/** How much there is of an author: what an owner sees before erasing them. */
export interface AuthorWeight {
  name: string | null
  kind: 'guest' | 'verified' | 'staff'
  /** Comments that still have their text, with those that a legal hold keeps. */
  comments: number
  held: number
  editions: number
  votes: number
  reports: number
  follows: number
  mutes: number
  notes: number
  appeals: number
  identities: number
  sessions: number
  /** Addresses where the author is told by mail, or has asked to be. */
  mailings: number
  /** Comments of others that call the author by name; they stay as they are. */
  mentions: number
  /** When a ban or a mute ends, which outlives the erasure; null where none binds. */
  boundUntil: number | null
}

/** Whom owners find by an address: an author of the site, or none. */
export interface FoundPersons {
  persons: { id: string; weight: AuthorWeight }[]
  /** How many readers of the site are told at the address by mail, or have asked for it, whoever they are. */
  mailings: number
}

/** `POST /api/desk/persons/unmail`: at this address nobody is told by mail any more. */
export interface UnmailAnswer {
  removed: number
}

/** Who was erased on a site, by number, the newest first, and who is being erased. */
export interface Erasures {
  /** `name`: of the owner who asked; null for readers, and on the command line. */
  erasures: { author: string; by: 'reader' | 'owner' | 'command'; name: string | null; comments: number; at: number }[]
  /** `left`: comments that still have their text. */
  underWay: { author: string; name: string | null; left: number; begunAt: number }[]
  /** How many readers are told by mail. */
  told: number
}

/** The comments that a legal hold keeps, with the beginnings of their texts. */
export interface LegalHolds {
  holds: { comment: string; name: string | null; text: string; article: string }[]
}

// ------------------------------------------------------------------------------------------- what readers keep

export interface VoteCount {
  up: number
  down: number
}

/** `POST /api/votes`: how the votes on up to 100 comments stand, in the order asked; null for what is not public here. */
export interface VotesRequest {
  site: string
  ids: string[]
}
export interface Votes {
  votes: (VoteCount | null)[]
}

/** `PUT /api/comments/:id/mute`: whether I wish to read its author on this site. Staff stay readable. */
export interface MuteRequest {
  muted: boolean
}
export interface MuteAnswer {
  muted: boolean
}

/** `PUT /api/follows`: a thread, or in it the conversation that a comment belongs to. */
export interface FollowRequest extends Sight {
  site: string
  comment?: string | undefined
  follow: boolean
}
export interface FollowAnswer {
  follow: boolean
}

/** `POST /api/follows/seen`: I have looked at what I follow in this thread; all of it, or one conversation. */
export interface SeenRequest extends Sight {
  site: string
  comment?: string | undefined
}

/** An article as a reader's own lists name it. */
export interface NamedArticle {
  key: string
  title: string | null
  url: string
}

/** `GET /api/me/comments`: mine on this site, newest first, with what became of them. */
export interface OwnComments {
  comments: {
    comment: Comment
    article: NamedArticle
    /** Where it can be read; null while others cannot. */
    permalink: string | null
    /** Published answers to it, at any depth below a root; up to 100 below a reply. */
    replies: number
    votes: VoteCount
  }[]
  next: string | null
}

/** `GET /api/me/votes`: what I voted on and others can still read, newest comments first; a page may be short. */
export interface OwnVotes {
  votes: { value: 1 | -1; comment: Comment; article: NamedArticle; permalink: string }[]
  next: string | null
}

/** `GET /api/me/follows`: what I follow on this site. */
export interface OwnFollows {
  follows: {
    article: NamedArticle
    /** The root of the conversation, by whom it is and how it begins; null for a whole thread. */
    root: Comment | null
    /** Comments of others that were published since I last looked, up to 100; those of people I have muted are not. */
    fresh: number
  }[]
}

/**
 * `GET /api/me/news`: the newest answers of others to my newest 100 comments on this site, and the last decision of others on
 * each of those that still stands.
 */
export interface News {
  news: {
    /** `granted`, `declined`: an appeal; `restored`: a comment that others can read again; `decided`: as its status tells. */
    kind: 'reply' | 'decided' | 'restored' | 'granted' | 'declined'
    at: number
    /** Since I last looked; what is older than 30 days is not. */
    isNew: boolean
    /** The answer, or my comment as I am told of it. */
    comment: Comment
    article: NamedArticle
    /** Where it can be read; null while others cannot. */
    permalink: string | null
  }[]
}

/** `POST /api/me/news/seen`: I have looked at what there was until a time, ms UTC. */
export interface NewsSeenRequest {
  site: string
  until: number
}

/** `GET /api/me/mail`: how I am told by mail on this site. Addresses are as far as `a…@example.org`. */
export interface OwnMail {
  /** Whether readers can be told by mail here. */
  isOffered: boolean
  /** The address I have proved. */
  proved: string | null
  /** One that is confirmed, and one that waits for that. */
  mails: { address: string; isConfirmed: boolean; replies: boolean; follows: boolean }[]
}

/** `PUT /api/me/mail`: of what I wish to be told. Without `email` at the address that is told already, or that I have proved. */
export interface MailRequest {
  site: string
  email?: string | undefined
  /** The language of the mails. */
  lang?: string | undefined
  /** Answers to what I wrote; what I follow. */
  replies: boolean
  follows: boolean
}
/** `told`: from now on; `asked`: once the owner of the address agrees, who may have been sent a mail. */
export interface MailAnswer {
  state: 'told' | 'asked'
}

/** `GET /api/me/mutes`: whom I have muted on this site, by the comment at which I did so. */
export interface OwnMutes {
  mutes: { comment: string; name: string | null; at: number }[]
}

/** Languages in which a comment can be had, by their codes: those of Parley's own words. */
export const TRANSLATION_LANGUAGES = [
  'en',
  'fa',
  'ar',
  'he',
  'ur',
  'ru',
  'uk',
  'tr',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'zh',
  'ja',
] as const
export type TranslationLanguage = (typeof TRANSLATION_LANGUAGES)[number]

/** `POST /api/comments/:id/translation`. */
export interface TranslationRequest {
  target: TranslationLanguage
}
/** What a machine made of a comment: plain text, to stand beside the original. */
export interface Translation {
  text: string
  lang: string
  dir: 'ltr' | 'rtl'
  /** The language it was in, as far as anybody knows. */
  from: string | null
  /** The host of the service that made it. */
  by: string
}
/** `POST /api/desk/comments/:id/translation`. */
export interface DeskTranslationRequest extends TranslationRequest {
  site: string
}
/** `GET` and `PUT /api/desk/sites/:id/translator`: `url` is '' where the site names no service. */
export interface Translator {
  url: string
  hasKey: boolean
}
/** `PUT /api/desk/sites/:id/translator`; null takes the key away. */
export interface TranslatorKeyRequest {
  key: string | null
}
/** `POST /api/desk/sites/:id/translator/trial`. */
export interface TranslatorTrialRequest extends TranslationRequest {
  text: string
}
export interface TranslatorTrial {
  translation: Translation | null
  /** Why there is none. */
  trouble: string | null
}

// ------------------------------------------------------------------------------------------------------------- desk

/** `GET /api/desk/me`. */
export interface DeskMe {
  /**
   * `publicName` is what readers and the log call somebody, if not by the account’s name; `language` the one they have
   * chosen for the desk, null while the browser says it.
   */
  person: { id: string; name: string; publicName: string | null; language: string | null; isInstaller: boolean }
  /** `waiting` counts up to 101; `claimed` the articles whose address many pages name as their canonical one. */
  sites: { id: string; name: string; role: Role; isDemo: boolean; samples: number; waiting: number; claimed: number }[]
}

/** How somebody comes in to the desk. */
export const DESK_WAYS = ['link', 'passkey', 'code', 'openid'] as const
export type DeskWay = (typeof DESK_WAYS)[number]

/** Somebody who has just come in: beside who they are, what they are to be told or offered. */
export interface DeskEntry extends DeskMe {
  /** How many passkeys they have; without any one is offered. */
  passkeys: number
  /** When recovery codes of theirs were used that they were not told of, in ms UTC. */
  codesUsed: number[]
}

export interface Passkey {
  id: string
  name: string
  /** Whether it lives on more devices than one. */
  isSynced: boolean
  createdAt: number
  usedAt: number | null
  /** When it counted backwards, so that there may be a copy: it opens nothing any more. */
  stoppedAt: number | null
}

export interface DeskSession {
  id: string
  /** The kind of browser, such as `Firefox on Linux`; null where it did not say. */
  browser: string | null
  way: DeskWay | null
  createdAt: number
  /** To the hour. */
  seenAt: number
  isHere: boolean
}

/** What somebody at the desk sees of their own ways in. */
export interface DeskAccount {
  passkeys: Passkey[]
  /** The recovery codes that are left, when they were made (null for none), and when others were used. */
  codes: { left: number; createdAt: number | null; usedAt: number[] }
  sessions: DeskSession[]
  /** Until when this session counts as a fresh proof; the ways in can be changed until then. */
  freshUntil: number
}

/** What a browser signs: `options` is what WebAuthn calls the public key options, in its JSON form. */
export interface PasskeyChallenge {
  options: Record<string, unknown>
}

/** A credential as WebAuthn's JSON form spells it, in which the bytes are base64url. */
export interface PasskeyAnswer {
  id: string
  rawId: string
  type: 'public-key'
  response: Record<string, unknown>
}

export interface Finding {
  /** The rule's name, for moderators only. */
  rule: string
  verdict: Verdict
  reason: Reason
  /** The evidence in a few words, for moderators only. */
  detail: string | null
  /** UTF-16 offsets into the comment's source text, both or neither. */
  start: number | null
  end: number | null
}

export interface Decision {
  ruling: Ruling
  /** The moderator's name, or null when the rules or the author decided. */
  by: string | null
  ruler: Ruler
  from: Status | 'none'
  to: Status
  reason: Reason | null
  at: number
}

/**
 * The tabs of the queue: a status each, and comments that readers have reported, whose authors ask for another look,
 * that the rules alone have published, and all there are.
 */
export const TABS = [
  'pending',
  'reported',
  'appealed',
  'unreviewed',
  'published',
  'rejected',
  'spam',
  'withdrawn',
  'all',
] as const
export type Tab = (typeof TABS)[number]
/** The tabs that show how many they hold. */
export type CountedTab = Exclude<Tab, 'all'>
export const isCounted = (tab: Tab): tab is CountedTab => tab !== 'all'

/** The orders of a tab: by time, or first what a moderator is likeliest to decide otherwise than it stands. */
export const ORDERS = ['oldest', 'newest', 'doubtful'] as const
export type Order = (typeof ORDERS)[number]
export type TimeOrder = Exclude<Order, 'doubtful'>

/** The order of a tab unless another one is asked for: what somebody waits for goes by turns. */
export const orderOf = (tab: Tab): TimeOrder =>
  tab === 'pending' || tab === 'reported' || tab === 'appealed' ? 'oldest' : 'newest'

/** Stands for "no language was recognised" among the languages (BCP 47). */
export const UNDETERMINED = 'und'

/** One comment as the desk shows it. */
export interface Case {
  id: string
  /** Say which version you saw when you rule. */
  version: number
  status: Status
  createdAt: number
  /** What the author typed. */
  text: string
  tree: Block[]
  /** The language as far as it can be told, BCP 47. */
  lang: string | null
  /** Whether a person has decided on it. */
  isReviewed: boolean
  /** Complaints of readers that nobody has answered yet. */
  reports: number
  hasAppeal: boolean
  article: { title: string | null; url: string; key: string }
  author: {
    id: string
    name: string | null
    badge: Badge | null
    avatar: number
    /** The author's record on this site. */
    published: number
    rejected: number
    since: number
  }
  /** The comment it answers. */
  parent: { id: string; name: string | null; excerpt: string } | null
  /** Why it is here: every finding of the rules. */
  findings: Finding[]
  /** The last ruling. */
  decision: Decision
}

/**
 * `GET /api/desk/queue?site&status&order&q&language&reason&article&author&from&until&after`: `status` is a tab; what else
 * is given, a comment must be, too. A page may be short or empty while `next` leads on: it looks at 500 comments at the
 * most. `doubtful` puts in order the next 250 of the tab, then those after them.
 */
export interface Queue {
  cases: Case[]
  next: string | null
  /** Per tab, counted up to 101 ("100+"). */
  counts: Record<CountedTab, number>
  /** The newest number of the site's log: ask for changes since. */
  seq: number
  /** While much more is posted than is usual: whether what brings no proof of work waits; null else. */
  pressed: AsksWork | null
}

/** `GET /api/desk/changes?site&since`: what was decided or posted on a site since a number of its log. */
export interface QueueChanges {
  /** Ask with this next time. */
  seq: number
  /** At most 100, in the order of the log; a comment may come more than once. */
  changes: { comment: string; version: number; status: Status; decision: Decision }[]
  /** Whether more has changed than is told here: then load the queue again. */
  isAnew: boolean
  /** Of the tabs whose number may be another one now. */
  counts: Partial<Record<CountedTab, number>>
  /** As the queue says it. */
  pressed: AsksWork | null
}

/** A comment in a list of others that bear on a case. */
export interface CaseLine {
  id: string
  status: Status
  createdAt: number
  /** Its author's name. */
  name: string | null
  excerpt: string
  article: { title: string | null; key: string }
}

/** `GET /api/desk/comments/:id/others?after`: its author's other comments on the site, newest first. */
export interface CaseLines {
  comments: CaseLine[]
  next: string | null
}

/** `GET /api/desk/comments/:id`. */
export interface CaseDetail {
  case: Case
  /** The published or removed ancestors from the root down, at most 20. */
  ancestors: Comment[]
  /** The first answers to it that readers see, at most 5. */
  answers: Comment[]
  /** The author's other comments. */
  others: CaseLines
  /** Comments on the site that say the same, by anybody, newest first, at most 10; `count` goes up to 101. */
  alike: { comments: CaseLine[]; count: number }
  /** All rulings, oldest first, at most 100. */
  log: Decision[]
  /** Set where it can be had in another language. */
  translates?: true | undefined
}

/** One row of the log. */
export interface LogEntry {
  seq: number
  at: number
  ruling: Ruling
  ruler: Ruler
  /** The moderator by the name that the desk shows; `account` is the account's, where it is another one, for owners. */
  by: { id: string; name: string; account: string | null } | null
  from: Status | 'none'
  to: Status
  reason: Reason | null
  /** The rule that decided, where rules did. */
  rule: string | null
  /** The system that an imported comment came from, by its format: `disqus`, `wordpress` … */
  system: string | null
  /** For moderators, and for the comment's author. */
  note: string | null
  words: string | null
  /** `excerpt` is null where the comment is gone; `version` the one that the decision gave it. */
  comment: { id: string; version: number; name: string | null; excerpt: string | null }
  article: { title: string | null; url: string; key: string } | null
}

/**
 * `GET /api/desk/log?site&person&ruling&reason&rule&from&to&after`: newest first. `person` is an id, `rules` or `author`;
 * `from` and `to` are times. A page may be short, or empty, and have a `next`.
 */
export interface LogPage {
  entries: LogEntry[]
  next: string | null
  /** The time of the oldest decision looked at for this page; null when there was none. */
  reached: number | null
  /** Whom and what can be filtered by; on the first page only. */
  people: { id: string; name: string }[]
  rules: string[]
}

export const LOG_FORMATS = ['csv', 'jsonl'] as const
export type LogFormat = (typeof LOG_FORMATS)[number]

/** What a site’s published comments are exported as, for programs and spreadsheets that know nothing of Parley. */
export const PUBLISHED_FORMATS = ['csv', 'disqus'] as const
export type PublishedFormat = (typeof PUBLISHED_FORMATS)[number]

/**
 * `GET /api/desk/notifications`. `mail` says whether Parley can send any: `off` where the setting is missing,
 * `unavailable` where the runtime has no mail.
 */
export interface Notifications {
  mail: 'on' | 'off' | 'unavailable'
  email: string | null
  /** `digest`: whether a mail tells me that this site's queue is no longer empty. */
  sites: { id: string; name: string; digest: boolean }[]
}

/** `PUT /api/desk/notifications`. */
export interface NotificationsRequest {
  email: string | null
  /** Sites whose digests I wish. */
  digests: string[]
}

/** `GET /api/desk/authors/:id?site`: what a decision over all comments of an author would be about. */
export interface AuthorRecord {
  id: string
  name: string | null
  since: number
  /** Spam counts among the rejected. */
  counts: { pending: number; published: number; rejected: number }
  /** The newest comment: a decision over all goes no further than what was there when it was looked at. */
  newest: string | null
}

/** `POST /api/desk/authors/:id/rulings`: one ruling over all comments of an author, 500 looked at in a step. */
export interface AuthorRulingsRequest {
  site: string
  ruling: Extract<ModeratorRuling, 'approve' | 'reject' | 'spam'>
  /** Only those of these statuses. */
  statuses: Status[]
  reason?: Reason | undefined
  note?: string | undefined
  /** The newest comment to rule on; then the `next` of the step before. */
  from: string
}
export interface AuthorRulingsAnswer {
  /** What was ruled on, with the version it has now. */
  made: { comment: string; version: number }[]
  /** How many somebody else decided at the same moment. */
  lost: number
  next: string | null
}

/** `POST /api/desk/rulings`: 1 to 500. */
export interface RulingsRequest {
  site: string
  rulings: {
    comment: string
    ruling: ModeratorRuling
    /** The version that was seen. */
    seen: number
    reason?: Reason | undefined
    note?: string | undefined
    /** What the author is told beside the reason. */
    words?: string | undefined
  }[]
}

/** One answer for each ruling asked for, in the same order. */
export type RulingAnswer =
  | { comment: string; ok: true; status: Status; version: number }
  | {
      comment: string
      ok: false
      code: 'unknown_comment' | 'stale_version' | 'ruling_not_allowed'
      detail: string
      /** What stands now and who decided it; null when the comment is unknown here. */
      standing: { status: Status; version: number; decision: Decision } | null
    }

export interface RulingsAnswer {
  answers: RulingAnswer[]
}

/** An article as the desk names it. */
export interface ArticleName {
  key: string
  title: string | null
  url: string
  /** Published comments. */
  count: number
}

/** An article in the desk's list. */
export interface DeskArticle extends ArticleName {
  governed: ArticleGoverned
}

/** How comments are taken under an article. */
export interface ArticleGoverned {
  isClosed: boolean
  /** When it closes by itself, in ms UTC: chosen for this article, or after the site's days; null for never. */
  closesAt: number | null
  /** Whether that time was chosen for this article. */
  isChosen: boolean
  /** After how many days the site closes it, and when that is, where no time is chosen; null where it never does. */
  bySite: { days: number; at: number } | null
  /** Whether all guests' comments wait. */
  isHeld: boolean
  /** Seconds between two comments of one author; 0 for none. */
  slowSeconds: number
}

/** `PATCH /api/desk/articles`: what is not given stays; `closesAt` null leaves it to the site's days. */
export interface GovernRequest {
  site: string
  key: string
  isClosed?: boolean | undefined
  closesAt?: number | null | undefined
  isHeld?: boolean | undefined
  slowSeconds?: number | undefined
}

/**
 * `GET /api/desk/articles?site&q&after`: the articles of a site, those with most comments first. With `q`, the first
 * that it finds: words of a title, an address, or the beginning of a path or an owner's id.
 */
export interface DeskArticles {
  articles: DeskArticle[]
  next: string | null
  /** Up to ten articles whose address many pages name as their canonical one, with those pages: mostly a theme’s mistake. */
  claimed: (ArticleName & {
    /** `roots` counts the conversations that began on the page. */
    pages: { key: string; title: string | null; url: string; roots: number }[]
  })[]
}

/**
 * How a move goes: `none` where nothing is left to do; `rename` gives the article the other key; `swap` does so where that
 * key led to it; `merge` brings the comments over.
 */
export const MOVE_WAYS = ['none', 'rename', 'swap', 'merge'] as const
export type MoveWay = (typeof MOVE_WAYS)[number]

/** `GET /api/desk/moves?site&from&to`: what a move would do. */
export interface MovePreview {
  way: MoveWay
  /** Whether the old address leads to the new place afterwards; else it begins a thread of its own. */
  forward: boolean
  from: ArticleName
  to: ArticleName
  /** Comments that would come along, whatever their status. */
  comments: number
  /** Comments that are at the other place already, whatever their status: those are not to be told apart afterwards. */
  there: number
}

/** `POST /api/desk/moves` and `POST /api/desk/separations`: some of the work; to be sent again until it is done. */
export interface MoveProgress {
  isDone: boolean
  /** Comments moved by this request. */
  moved: number
}

/** The settings by which the rules judge. */
export const POLICY_SETTINGS = [
  'holds',
  'firstComments',
  'heldSections',
  'heldFrom',
  'heldUntil',
  'languages',
  'linksAllowed',
  'holdsNewDomains',
  'invites',
  'repeatsAllowed',
  'watchesTyping',
  'asksWork',
  'refusedShare',
  'reportsToHold',
  'rulesPage',
  'closesAfterDays',
  'guidelines',
  'editMinutes',
  'showsEditions',
  'downVotes',
] as const

export interface PolicySettings {
  holds: Holds
  firstComments: number
  heldSections: readonly string[]
  /** Milliseconds UTC. */
  heldFrom: number | null
  heldUntil: number | null
  languages: readonly string[]
  linksAllowed: number
  holdsNewDomains: boolean
  invites: Invites
  repeatsAllowed: number
  watchesTyping: boolean
  asksWork: AsksWork
  refusedShare: number
  reportsToHold: number
  /** Empty for none. */
  rulesPage: string
  closesAfterDays: number
  /** Markdown. */
  guidelines: string
  editMinutes: number
  showsEditions: boolean
  downVotes: boolean
}

/** `GET /api/desk/policy?site`, and the answer to what changes it. */
export interface Policy {
  /** Goes back with a change: what was looked at. */
  seen: string
  settings: PolicySettings
  /** `size` counts the entries. */
  lists: (WrittenList & { size: number })[]
}

/** `PUT /api/desk/policy`: the settings that change. */
export interface PolicyRequest {
  site: string
  seen: string
  settings: Record<string, unknown>
}

/** `PUT /api/desk/lists`. */
export interface ListRequest {
  site: string
  seen: string
  list: WrittenList
}

/** `POST /api/desk/trials`: settings and lists before they are saved; those not given are taken as they stand. */
export interface TrialRequest {
  site: string
  settings?: Record<string, unknown> | undefined
  lists?: WrittenList[] | undefined
  /** What the answer before gave as `next`. */
  after?: string | undefined
}
export interface Trial {
  /** How many comments this answer looked at. */
  looked: number
  next: string | null
  /** Those on which the policy that stands and the changed one differ, newest first. */
  changed: {
    id: string
    name: string | null
    createdAt: number
    /** The beginning of its text. */
    text: string
    title: string | null
    key: string
    status: Status
    /** What the rules make of it now, and what they would. */
    now: Status
    would: Status
    /** What the changed policy finds. */
    findings: Finding[]
    /** What a moderator decided, if one did. */
    decision: Decision | null
    /** Whether that was the other way. */
    isContrary: boolean
  }[]
}

/** `POST` and `DELETE /api/desk/samples`: how many sample comments were added or removed. */
export interface SamplesAnswer {
  samples: number
}

/** How long something may be done at the most: for good. A time in ms that every JavaScript date can still tell. */
export const FOR_GOOD = 8_640_000_000_000_000

/** `POST /api/desk/acts`: one act on one comment; answered like a ruling. */
export interface ActRequest {
  site: string
  comment: string
  act: ModeratorAct
  /** The version that was seen. */
  seen: number
  reason?: Reason | undefined
  note?: string | undefined
  /** What the author is told; a warning needs it. */
  words?: string | undefined
  /** When a ban or a muting ends; null, or left out, for good. */
  until?: number | null | undefined
  /** The new text of an edit. */
  text?: string | undefined
}

/** `POST /api/desk/replies`: an answer of staff. `Idempotency-Key` makes a retry safe. */
export interface ReplyRequest {
  site: string
  /** The comment that is answered. */
  comment: string
  text: string
}

/** `GET /api/desk/comments/:id/file`: what people have said and done about a comment and its author. */
export interface CaseFile {
  /** Newest first, the open ones before all others. */
  reports: {
    id: string
    reason: ReportReason
    words: string | null
    at: number
    outcome: 'fine' | 'upheld' | null
    isOpen: boolean
  }[]
  /** With whether who is at the desk may decline it. */
  appeal: (Appeal & { ruledBy: string | null; decidedBy: string | null; mayDecline: boolean }) | null
  /** Of the comment and of its author, newest first. */
  notes: Note[]
  /** Its earlier texts, newest first; `by` is the moderator who changed it, null where its author did. */
  editions: { version: number; text: string; by: string | null; endedAt: number }[]
  /** What was said with each ruling, by the version that the ruling gave. */
  words: { version: number; note: string | null; words: string | null; until: number | null }[]
  marks: Mark[]
  /** Whether it begins a conversation: only then it can be pinned or locked. */
  isRoot: boolean
  author: Standing & { isStaff: boolean }
}

export interface Note {
  id: string
  about: 'comment' | 'author'
  by: string
  isMine: boolean
  at: number
  text: string
}

/** `POST /api/desk/notes`. */
export interface NoteRequest {
  site: string
  comment: string
  /** What the note is about: the comment, or its author. */
  about: 'comment' | 'author'
  text: string
}

/** A text that moderators of a site say often. `{name}`, `{title}`, `{site}` and `{reason}` are filled when it is used. */
export interface SavedReply {
  id: string
  name: string
  text: string
}

/** `GET /api/desk/saved-replies?site`. */
export interface SavedReplies {
  replies: SavedReply[]
}

/** `POST /api/desk/saved-replies`, `PUT /api/desk/saved-replies/:id`. */
export interface SavedReplyRequest {
  site: string
  name: string
  text: string
}

// ------------------------------------------------------------------------------------------- sites and their people

/** A phrase as an owner says it: a text, or one for each form that a number takes (`one`, `few`, `other` …). */
export type OwnPhrase = string | Record<string, string>

/** What an owner says in other words than Parley: by language, then by the way to the phrase, such as `writing.post`. */
export type OwnWords = Readonly<Record<string, Readonly<Record<string, OwnPhrase>>>>

/** An owner's words as a thread is drawn in them: by language the changed parts, as the widget holds its words. */
export type ThreadWords = Record<string, Record<string, unknown>>

/** One phrase that can be said otherwise, at the desk. */
export interface Phrase {
  key: string
  usual: OwnPhrase
  /** What the owner says instead; null where it is as usual. */
  own: OwnPhrase | null
}

/** `GET /api/desk/sites/:id/words?language`: all that readers read of Parley in a language. */
export interface Phrases {
  language: string
  dir: 'ltr' | 'rtl'
  /** The forms that a number takes in it. */
  forms: string[]
  phrases: Phrase[]
}

/** How a setting is typed and shown. */
export const SETTING_KINDS = [
  'choice',
  'number',
  'flag',
  'moment',
  'page',
  'line',
  'words',
  'list',
  'theme',
  'phrases',
] as const
export type SettingKind = (typeof SETTING_KINDS)[number]

/** One row of the table of settings: what a setting is, and what it may be. */
export interface SettingRow {
  name: string
  kind: SettingKind
  /** What it does, as the README says it. */
  words: string
  default: unknown
  /** Of a choice. */
  values?: string[] | undefined
  /** Of a number, or the characters of a text. */
  least?: number | undefined
  most?: number | undefined
}

/** `GET /api/desk/sites/:id`, and what changes it. */
export interface DeskSite {
  id: string
  name: string
  origins: string[]
  isDemo: boolean
  createdAt: number
  /** Goes back with a change: what was looked at. */
  seen: string
  settings: Record<string, unknown>
  /** Every setting that there is. */
  table: SettingRow[]
  /** What is set and can do nothing here, such as a way to sign in that the installation does not have. */
  advice: string[]
}

/** `PATCH /api/desk/sites/:id`: what is not given stays. */
export interface SiteChangeRequest {
  seen: string
  name?: string | undefined
  origins?: string[] | undefined
  settings?: Record<string, unknown> | undefined
  /** Only tells what would move. */
  dryRun?: boolean | undefined
}

/** The site as it is, or with `dryRun` as it still is; and the threads that a change of addresses moved, or would. */
export interface SiteChangeAnswer {
  site: DeskSite
  moved: { from: string; to: string }[]
  /** How many in all; `moved` names the first of them. */
  movedCount: number
}

/** `POST /api/desk/sites`. */
export interface NewSiteRequest {
  id: string
  name: string
  origins: string[]
}

/** `POST /api/desk/sites/:id/examples`: which thread an address would have, with these origins and settings. */
export interface ExamplesRequest {
  origins?: string[] | undefined
  settings?: Record<string, unknown> | undefined
  urls: string[]
}

/** The key of each address in the order asked for; null where the page is not the site’s. */
export interface Examples {
  keys: (string | null)[]
}

export const SITE_CHANGES = [
  'made',
  'name',
  'origins',
  'setting',
  'list',
  'invited',
  'uninvited',
  'joined',
  'role',
  'dismissed',
] as const
export type SiteChangeKind = (typeof SITE_CHANGES)[number]

/** What was changed about a site, by whom: a person, or null for the command line. */
export interface SiteChange {
  seq: number
  at: number
  by: { id: string; name: string } | null
  kind: SiteChangeKind
  /** The setting, or the list as `held_words` or `held_words.fa`, of which `before` and `after` are a `ListChange`. */
  name: string | null
  /** The name of the person whom it is about. */
  about: string | null
  before: unknown
  after: unknown
}

/** What a list was, and what it has become: how many entries, and the first of those that came or went. */
export interface ListChange {
  size: number
  entries: string[]
}

/** `GET /api/desk/sites/:id/organisation`: whom an organisation's issuers make what on a site; set by whoever runs Parley. */
export interface Organisation {
  issuers: { name: string; issuer: string }[]
  rules: { provider: string; claim: 'groups' | 'domain' | 'email'; value: string; role: Role; isForAll: boolean }[]
}
/** `POST /api/desk/sites/:id/organisation/trial`: what an issuer would say of somebody. Nothing is kept of it. */
export interface OrganisationTrial {
  issuer: string
  /** One that the issuer has confirmed. */
  email?: string | undefined
  groups?: string[] | undefined
}
export interface OrganisationTried {
  role: Role | null
  /** For each rule whether it means them. */
  met: boolean[]
}

/** Where the widget of a site asked for a thread: at one of its origins, or at another, where it was refused. To the hour, ms UTC. */
export interface Sighting {
  /** As browsers send it; `null` for a page that has none, as one opened from a file. */
  origin: string
  seenAt: number | null
  refusedAt: number | null
}

/** `GET /api/desk/sites/:id/sightings`, by origin. */
export interface Sightings {
  sightings: Sighting[]
}

/** `GET /api/desk/sites/:id/changes?after`, newest first. */
export interface SiteChangeList {
  changes: SiteChange[]
  next: string | null
}

/** `GET /api/desk/sites/:id/people`. */
export interface Team {
  people: {
    id: string
    name: string
    /** What readers and the log call them, if not by that name. */
    publicName: string | null
    role: Role
    isMe: boolean
    /** Owns the installation, and with it every site. */
    isInstaller: boolean
    /** When they last used the desk, to the hour; null where they are not signed in. */
    seenAt: number | null
  }[]
  invitations: { id: string; role: Role; label: string; invitedBy: string; createdAt: number; expiresAt: number }[]
  /** Whether an invitation can be sent by mail. */
  hasMail: boolean
}

/** `POST /api/desk/sites/:id/invitations`. */
export interface InvitationRequest {
  role: Role
  /** Whom it is for; only the owners read it. */
  label?: string | undefined
  days?: number | undefined
  /** Where to send it; it is not kept. */
  email?: string | undefined
}

/** Shown once: only the hash of it is kept. */
export interface NewInvitation {
  link: string
  expiresAt: number
  /** Whether it went by mail; null where that was not asked for. */
  isSent: boolean | null
  team: Team
}

/** `POST /api/desk/invitation`: what somebody with an invitation is told of it. */
export interface InvitationToken {
  invitation: string
}
export interface Invitation {
  site: string
  siteName: string
  role: Role
  invitedBy: string
  expiresAt: number
  /** Who is signed in in this browser, and would get the role. */
  me: string | null
}

/** `POST /api/desk/invitation/acceptance`: with a name as somebody new, without one as who is signed in. */
export interface AcceptanceRequest {
  invitation: string
  name?: string | undefined
}

/** `PATCH /api/desk/me`. */
export interface DeskMeRequest {
  publicName?: string | null | undefined
  /** As the desk's locales begin: `fa`, `pt`. */
  language?: string | null | undefined
}

// -------------------------------------------------------------------------------------------------------- machines

/** What a key may: read what moderators read; also do what they do; also do what owners do, but for people and keys. */
export const KEY_SCOPES = ['read', 'moderate', 'manage'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** A key as its site's owners see it; the key itself is shown once, when it is made. */
export interface ApiKey {
  id: string
  name: string
  scope: KeyScope
  /** Who made it. */
  by: string
  createdAt: number
  /** Null where it does not end by itself. */
  expiresAt: number | null
  /** The day on which it was last used: its first ms UTC. */
  usedAt: number | null
  /** Why it no longer counts: its time is over, or whoever made it owns the site no more. */
  ended: 'expired' | 'maker' | null
}

export interface ApiKeys {
  keys: ApiKey[]
}

export interface KeyRequest {
  site: string
  name: string
  scope: KeyScope
  /** After how many days it ends; null for never. */
  days: number | null
}

export interface MadeKey {
  key: ApiKey
  /** `prk_` and 43 characters, kept nowhere. */
  token: string
}

/** In whose words a webhook speaks: `standard` is Standard Webhooks, the others are chats. */
export const WEBHOOK_SHAPES = ['standard', 'slack', 'discord', 'telegram', 'matrix'] as const
export type WebhookShape = (typeof WEBHOOK_SHAPES)[number]

/** `paused` by an owner, `dead` after days of nothing but failures, `gone` when the receiver said that it is no more. */
export const WEBHOOK_STATES = ['on', 'paused', 'dead', 'gone'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

/** What webhooks tell of, by the short name that the outbox has for it. */
export const WEBHOOK_EVENTS = {
  published: 'comment.published',
  pending: 'comment.pending',
  rejected: 'comment.rejected',
  spam: 'comment.spam',
  withdrawn: 'comment.withdrawn',
  edited: 'comment.edited',
  report: 'report.opened',
  appeal: 'appeal.opened',
} as const
export type WebhookEvent = keyof typeof WEBHOOK_EVENTS

export const DELIVERY_OUTCOMES = ['taken', 'failed', 'ended'] as const
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number]

/** What became of a letter; null while it waits. */
export const LETTER_OUTCOMES = ['sent', 'dead', 'moot', 'suppressed', 'dropped'] as const
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number]

/** Why a letter did not go, as far as anybody can do something about it. */
export const MAIL_TROUBLES = [
  'unreached',
  'slow',
  'password',
  'encryption',
  'no_such_address',
  'refused',
  'not_now',
  'too_late',
  'other',
] as const
export type MailTrouble = (typeof MAIL_TROUBLES)[number]

/** Why a letter did not go: of what kind, and the code that tells who runs Parley more. */
export interface MailFault {
  trouble: MailTrouble
  code: string
}

/** A letter that waits or was given up. */
export interface OutboxLetter {
  id: string
  /** Which letter, such as `code` or `digest`. */
  kind: string
  /** As much of its address as an owner sees: `a…@example.org`. */
  to: string
  at: number
  tries: number
  /** When it is tried next; null where it was given up. */
  nextAt: number | null
  /** Whether it can be sent once more. */
  isOfUse: boolean
  fault: MailFault | null
}

/** How mail does, and what of it a site has. */
export interface Outbox {
  mail: 'on' | 'off' | 'unavailable'
  server: { sentAt: number | null; failedAt: number | null; restsUntil: number | null; fault: MailFault | null }
  /** Counted up to 1,001. */
  waiting: number
  dead: number
  letters: OutboxLetter[]
  suppressed: { id: string; to: string; at: number; fault: MailFault | null }[]
  /** Where a test goes: to whoever looks. */
  testTo: string | null
}

export interface OutboxRequest {
  site: string
  letters: string[]
}

export interface OutboxDone {
  done: number
  outbox: Outbox
}

export interface Webhook {
  id: string
  name: string
  shape: WebhookShape
  /** The address; of a chat's, which is a secret itself, only its host and its end. */
  url: string
  events: WebhookEvent[]
  state: WebhookState
  /** Since when it has only failed. */
  failingSince: number | null
  /** Deliveries that are not done, and events for which there was no room. */
  waiting: number
  dropped: number
  /** The secrets that sign now, the newest first; none for a chat. */
  secrets: string[]
  /** Until when the secret before signs, too. */
  bothUntil: number | null
  createdAt: number
}

export interface Webhooks {
  webhooks: Webhook[]
}

export interface WebhookRequest {
  site: string
  name: string
  shape: WebhookShape
  url: string
  /** The access token of a Matrix account. */
  token?: string | undefined
  events: WebhookEvent[]
}

export interface WebhookChange {
  site: string
  name?: string | undefined
  events?: WebhookEvent[] | undefined
  state?: 'on' | 'paused' | undefined
}

export interface Delivery {
  id: string
  /** The `webhook-id` that it carries, however often it is sent. */
  message: string
  event: WebhookEvent | 'test'
  at: number
  tries: number
  /** When it is sent next; null once it is done. */
  nextAt: number | null
  outcome: DeliveryOutcome | null
  /** What the receiver answered last, how long it took, and how its answer begins. */
  status: number | null
  tookMs: number | null
  answer: string | null
  /** Why there was no answer. */
  error: string | null
}

export interface Deliveries {
  deliveries: Delivery[]
}

/** What can be done about a file that was given: look at what would land where, bring it in, or halt that. */
export const IMPORT_ACTS = ['look', 'import', 'pause'] as const
export type DeskImportAct = (typeof IMPORT_ACTS)[number]

/** How far an import is: the file comes, is here, is looked at, was looked at, is brought in, halts, is done, or cannot be read. */
export const IMPORT_PHASES = ['coming', 'here', 'looking', 'looked', 'importing', 'paused', 'done', 'failed'] as const

/** Why comments were left out, or what was done about them, with some of their ids there. */
export interface ImportTold {
  reason: string
  count: number
  such: string[]
}

/** What would land where. */
export interface DeskImportPlan {
  comments: number
  /** Those that have a place here, and those of them that had come before. */
  coming: number
  merged: number
  /** Articles that they would stand under; the ones with the most comments are told. */
  articles: number
  pages: {
    key: string
    url: string
    title: string | null
    comments: number
    statuses: Record<string, number>
    /** Addresses in the file that are this one article. */
    addresses: string[]
    here: { key: string; title: string | null; count: number } | null
  }[]
  /** Addresses whose comments have no place here; the ones with the most comments are told. */
  addresses: number
  refused: { address: string; reason: string; comments: number }[]
  skipped: ImportTold[]
  /** Left out by a Parley that did not foresee it. */
  changed?: ImportTold[] | undefined
}

/** What became of a file. */
export interface DeskImportReport {
  imported: number
  statuses: Record<string, number>
  merged: number
  skipped: ImportTold[]
  changed: ImportTold[]
}

/** An import at the desk. */
export interface DeskImport {
  format: string
  /** What the file was called, and its bytes. */
  file: string
  size: number
  /** Bytes that are here. */
  received: number
  beganAt: number
  phase: (typeof IMPORT_PHASES)[number]
  /** Whether the server was started anew while it was under way. */
  isCutShort: boolean
  /** Why it does not go on. */
  trouble: string | null
  progress: {
    read: number
    comments: number
    imported: number
    perSecond: number
    secondsLeft: number | null
  } | null
  plan: DeskImportPlan | null
  report: DeskImportReport | null
}

export interface ImportsAtDesk {
  /** Bytes a file may have; null where none can be given at the desk. */
  most: number | null
  formats: { name: string; title: string; howTo: string }[]
  one: DeskImport | null
}
