import { type SQL, sql } from 'drizzle-orm/sql'
import type { Closing } from '../articles/closing.ts'
import { type Badge, type Finding, type Reason, STATUSES, type Status } from '../contract.ts'
import type { Namesakes } from '../people/own-name.ts'
import { type Engine, json } from './engine.ts'
import { findingsWritten } from './findings.ts'
import { mentionsWritten } from './mentions.ts'
import { type NamesakesRow, namesakesColumns, readNamesakes } from './namesakes.ts'
import { proofSpent } from './proofs.ts'
import { type AskedByRules, authorFacts, domainsWritten, type RuleRow, ruleColumns } from './rule-facts.ts'
import type { comments } from './schema.ts'
import { searchWritten } from './search.ts'
import { TOLD_COLUMNS, type ToldRow } from './told.ts'
import { articleIdAt, type CommentRow, OWN_COLUMNS } from './visible.ts'

export interface AuthorRow {
  id: number
  kind: 'guest' | 'verified' | 'staff'
  name: string | null
  banned_until: number | null
  published_count: number
  /** A moderator's warning that the author has yet to acknowledge. */
  warning: string | null
}

/** The warning that keeps an author from going on. */
const UNREAD_WARNING = sql.raw(`CASE WHEN author.acknowledged_at IS NULL THEN author.warning END AS warning`)

/** What must be known before a comment is judged. */
export interface PostingFacts {
  author: AuthorRow | null
  article:
    | (Closing & {
        id: number
        title: string | null
        moving_to: number | null
        is_held: number
        key: string
        /** Seconds between two comments of one author here; 0 for none. */
        slow_seconds: number
      })
    | null
  parent: { id: number; article_id: number; root_id: number; status: Status; isLocked: boolean } | null
  /** The id of the comment this author posted with the same key. */
  earlier: number | null
  /** When the author last wrote under this article, where it is slow; null where not, or never. */
  lastHere: number | null
  /** What the rules ask of the author beside. */
  record: ReturnType<typeof authorFacts>
  /** Who else has a name that looks like the one asked for. */
  namesakes: Namesakes
  /** Whether the author wrote the article. */
  isArticleAuthor: boolean
  /** Those of its domains that no published comment of the site has had. */
  newDomains: string[]
}

type FactsRow = RuleRow &
  NamesakesRow &
  Omit<AuthorRow, 'id'> & {
    id: number | null
    article_id: number | null
    is_closed: number
    closes_at: number | null
    article_since: number
    is_held: number
    slow_seconds: number
    article_key: string
    last_here: number | null
    is_article_author: number
    title: string | null
    moving_to: number | null
  } & {
    parent_id: number | null
    parent_article_id: number
    parent_root_id: number
    parent_status: Status
    is_locked: number | null
    earlier_id: number | null
  }

/** A comment as its own author may know it, with what rulings on it need. */
export type OwnRow = CommentRow &
  ToldRow & {
    site_id: string
    author_id: number
    version: number
    request_digest: string | null
  }

/** The columns of an own row; the comment is `c`. */
export const OWN_ROW = sql`${OWN_COLUMNS}, c.site_id, c.author_id, c.version, c.request_digest, ${TOLD_COLUMNS}`

/** A comment with all that is written beside it. */
export interface NewComment {
  comment: Pick<
    typeof comments.$inferInsert,
    | 'id'
    | 'siteId'
    | 'parentId'
    | 'rootId'
    | 'authorId'
    | 'name'
    | 'avatar'
    | 'status'
    | 'text'
    | 'tree'
    | 'lang'
    | 'network'
  > &
    Record<'likeness' | 'salt' | 'textDigest' | 'requestDigest', string> & {
      idempotencyKey: string | null
      createdAt: number
    }
  article: { id: number; key: string; url: string; title: string | null } & {
    isNew: boolean
    /** Whether nobody has named it so far. */
    isUntitled: boolean
    /** The page it was written on, where that one names another as its canonical address. */
    location: { id: number; key: string; url: string; title: string | null } | null
  }
  author: {
    tokenHash: string
    isNew: boolean
    /** What somebody who has proved who they are is called from now on, and what that looks like. */
    renamed?: { name: string; skeleton: string } | null
  }
  reason: Reason | null
  /** The rule that decided. */
  rule: string | null
  findings: Finding[]
  /** The domains it links to. */
  domains: readonly string[]
  /** The authors it calls. */
  mentions: readonly number[]
  /** The proof of work that it spends. */
  proof: { digest: string; expiresAt: number } | null
}

