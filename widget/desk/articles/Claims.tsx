import { useState } from 'preact/hooks'
import { type DeskArticles, LIMITS } from '../../../server/contract.ts'
import { Address } from '../Address.tsx'
import { Icon } from '../icons.tsx'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'
import { accept, separate } from './claims.ts'
import { WorkBar } from './WorkBar.tsx'

/** Pages of a warning that are shown before all of them are asked for. */
const SHOWN = 5

type Claimed = DeskArticles['claimed'][number]

/** Warnings of pages that share a thread by their canonical links, each with its repair. */
export function Claims({ desk, canMend }: { desk: Desk; canMend: boolean }) {
  const { claimed } = desk.articles
  if (!claimed?.length) return null
  return (
    <section class="claims" aria-label={words.articles.warnings}>
      {claimed.map(article => (
        <Claim key={article.key} article={article} desk={desk} canMend={canMend} />
      ))}
    </section>
  )
}

function Claim({ article: { key, pages }, desk, canMend }: { article: Claimed; desk: Desk; canMend: boolean }) {
  const { work, site } = desk
  const isMending = work?.kind === 'separation' && work.site === site && work.key === key
  return (
    <article class="claim">
      <h3>
        <Icon name="warning" />
        {words.articles.sharedBy(pages.length, pages.length === LIMITS.articlesPage, key)}
      </h3>
      <p>{words.articles.sharedWhy}</p>
      <Pages pages={pages} />
      {isMending && <WorkBar work={work} />}
      {canMend && !isMending && (
        <div class="claim-repairs">
          <div>
            <button
              type="button"
              class="button filled"
              aria-disabled={work !== null}
              onClick={() => void separate(key)}
            >
              {words.articles.separate}
            </button>
            <p class="hint">{words.articles.separateHint}</p>
          </div>
          <div>
            <button type="button" class="button" aria-disabled={work !== null} onClick={() => void accept(key)}>
              {words.articles.accept}
            </button>
            <p class="hint">{words.articles.acceptHint}</p>
          </div>
        </div>
      )}
    </article>
  )
}

function Pages({ pages }: Pick<Claimed, 'pages'>) {
  const [isWhole, setWhole] = useState(false)
  const isCut = !isWhole && pages.length > SHOWN + 1
  return (
    <>
      <ul class="claim-pages">
        {(isCut ? pages.slice(0, SHOWN) : pages).map(({ key, title, url, roots }) => (
          <li key={key}>
            <span class="claim-page">
              {title !== null && <bdi class="claim-title">{title}</bdi>}{' '}
              <span class="article-place">
                <Address url={url} path={key} />
              </span>
            </span>
            <span class="article-count">{words.articles.conversations(roots)}</span>
          </li>
        ))}
      </ul>
      {isCut && (
        <button type="button" class="text-button" onClick={() => setWhole(true)}>
          {words.articles.allPages(pages.length)}
        </button>
      )}
    </>
  )
}
