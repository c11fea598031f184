import { isOpen } from '../articles/closing.ts'
import { pathOfKey } from '../articles/key.ts'
import { fromPageOf, placeOn, siteNamed } from '../articles/open.ts'
import type { Comment, PostRequest } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { networksOf } from '../http/networks.ts'
import { decide } from '../moderation/decide.ts'
import { draftOf } from '../moderation/draft.ts'
import { domainsIn } from '../moderation/links.ts'
import { mustBeOwnName } from '../people/own-name.ts'
import { readerOn } from '../people/reader.ts'
import { digest, keyed32, randomToken } from '../people/secrets.ts'
import { Problem } from '../problems.ts'
import { siteSettings } from '../sites/settings.ts'
import { hitsUnique } from '../store/engine.ts'
import { badgeOf, type NewComment, type PostingFacts } from '../store/posting.ts'
import { ownCommentOf } from '../store/told.ts'
import type { Admission } from './admission.ts'
import { newId, readId } from './ids.ts'
import { treeOf } from './markdown.ts'
import { calledComments, calledIn } from './mentions.ts'
import { nameSkeleton } from './name-skeleton.ts'
import type { Proof } from './proof-of-work.ts'
import { sinceStamp } from './stamp.ts'
import { cleanName, cleanText, cleanTitle, likenessOf } from './text.ts'

/** Who posts, and how the request came. */
export interface Poster {
  /** The reader's token. */
  token: string
  /** The request's Origin header. */
  origin: string | undefined
  /** The client's network, null when it is not known. */
  client: string | null
  idempotencyKey: string | null
  /** Whether it comes from a form that this server made for one post. */
  hasForm?: boolean
}

/** How often a post is tried anew when another request changed what it stands on. */
const TRIES = 5

/**
 * A reader posts a comment or a reply; the rules decide whether it is public at once, waits, or is refused. Whatever
 * they decide, it is stored and its author is told.
 * @returns the comment as its author sees it; `isNew` false when the same key and body came before
 * @throws Problem `unknown_site`, `bad_url`, `origin_refused`, `text_empty`, `text_too_long`, `name_too_long`,
 *   `unknown_comment`, `too_many_mentions`, `parent_gone`, `branch_locked`, `warning_unread`, `thread_closed`, `slow_mode`,
 *   `key_reused`, `name_imitates`, `too_many_requests`, `busy`
 */
export async function postComment(
  deps: Deps,
  admission: Admission,
  request: PostRequest,
  poster: Poster,
): Promise<{ comment: Comment; isNew: boolean }> {
  const asking = { ...poster, reader: readerOn(request.site, poster.token) }
  const proof = await admission.enter(request, asking, deps.clock())
  try {
    return await admitted(deps, admission, request, asking, proof)
  } finally {
    // What was refused is mended and sent again, and its proof is still good.
    if (proof) admission.free(proof)
  }
}