export const postingStore = (engine: Engine) => ({
  /** Everything the verb must know, in one statement: each costs a turn of the driver. */
  async facts(
    about: AskedByRules & {
      key: string
      tokenHash: string
      parent: number | null
      idempotencyKey: string | null
      /** The skeleton of the name asked for; null without one. */
      skeleton?: string | null
    },
  ): Promise<PostingFacts> {
    const row = (await engine.first<FactsRow>(
      sql`SELECT author.id, author.kind, author.name, author.banned_until, author.published_count, ${UNREAD_WARNING},
          a.id AS article_id, a.is_closed, a.closes_at, a.created_at AS article_since, a.is_held, a.slow_seconds,
          a.title, a.moving_to,
          a.key AS article_key, CASE WHEN a.slow_seconds > 0 THEN ${lastHere(sql`s.author_id`)} END AS last_here,
          p.id AS parent_id, p.article_id AS parent_article_id, p.root_id AS parent_root_id, p.status AS parent_status,
          (SELECT root.is_locked FROM comments root WHERE root.id = p.root_id) AS is_locked,
          e.id AS earlier_id, ${isAuthorOf(sql`s.author_id`)} AS is_article_author,
          ${namesakesColumns(about.site, about.skeleton ?? null, sql`s.author_id`)}, ${ruleColumns(about)}
        FROM (SELECT 1)
        LEFT JOIN sessions s ON s.token_hash = ${about.tokenHash} AND s.site_id = ${about.site}
        LEFT JOIN authors author ON author.id = s.author_id
        LEFT JOIN articles a ON a.id = ${articleIdAt(about.site, about.key)}
        LEFT JOIN comments p ON p.id = ${about.parent}
        LEFT JOIN comments e ON e.author_id = s.author_id AND e.idempotency_key = ${about.idempotencyKey}`,
    ))!
    const { id, kind, name, banned_until, published_count, warning } = row
    return {
      author: id === null ? null : { id, kind, name, banned_until, published_count, warning },
      article:
        row.article_id === null
          ? null
          : {
              id: row.article_id,
              is_closed: row.is_closed,
              closes_at: row.closes_at,
              created_at: row.article_since,
              is_held: row.is_held,
              slow_seconds: row.slow_seconds,
              key: row.article_key,
              title: row.title,
              moving_to: row.moving_to,
            },
      parent:
        row.parent_id === null
          ? null
          : {
              id: row.parent_id,
              article_id: row.parent_article_id,
              root_id: row.parent_root_id,
              status: row.parent_status,
              isLocked: row.is_locked === 1,
            },
      earlier: row.earlier_id,
      lastHere: row.last_here,
      namesakes: readNamesakes(row),
      isArticleAuthor: row.is_article_author === 1,
      record: authorFacts(row),
      newDomains: about.domains.filter(domain => !(JSON.parse(row.known_domains) as string[]).includes(domain)),
    }
  },

  /** The author behind a reader's token on a site. */
  async author(site: string, tokenHash: string): Promise<AuthorRow | null> {
    const me = authorOf(site, tokenHash)
    const row = await engine.first<AuthorRow>(
      sql`SELECT author.id, author.kind, author.name, author.banned_until, author.published_count, ${UNREAD_WARNING}
        FROM authors author WHERE author.id = (${me})`,
    )
    return row ?? null
  },

  /** Whether an author wrote an article. */
  async wrote(author: number, article: number): Promise<boolean> {
    const row = await engine.first(
      sql`SELECT 1 FROM article_authors WHERE article_id = ${article} AND author_id = ${author}`,
    )
    return row !== undefined
  },

  /** A comment as its own author may see it. */
  async own(id: number): Promise<OwnRow | null> {
    const row = await engine.first<OwnRow>(sql`SELECT ${OWN_ROW} FROM comments c WHERE c.id = ${id}`)
    return row ?? null
  },

  /**
   * Writes a comment, its first ruling, its findings and, where they are new, its article, author and session, in one
   * batch. False, and no comment is stored, when something it stands on has changed since it was looked at: the thread
   * closed, the parent gone, the same key used at the same moment, the author made by another request.
   * @throws a UNIQUE error on `comments.id` or `authors.id` when the id is taken, on `spent_proofs.digest` when its proof
   *   was spent before
   */
  async post({
    comment,
    article,
    author,
    reason,
    rule,
    findings,
    domains,
    mentions,
    proof,
  }: NewComment): Promise<boolean> {
    const { siteId, createdAt } = comment
    const batch: SQL[] = []
    if (article.isNew) {
      batch.push(sql`INSERT INTO articles (id, site_id, key, url, title, created_at)
        VALUES (${article.id}, ${siteId}, ${article.key}, ${article.url}, ${article.title}, ${createdAt})
        ON CONFLICT (site_id, key) DO NOTHING`)
    } else if (article.isUntitled && article.title !== null) {
      // Once something is public, the title is seen, and no longer a passer-by's to give.
      batch.push(sql`UPDATE articles SET title = ${article.title}
        WHERE id = ${articleIdAt(siteId, article.key)} AND title IS NULL AND comment_count = 0`)
    }
    if (author.isNew) {
      const { authorId: id, name = null } = comment
      batch.push(...authorMade({ id, site: siteId, name, tokenHash: author.tokenHash, at: createdAt }))
    }
    if (author.renamed) {
      const { name, skeleton } = author.renamed
      batch.push(sql`UPDATE authors SET name = ${name}, name_skeleton = ${skeleton}
        WHERE id = ${comment.authorId} AND kind = 'verified' AND NOT EXISTS (SELECT 1 FROM authors other
          WHERE other.site_id = ${siteId} AND other.name_skeleton = ${skeleton} AND other.id <> ${comment.authorId})`)
    }
    const own = articleIdAt(siteId, article.key)
    // A parent may have gone ahead where the others are moving to.
    const here = comment.parentId
      ? sql`a.id IN (${own}, (SELECT moving_to FROM articles WHERE id = ${own}))`
      : sql`a.id = ${own}`
    const parentStands = comment.parentId
      ? sql`AND EXISTS (SELECT 1 FROM comments p WHERE p.id = ${comment.parentId} AND p.article_id = a.id
          AND p.status = 'published' AND (SELECT root.is_locked FROM comments root WHERE root.id = p.root_id) = 0)`
      : sql``
    const { location } = article
    if (location) {
      batch.push(sql`INSERT INTO locations (id, article_id, key, url, title, created_at)
        SELECT ${location.id}, ${articleIdAt(siteId, article.key)}, ${location.key}, ${location.url}, ${location.title}, ${createdAt}
        WHERE true ON CONFLICT (article_id, key) DO UPDATE SET title = excluded.title WHERE locations.title IS NULL`)
    }
    const locationId = location
      ? sql`(SELECT l.id FROM locations l WHERE l.article_id = a.id AND l.key = ${location.key})`
      : sql`NULL`
    const ours = sql`c.id = ${comment.id} AND c.text_digest = ${comment.textDigest}`
    const at = batch.length
    batch.push(
      sql`INSERT INTO comments (id, site_id, article_id, parent_id, root_id, author_id, name, badge, avatar, status,
          is_shown, text, tree, likeness, salt, text_digest, idempotency_key, request_digest, location_id, lang, is_reviewed,
          network, created_at)
        SELECT ${comment.id}, a.site_id, a.id, ${comment.parentId}, ${comment.rootId}, s.author_id, ${comment.name ?? null},
          ${BADGE}, ${comment.avatar}, ${comment.status}, ${comment.status === 'published' ? 1 : 0}, ${comment.text},
          ${comment.tree}, ${comment.likeness}, ${comment.salt}, ${comment.textDigest}, ${comment.idempotencyKey},
          ${comment.requestDigest}, ${locationId}, ${comment.lang ?? null}, 
          (SELECT w.kind = 'staff' FROM authors w WHERE w.id = s.author_id), ${comment.network ?? null}, ${createdAt}
        FROM articles a CROSS JOIN sessions s
        WHERE ${here} AND a.is_closed = 0 AND coalesce(a.closes_at > ${createdAt}, 1)
          AND (a.slow_seconds = 0 OR EXISTS (SELECT 1 FROM authors WHERE id = s.author_id AND kind = 'staff')
            OR coalesce(${lastHere(sql`s.author_id`)} + a.slow_seconds * 1000 <= ${createdAt}, 1))
          AND s.token_hash = ${author.tokenHash} AND s.site_id = a.site_id AND s.author_id = ${comment.authorId}
          ${parentStands}
        ON CONFLICT (author_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING RETURNING id`,
      sql`INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, reason, rule,
          ruler, text_digest, at)
        SELECT c.site_id, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${siteId}), 0) + 1, c.id, c.version,
          'post', 'none', c.status, ${reason}, ${rule}, 'rules', c.text_digest, ${createdAt}
        FROM comments c WHERE ${ours}`,
      ...searchWritten({ id: comment.id!, site: siteId, text: comment.text }, ours),
      ...domainsWritten(siteId, comment.id!, domains, ours),
      ...mentionsWritten(comment.id!, mentions, ours),
      ...findingsWritten(findings, sql`c.version`, ours),
      ...(proof ? [proofSpent(proof, ours)] : []),
    )
    const results = await engine.write(batch)
    return results[at]!.length > 0
  },
})

