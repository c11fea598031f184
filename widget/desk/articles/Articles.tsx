import { useLayoutEffect, useState } from 'preact/hooks'
import { LIMITS } from '../../../server/contract.ts'
import { More } from '../More.tsx'
import { isOwner } from '../me.ts'
import { Skeleton } from '../Skeleton.tsx'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'
import { ArticleRow } from './ArticleRow.tsx'
import { Claims } from './Claims.tsx'
import { loadArticles, loadMoreArticles, search } from './listing.ts'
import { MovePanel } from './MovePanel.tsx'
import { WorkBar } from './WorkBar.tsx'

/** The page of a site's articles: what is wrong with them, the list of them, and beside it the move that is looked at. */
export function Articles({ desk }: { desk: Desk }) {
  const { articles, move, work } = desk
  const canMove = isOwner(desk)
  // Work stands where it was begun; when that is not on screen, at the head of the page.
  const begun = work?.kind === 'move' ? [move?.from] : articles.claimed?.map(({ key }) => key)
  const isElsewhere = work && work.site === desk.site && !begun?.includes(work.key)
  return (
    <main class="work articles-page" data-front={move ? 'case' : 'list'} data-choosing={false}>
      <section class="list" aria-label={words.articles.label} aria-busy={articles.phase === 'loading'}>
        <div class="list-scroll" key={desk.site}>
          <div class="articles">
            <h2 class="articles-heading" tabIndex={-1}>
              {words.articles.heading}
            </h2>
            {!canMove && <p class="faint">{words.articles.ownersOnly}</p>}
            {isElsewhere && <WorkBar work={work} />}
            <Claims desk={desk} canMend={canMove} />
            <SearchField key={desk.site} q={articles.q} />
            <Rows desk={desk} canMove={canMove} />
          </div>
        </div>
      </section>
      {move && <MovePanel desk={desk} move={move} />}
    </main>
  )
}

function SearchField({ q }: { q: string }) {
  const [text, setText] = useState(q)
  // The way back and forth may have brought another search.
  // At once: what is typed meanwhile is not to be held against an older search.
  useLayoutEffect(() => setText(was => (was.trim() === q ? was : q)), [q])
  return (
    <div class="field">
      <label for="article-search">{words.articles.search}</label>
      <input
        id="article-search"
        class="input"
        type="search"
        dir="auto"
        autocomplete="off"
        aria-describedby="article-search-hint"
        value={text}
        onInput={event => {
          setText(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      <p class="hint" id="article-search-hint">
        {words.articles.searchHint}
      </p>
    </div>
  )
}

function Rows({ desk, canMove }: { desk: Desk; canMove: boolean }) {
  const { rows, q, next, phase, more, at } = desk.articles
  if (phase === 'loading') return <Skeleton />
  if (phase === 'failed')
    return (
      <div class="articles-nothing">
        <p>{words.list.failed}</p>
        <button type="button" class="button" onClick={() => void loadArticles()}>
          {words.retry}
        </button>
      </div>
    )
  if (!rows.length)
    return (
      <div class="articles-nothing">
        <p>{q ? words.articles.nothing(q) : words.articles.none}</p>
        <p>{q ? words.articles.nothingHint : words.articles.noneHint}</p>
      </div>
    )
  const isCut = q !== '' && rows.length === LIMITS.articlesPage
  return (
    <>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one. */}
      <ul role="list" class="article-rows">
        {rows.map(article => (
          <ArticleRow
            key={article.key}
            article={article}
            canMove={canMove}
            isAt={article.key === at}
            isOpen={desk.move?.from === article.key}
          />
        ))}
      </ul>
      {next !== null && <More more={more} next={next} load={() => void loadMoreArticles()} />}
      {next === null && (
        <p class="list-end">{isCut ? words.articles.first(rows.length) : words.articles.end(rows.length)}</p>
      )}
    </>
  )
}