/** The rest of it, for who may post now. */
async function admitted(
  deps: Deps,
  admission: Admission,
  request: PostRequest,
  asking: Poster & { reader: string },
  brought: Proof | null,
): Promise<{ comment: Comment; isNew: boolean }> {
  const { reader, idempotencyKey, origin, client } = asking
  let proof = brought
  const site = await siteNamed(deps, request.site)
  fromPageOf(site, origin)
  const place = placeOn(site, request)
  const text = cleanText(request.text)
  const name = cleanName(request.name)
  const parentId = readParent(request.parent)
  const likeness = digest(likenessOf(text) || text)
  const requestDigest = digest(JSON.stringify([place.key, request.parent ?? null, text, name]))
  const skeleton = name === null ? null : nameSkeleton(name)
  const called = calledComments(request.mentions)
  const people = called.length > 0 ? await deps.store.mentions.people({ site: site.id, key: place.key }, called) : []
  const tree = treeOf(
    text,
    people.map(each => each.name),
  )
  const draft = draftOf(text, tree, name)
  const domains = domainsIn(draft.links)
  const settings = siteSettings(site.settings)
  const lists = await deps.store.lists.ready(site.id, site.policyRevision)
  const networks = await networksOf(deps, client, deps.clock())
  let hasPaid = false
  let hasAsked = false

  for (let tries = TRIES; tries > 0; tries--) {
    const facts = await deps.store.posting.facts({
      site: site.id,
      key: place.key,
      tokenHash: reader,
      parent: parentId,
      idempotencyKey,
      skeleton,
      likeness,
      networks,
      domains,
      now: deps.clock(),
    })
    if (facts.earlier !== null) return { comment: await sameAgain(deps, facts.earlier, requestDigest), isNew: false }
    const now = deps.clock()
    if (!isOpen(facts.article, settings.closesAfterDays, now)) throw new Problem('thread_closed')
    const parent = parentId === null ? null : standingParent(facts)
    const warning = facts.author?.warning
    if (warning) throw new Problem('warning_unread', { words: warning })
    await mayBeCalled(deps, site.id, name, facts)
    waitsItsTurn(facts, now)
    if (!hasPaid) admission.pay(asking, { site, key: place.key }, facts.author, proof, now)
    hasPaid = true
    if (!proof && !hasAsked) {
      hasAsked = true
      const answered = await admission.answered(request, asking, site, facts.author, now)
      if (answered) proof = answered
      // While the provider was asked, all of this may have changed.
      if (answered !== undefined) continue
    }

    const lacksProof = !proof && admission.asksWork(site, now)
    const { status, reason, rule, findings } = decide({
      draft: { ...draft, newDomains: facts.newDomains, typing: typingOf(deps, request, now), lacksProof },
      author: {
        kind: facts.author?.kind ?? 'guest',
        bannedUntil: facts.author?.banned_until ?? null,
        publishedCount: facts.author?.published_count ?? 0,
        ...facts.record,
      },
      article: { isHeld: facts.article?.is_held === 1, path: pathOfKey(facts.article?.key ?? place.key) },
      policy: { ...settings, lists },
      now,
    })

    const id = newId(now, parent?.id)
    const authorId = facts.author?.id ?? newId(now)
    const articleId = facts.article?.id ?? newId(now)
    const salt = randomToken()
    const written: NewComment = {
      comment: {
        id,
        siteId: site.id,
        parentId,
        rootId: parent?.root_id ?? id,
        authorId,
        // Who has proved who they are is called so without saying it each time.
        name: name ?? knownName(facts),
        avatar: avatarOf(deps, site.id, place.key, authorId),
        status,
        text,
        tree: JSON.stringify(tree),
        lang: draft.lang,
        network: networks[0] ?? null,
        likeness,
        salt,
        textDigest: digest(salt + text),
        requestDigest,
        idempotencyKey,
        createdAt: now,
      },
      article: {
        id: articleId,
        key: place.key,
        url: place.url,
        title: cleanTitle(request.title),
        isNew: !facts.article,
        isUntitled: facts.article?.title === null,
        location: place.location ? { id: newId(now), ...place.location, title: cleanTitle(request.title) } : null,
      },
      author: { tokenHash: reader, isNew: !facts.author, renamed: renamedTo(name, skeleton, facts) },
      reason,
      rule,
      findings,
      domains,
      mentions: calledIn(tree, people),
      proof,
    }
    const outcome = await write(deps, written)
    if (outcome === 'written') {
      // A captcha is not work, and makes none harder.
      if (proof && proof === brought) admission.spent(site.id, proof, true, now)
      return { comment: commentFrom(written, facts), isNew: true }
    }
    // Another post has spent it first.
    if (outcome === 'spent' && proof) {
      admission.spent(site.id, proof, false, now)
      proof = null
    }
  }
  throw new Problem('busy', { retryAfter: 1 })
}

/** Who has proved who they are keeps the name they write under for themselves. */
const renamedTo = (name: string | null, skeleton: string | null, { author }: PostingFacts) =>
  author?.kind === 'verified' && name !== null && name !== author.name ? { name, skeleton: skeleton! } : null