/** When an author last wrote under the article `a`: the newest of each status, so that no more than five are read. */
const lastHere = (author: SQL): SQL =>
  sql`(SELECT max(newest.created_at) FROM json_each(${json(STATUSES)}) one CROSS JOIN comments newest
    ON newest.id = (SELECT max(own.id) FROM comments own WHERE own.author_id = ${author} AND own.article_id = a.id
      AND own.status = one.value))`

/** Makes a guest and the session of the guest's token, unless another request has done so meanwhile. */
export const authorMade = (author: {
  id: number
  site: string
  name: string | null
  tokenHash: string
  at: number
}) => [
  sql`INSERT INTO authors (id, site_id, kind, name, created_at)
    SELECT ${author.id}, ${author.site}, 'guest', ${author.name}, ${author.at}
    WHERE NOT EXISTS (SELECT 1 FROM sessions WHERE token_hash = ${author.tokenHash})`,
  sql`INSERT INTO sessions (token_hash, site_id, author_id, created_at, seen_at)
    SELECT ${author.tokenHash}, ${author.site}, id, ${author.at}, ${author.at} FROM authors WHERE id = ${author.id}
    ON CONFLICT DO NOTHING`,
]

const authorOf = (site: string, tokenHash: string) =>
  sql`SELECT author_id FROM sessions WHERE token_hash = ${tokenHash} AND site_id = ${site}`

/** Whether an author wrote the article `a`. */
const isAuthorOf = (author: SQL): SQL =>
  sql`EXISTS (SELECT 1 FROM article_authors wrote WHERE wrote.article_id = a.id AND wrote.author_id = ${author})`

/** The badge that an author carries under an article. */
export const badgeOf = (kind: AuthorRow['kind'], isArticleAuthor: boolean): Badge | null =>
  isArticleAuthor ? 'author' : kind === 'guest' ? null : kind

/** The same, of the session `s` under the article `a`: kept with the comment, so that reading a thread reads no authors. */
const BADGE = sql`CASE WHEN ${isAuthorOf(sql`s.author_id`)} THEN 'author'
  ELSE (SELECT nullif(w.kind, 'guest') FROM authors w WHERE w.id = s.author_id) END`
