import type { ArticleGoverned, DeskArticle } from '../../../server/contract.ts'
import { Address } from '../Address.tsx'
import { memo } from '../memo.ts'
import { words } from '../words.ts'
import { openGovern } from './governing.ts'
import { openMove } from './moving.ts'

interface ArticleRowProps {
  article: DeskArticle
  canMove: boolean
  /** Whether its comments were the last to be moved: there the focus comes back to. */
  isAt: boolean
  isOpen: boolean
}

/** One article in the list. */
export const ArticleRow = memo<ArticleRowProps>(({ article, canMove, isAt, isOpen }) => (
  <li class={isOpen ? 'article here' : 'article'} data-key={article.key} data-at={isAt}>
    <div class="article-words">
      {article.title !== null && (
        <p class="article-title">
          <bdi>{article.title}</bdi>
        </p>
      )}
      <p class={article.title === null ? 'article-title' : 'article-place'}>
        <Address url={article.url} path={article.key} />
      </p>
      <Marks governed={article.governed} />
    </div>
    <p class="article-count">{words.articles.published(article.count)}</p>
    <div class="article-ways">
      <button
        type="button"
        class="button"
        aria-label={words.articles.governNamed(article)}
        aria-haspopup="dialog"
        onClick={() => openGovern(article.key)}
      >
        {words.articles.govern}
      </button>
      {canMove && (
        <button
          type="button"
          class="button article-move"
          aria-label={words.articles.moveNamed(article)}
          aria-expanded={isOpen}
          onClick={() => openMove(article.key)}
        >
          {words.articles.move}
        </button>
      )}
    </div>
  </li>
))

/** What is set for an article, each in a word or two. */
function Marks({ governed }: { governed: ArticleGoverned }) {
  const marks = words.articles.marksOf(governed)
  if (!marks.length) return null
  return (
    <ul class="article-marks" aria-label={words.articles.marksLabel}>
      {marks.map(mark => (
        <li key={mark} class="chip">
          {mark}
        </li>
      ))}
    </ul>
  )
}