/** What somebody is called who has proved who they are, and says no name. */
const knownName = ({ author }: PostingFacts) => (author && author.kind !== 'guest' ? author.name : null)

/** The name that a comment will carry is its author's to carry. @throws Problem `name_imitates` */
async function mayBeCalled(deps: Deps, site: string, name: string | null, facts: PostingFacts): Promise<void> {
  const { author, namesakes } = facts
  const known = name === null ? knownName(facts) : null
  if (known === null || author?.kind !== 'verified') return mustBeOwnName(author, name, namesakes)
  mustBeOwnName(author, known, await deps.store.identities.namesakes(site, nameSkeleton(known), author.id))
}

/** Slow mode: somebody who wrote here a moment ago waits; staff do not. @throws Problem `slow_mode` */
function waitsItsTurn({ article, author, lastHere }: PostingFacts, now: number): void {
  if (!article || lastHere === null || author?.kind === 'staff') return
  const left = lastHere + article.slow_seconds * 1000 - now
  if (left > 0) throw new Problem('slow_mode', { retryAfter: Math.ceil(left / 1000) })
}

/** How it was typed, if the widget says so with a stamp of ours. */
function typingOf(deps: Deps, { site, typing }: PostRequest, now: number): { ms: number; letters: number } | null {
  const ms = typing ? sinceStamp(deps, site, typing.stamp, now) : null
  return ms === null ? null : { ms, letters: typing!.letters }
}

/** Whether it was written; `changed` when it has to be looked at anew, `spent` when its proof counts no more. */
async function write(deps: Deps, written: NewComment): Promise<'written' | 'changed' | 'spent'> {
  try {
    return (await deps.store.posting.post(written)) ? 'written' : 'changed'
  } catch (error) {
    if (hitsUnique(error, 'spent_proofs.digest')) return 'spent'
    if (['comments.id', 'authors.id', 'articles.id', 'locations.id'].some(id => hitsUnique(error, id))) return 'changed'
    throw error
  }
}

function readParent(parent: string | undefined): number | null {
  if (parent === undefined) return null
  const id = readId(parent)
  if (id === null) throw new Problem('unknown_comment')
  return id
}

/** The parent, if it can be answered: published, and of this thread. A comment that waits is as unknown to others. */
function standingParent({ parent, article }: PostingFacts): NonNullable<PostingFacts['parent']> {
  const isHere = parent?.article_id === article?.id || parent?.article_id === article?.moving_to
  if (!parent || !article || !isHere || parent.status === 'pending') throw new Problem('unknown_comment')
  if (parent.status !== 'published') throw new Problem('parent_gone')
  if (parent.isLocked) throw new Problem('branch_locked')
  return parent
}

/** The comment that came of the same key, as it stands now; another text under that key is refused. */
async function sameAgain({ store }: Deps, id: number, requestDigest: string): Promise<Comment> {
  const earlier = await store.posting.own(id)
  if (earlier?.request_digest !== requestDigest) throw new Problem('key_reused')
  return ownCommentOf(earlier)
}

/** 32 bits that stand for an author in one thread, so that nobody can be followed from article to article by them. */
export function avatarOf({ config }: Deps, site: string, key: string, author: number): number {
  return keyed32(config.secret, JSON.stringify(['avatar', site, key, author]))
}

function commentFrom({ comment, reason }: NewComment, { author, isArticleAuthor }: PostingFacts): Comment {
  return ownCommentOf({
    id: comment.id!,
    parent_id: comment.parentId ?? null,
    root_id: comment.rootId,
    created_at: comment.createdAt,
    edited_at: null,
    reply_count: 0,
    status: comment.status,
    name: comment.name ?? null,
    badge: author && badgeOf(author.kind, isArticleAuthor),
    avatar: comment.avatar,
    tree: comment.tree,
    lang: comment.lang ?? null,
    why: reason,
  })
}
