import type { DeskArticle } from '../../../server/contract.ts'
import { Address } from '../Address.tsx'
import { memo } from '../memo.ts'
import { words } from '../words.ts'
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
    </div>
    <p class="article-count">{words.articles.published(article.count)}</p>
    {canMove && (
      <button
        type="button"
        class="button article-move"
        aria-label={words.articles.moveOf(article)}
        aria-expanded={isOpen}
        onClick={() => openMove(article.key)}
      >
        {words.articles.move}
      </button>
    )}
  </li>
))
