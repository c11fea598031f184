import type { MoveProgress } from '../../../server/contract.ts'
import { ask, showsDoor } from '../asking.ts'
import { refreshMe, siteHere } from '../me.ts'
import { refreshSoon } from '../queue.ts'
import { change, desk } from '../state.ts'
import { tell } from '../toasts.ts'
import { words } from '../words.ts'
import { changeArticles, loadArticles } from './listing.ts'
import { tellUndone } from './moving.ts'
import { troubleOf } from './trouble.ts'
import { work } from './working.ts'

/** Gives each page that claims an article a thread of its own. */
export async function separate(key: string): Promise<void> {
  const { site, work: other } = desk()
  const name = siteHere()?.name
  if (site === null || name === undefined || other) return
  const end = await work({ site, kind: 'separation', key, total: null }, () =>
    ask<MoveProgress>('POST', 'separations', { body: { site, key } }),
  )
  if (end.how === 'out') return
  change({ details: {} })
  refreshSoon(0)
  await lookAtClaimsAgain(site)
  if (end.how === 'done') tell({ tone: 'quiet', text: words.articles.separated({ n: end.moved, site: name }) })
  else tellUndone(end, null, () => void separate(key))
}

/** Finds it right that these pages share a thread. */
export async function accept(key: string): Promise<void> {
  const { site } = desk()
  if (site === null) return
  try {
    await ask('POST', 'claims', { body: { site, key } })
    tell({ tone: 'quiet', text: words.articles.accepted })
    await lookAtClaimsAgain(site)
  } catch (error) {
    if (!showsDoor(error)) tell({ tone: 'trouble', text: troubleOf(error).text })
  }
}

/** The warnings come anew, at the page and at the way to it. */
async function lookAtClaimsAgain(site: string): Promise<void> {
  if (desk().articles.site === site) {
    changeArticles({ claimed: null })
    await loadArticles()
  }
  await refreshMe().catch(showsDoor)
}
