import type { ArticleGoverned, DeskArticle } from '../../../server/contract.ts'
import { ask, showsDoor } from '../asking.ts'
import { change, desk } from '../state.ts'
import { tell } from '../toasts.ts'
import { words } from '../words.ts'
import { askArticles } from './listing.ts'
import type { GovernChange } from './state.ts'
import { troubleOf } from './trouble.ts'

/** Articles with changes that the server has not answered yet: how each stands there, as far as it has said. */
const standing = new Map<string, { article: DeskArticle; unanswered: number }>()
/** Rises with every change, so that an answer to an earlier question is known. */
let turn = 0
/** Changes reach the server in the order in which they were made. */
let last: Promise<unknown> = Promise.resolve()

/** How the article stands on screen. */
function shown(key: string): DeskArticle | undefined {
  const { governing, articles } = desk()
  return (governing?.key === key && governing.article) || articles.rows.find(row => row.key === key)
}

/** Puts an article on screen as it stands now, wherever it is shown. */
function put(site: string, article: DeskArticle): void {
  const { site: here, governing, articles } = desk()
  const { key } = article
  if (site === here && governing?.key === key) change({ governing: { ...governing, article } })
  if (site === articles.site)
    change({ articles: { ...articles, rows: articles.rows.map(row => (row.key === key ? article : row)) } })
}

/** Opens the switches of an article: at once as it was last seen, then as it is. */
export function openGovern(key: string): void {
  const { site, articles } = desk()
  const article = site === articles.site && articles.rows.find(row => row.key === key)
  change({ governing: { key, article: article || null, hasFailed: false } })
  void loadGoverned()
}

/** Closes the switches; what was changed is sent already. */
export function closeGovern(): void {
  change({ governing: null })
}

/** Loads the article whose switches are on screen. */
export async function loadGoverned(): Promise<void> {
  const { site, governing } = desk()
  if (site === null || !governing) return
  const { key } = governing
  const mine = turn
  const isHere = () => desk().site === site && desk().governing?.key === key
  change({ governing: { ...governing, hasFailed: false } })
  try {
    const { articles } = await askArticles(site, { q: key })
    const article = articles.find(each => each.key === key)
    if (article && mine === turn) put(site, article)
    if (!article && isHere()) change({ governing: { key, article: null, hasFailed: true } })
  } catch (error) {
    if (!showsDoor(error) && isHere()) change({ governing: { ...desk().governing!, hasFailed: true } })
  }
}

/** How comments are taken after a change. */
function changed(governed: ArticleGoverned, { closesAt, ...part }: GovernChange): ArticleGoverned {
  const time =
    closesAt === undefined ? {} : { closesAt: closesAt ?? governed.bySite?.at ?? null, isChosen: closesAt !== null }
  return { ...governed, ...(part as Partial<ArticleGoverned>), ...time }
}

/** The change that takes another one back. */
function opposite(
  { isClosed, closesAt, isChosen, isHeld, slowSeconds }: ArticleGoverned,
  made: GovernChange,
): GovernChange {
  const was: Required<GovernChange> = { isClosed, closesAt: isChosen ? closesAt : null, isHeld, slowSeconds }
  return Object.fromEntries(Object.keys(made).map(name => [name, was[name as keyof GovernChange]]))
}

/**
 * Changes how an article's comments are taken, on screen at once and then at the server. When that fails, it is put back
 * and said; when it is done, it can be taken back.
 */
export function govern(key: string, made: GovernChange, isBack = false): void {
  const { site } = desk()
  const article = shown(key)
  if (site === null || !article) return
  const name = `${site} ${key}`
  const known = standing.get(name) ?? { article, unanswered: 0 }
  standing.set(name, known)
  known.unanswered++
  turn++
  const back = opposite(article.governed, made)
  put(site, { ...article, governed: changed(article.governed, made) })

  const send = async () => {
    try {
      known.article = await ask<DeskArticle>('PATCH', 'articles', { body: { site, key, ...made } })
      const run = () => {
        if (desk().site === site) govern(key, back, true)
      }
      // Beside a queue that key takes back the last decision.
      const action = { label: words.toast.undo, run, ...(desk().page === 'articles' && { key: 'u' }) }
      tell({ tone: 'quiet', text: words.articles.governed(known.article, made), ...(!isBack && { action }) })
    } catch (error) {
      if (!showsDoor(error)) tell({ tone: 'trouble', text: words.articles.notSaved(troubleOf(error).text) })
    }
    if (--known.unanswered > 0) return
    standing.delete(name)
    put(site, known.article)
  }
  last = last.then(send)
}
