import { newId } from '../comments/ids.ts'
import { avatarOf } from '../comments/post.ts'
import type { Deps } from '../deps.ts'
import { digest } from '../people/secrets.ts'
import type { ImportBatch, ImportedRow } from '../store/imports.ts'
import { nameOf } from './foreign-text.ts'
import type { Draft } from './import-drafts.ts'

const MOST_VOTES = 1_000_000

/** Where a comment stands that others answer. */
export interface Standing {
  id: number
  root: number
  articleId: number | null
  key: string
  isShown: boolean
  at: number
}

/** What is known when drafts become rows. */
export interface Known {
  site: string
  format: string
  person: number | null
  /** When the import began, in ms UTC. */
  begin: number
  config: Deps['config']
  /** The authors of the drafts who came before, by their digests; those who are new are added. */
  authors: Map<string, number>
  /** Articles that are there, with when their first comment was written. */
  articles: ReadonlyMap<string, number>
  /** How often ids of these drafts turned out to be taken: each time they are drawn from farther. */
  tries: number
}

/**
 * The rows of drafts, with the ids they get.
 * @param places where stands what they answer; where they stand themselves is added
 * @returns also where each of them stands
 */
export function rowsOf(
  drafts: readonly Draft[],
  places: Map<string, Standing>,
  batch: Known,
): { rows: ImportBatch; made: Map<string, Standing> } {
  const keyOf = ({ parent, place }: Draft) => places.get(parent ?? '')?.key ?? place?.key ?? ''
  const rows: ImportBatch = {
    site: batch.site,
    format: batch.format,
    articles: [],
    authors: [],
    comments: [],
    stirring: [],
    person: batch.person,
    now: batch.begin,
  }
  const taken = new Set<number>()
  const fresh = (at: number, above = 0): number => {
    let id = newId(at, above)
    // Where very many say that they were written at the same time, that time has no more ids.
    if (batch.tries > 0) id += Math.floor(Math.random() * 4096 * 4 ** batch.tries)
    while (taken.has(id)) id += 1
    taken.add(id)
    return id
  }
  const made = new Map<string, Standing>()
  const articles = new Map<string, ImportBatch['articles'][number]>()
  for (const draft of drafts) {
    const { comment, foreignId, author, parent, place, said, at, status } = draft
    const above = places.get(parent ?? '')
    const key = keyOf(draft)
    const name = status === 'withdrawn' ? null : nameOf(comment)
    if (!batch.authors.has(author)) {
      batch.authors.set(author, fresh(batch.begin))
      rows.authors.push({ digest: author, id: batch.authors.get(author)!, name, createdAt: at })
    }
    if (!above && place && (batch.articles.get(key) ?? Number.POSITIVE_INFINITY) > at) {
      const known = articles.get(key)
      if (known) known.createdAt = Math.min(known.createdAt, at)
      else articles.set(key, { id: fresh(at), key, url: place.url, title: place.title, createdAt: at })
    }
    const id = fresh(at, above?.id)
    const isShown = status === 'published'
    if (isShown && above && !above.isShown) rows.stirring.push(id)
    const standing: Standing = {
      id,
      root: above?.root ?? id,
      articleId: above?.articleId ?? null,
      key,
      isShown,
      at,
    }
    places.set(foreignId, standing)
    made.set(foreignId, standing)
    const votes = (n: number) => (status === 'withdrawn' ? 0 : Math.max(0, Math.min(MOST_VOTES, Math.trunc(n) || 0)))
    const row: ImportedRow = {
      foreignId,
      id,
      parent: above?.id ?? null,
      root: standing.root,
      articleKey: key,
      articleId: standing.articleId,
      author,
      name,
      badge: comment.isStaff && status !== 'withdrawn' ? 'staff' : null,
      avatar: avatarOf({ config: batch.config } as Deps, batch.site, key, batch.authors.get(author)!),
      status,
      text: said.text,
      tree: said.tree,
      lang: said.lang,
      likeness: said.likeness || null,
      salt: said.salt || null,
      digest: said.textDigest || digest(`${foreignId} ${id}`),
      domains: said.domains,
      same: foreignId === comment.id ? (comment.same ?? null) : null,
      up: votes(comment.votes.up),
      down: votes(comment.votes.down),
      createdAt: at,
    }
    rows.comments.push(row)
  }
  rows.articles.push(...articles.values())
  return { rows, made }
}
