import type { MovePreview } from '../../../server/contract.ts'
import { Address, Readable } from '../Address.tsx'
import { Icon } from '../icons.tsx'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'
import { choose, closeMove, makeMove } from './moving.ts'
import type { Move } from './state.ts'
import { TargetField } from './TargetField.tsx'
import { WorkBar } from './WorkBar.tsx'

/** Where an article's comments are moved: the other address, what would happen, and how far it has come. */
export function MovePanel({ desk, move }: { desk: Desk; move: Move }) {
  const { work, articles } = desk
  const article = articles.rows.find(({ key }) => key === move.from) ?? move.preview?.from
  const isUnderWay = work?.kind === 'move' && work.site === desk.site && work.key === move.from
  return (
    <section class="pane move" aria-labelledby="move-heading">
      <div class="pane-bar">
        <button type="button" class="button quiet square back" aria-label={words.articles.back} onClick={closeMove}>
          <Icon name="back" />
        </button>
        <button type="button" class="button quiet square move-close" aria-label={words.close} onClick={closeMove}>
          <Icon name="clear" />
        </button>
      </div>
      <div class="pane-scroll">
        <div class="move-body">
          <header>
            <h2 id="move-heading" tabIndex={-1}>
              {words.articles.panel} {article?.title ? <bdi>{article.title}</bdi> : <Readable address={move.from} />}
            </h2>
            {article && (
              <p class="article-place">
                <Address url={article.url} />
              </p>
            )}
          </header>
          {isUnderWay ? <WorkBar work={work} /> : <MoveForm key={move.from} move={move} isBusy={work !== null} />}
        </div>
      </div>
    </section>
  )
}

function MoveForm({ move, isBusy }: { move: Move; isBusy: boolean }) {
  const { isForward, isAsking, preview, trouble } = move
  return (
    <>
      <TargetField move={move} />
      <fieldset class="afterwards">
        <legend>{words.articles.afterwards}</legend>
        {[true, false].map(way => (
          <label key={String(way)}>
            <input type="radio" name="forward" checked={isForward === way} onChange={() => choose(way)} />
            <span>{way ? words.articles.forward : words.articles.anew}</span>
          </label>
        ))}
      </fieldset>
      {isAsking && <p class="faint">{words.articles.asking}</p>}
      <div role="alert">
        {trouble && <p class="trouble">{trouble.text}</p>}
        {trouble?.command && <code class="command">{trouble.command}</code>}
      </div>
      {preview && <Preview preview={preview} isBusy={isBusy} />}
    </>
  )
}

function Preview({ preview, isBusy }: { preview: MovePreview; isBusy: boolean }) {
  const [first, ...rest] = words.articles.preview(preview)
  return (
    <section class="preview" aria-label={words.articles.what}>
      <p class="preview-first">{first}</p>
      {preview.way !== 'none' && (
        <>
          <p class="article-place">
            <Address url={preview.to.url} />
          </p>
          {rest.map(sentence => (
            <p key={sentence}>{sentence}</p>
          ))}
          <button type="button" class="button filled" aria-disabled={isBusy} onClick={makeMove}>
            {words.articles.buttonOf(preview)}
          </button>
          {isBusy && <p class="hint">{words.articles.otherWork}</p>}
        </>
      )}
    </section>
  )
}
