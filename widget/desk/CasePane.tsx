import type { Case } from '../../server/contract.ts'
import { Avatar } from '../shared/Avatar.tsx'
import { Time } from '../shared/Time.tsx'
import { Around } from './Around.tsx'
import { ArticleLink } from './ArticleLink.tsx'
import { FileParts } from './acts/FileParts.tsx'
import { FileRecord } from './acts/FileRecord.tsx'
import { MoreMenu } from './acts/MoreMenu.tsx'
import { openGovern } from './articles/governing.ts'
import { Caught } from './Caught.tsx'
import { Conversation } from './Conversation.tsx'
import { closeCase, step } from './cursor.ts'
import { DecisionBar } from './DecisionBar.tsx'
import { Findings, Log, Record } from './Evidence.tsx'
import { filterBy } from './going.ts'
import { Icon } from './icons.tsx'
import { Later } from './Later.tsx'
import { withWords } from './language.ts'
import type { Desk, List, Notice } from './state.ts'
import { Text, Typed } from './Text.tsx'
import { LANG, words } from './words.ts'

const inCase = async () => (await withWords('office', import('./translation/InCase.tsx'))).InCase

/** One case, with all that a decision needs. */
export function CasePane({ desk, list, one }: { desk: Desk; list: List; one: Case }) {
  const known = desk.details[one.id]
  const detail = known && known !== 'failed' && known.case.version >= one.version ? known : null
  const name = one.author.name ?? words.guest
  const at = list.cases.findIndex(({ id }) => id === one.id)
  return (
    <section class="pane" aria-label={words.case.label(name)}>
      <div class="pane-bar">
        <button type="button" class="button quiet square back" aria-label={words.case.back} onClick={closeCase}>
          <Icon name="back" />
        </button>
        <DecisionBar desk={desk} one={one} />
        {!desk.chosen.size && <MoreMenu desk={desk} one={one} />}
        <div class="steps">
          <button
            type="button"
            class="button quiet square"
            aria-label={words.case.previous}
            aria-disabled={at === 0}
            title={`${words.case.previous} (k)`}
            onClick={() => step(-1)}
          >
            <Icon name="previous" />
          </button>
          <button
            type="button"
            class="button quiet square"
            aria-label={words.case.next}
            aria-disabled={at === list.cases.length - 1}
            title={`${words.case.next} (j)`}
            onClick={() => step(1)}
          >
            <Icon name="next" />
          </button>
        </div>
      </div>
      <div class="pane-scroll" key={one.id}>
        <article class="case">
          <NoticeLine notice={desk.notices[one.id]} />
          <CaseHead one={one} />
          <Conversation one={one} detail={detail} />
          <Caught fallback={<Typed text={one.text} />}>
            <Text one={detail?.case ?? one} />
          </Caught>
          {detail?.translates && desk.site && (
            <Later key={detail.case.text} load={inCase} one={detail.case} site={desk.site} />
          )}
          <div class="parts">
            <Caught fallback={<p>{words.undrawn}</p>}>
              <FileParts desk={desk} one={one} />
              <Findings one={detail?.case ?? one} />
              <Record one={detail?.case ?? one} />
              <Around one={one} detail={detail} />
              <Log one={one} detail={known === 'failed' ? 'failed' : detail} />
              <FileRecord one={one} log={detail?.log ?? []} />
            </Caught>
          </div>
        </article>
      </div>
    </section>
  )
}

function NoticeLine({ notice }: { notice: Notice | undefined }) {
  if (!notice) return null
  return <p class="notice">{noticeWords(notice)}</p>
}

function noticeWords(notice: Notice): string {
  if (notice.kind === 'vanished') return words.vanished
  if (notice.kind === 'changed') return words.changed
  return words.raceOf(notice.decision, notice.status)
}

function CaseHead({ one }: { one: Case }) {
  const { author, article } = one
  return (
    <header class="case-head">
      <span class="face large">
        <Avatar name={author.name} seed={author.avatar} />
      </span>
      <div>
        <h2 class="case-name" tabIndex={-1}>
          <bdi>{author.name ?? words.guest}</bdi>
          {author.badge && <span class="badge">{words.case.badge[author.badge]}</span>}
          <span class={`badge status ${one.status}`}>{words.status[one.status]}</span>
        </h2>
        <p class="case-place">
          <Time at={one.createdAt} lang={LANG} />
          {' · '}
          <ArticleLink article={article} />
          {' · '}
          <button
            type="button"
            class="text-button"
            title={words.queue.onlyArticleHint}
            onClick={() => filterBy({ article: article.key })}
          >
            {words.queue.onlyArticle}
          </button>
          {' · '}
          <button
            type="button"
            class="text-button"
            aria-haspopup="dialog"
            title={words.articles.governHint}
            onClick={() => openGovern(article.key)}
          >
            {words.articles.governCase}
          </button>
        </p>
      </div>
    </header>
  )
}
