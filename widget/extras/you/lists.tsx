import type { ComponentChild } from 'preact'
import type { Comment, NamedArticle, OwnComments, OwnFollows, OwnMutes, OwnVotes } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { exactTime, relativeTime } from '../../shared/time.ts'
import { format, plural } from '../../shared/words.ts'
import { Follow, Restore, Unmute } from './acting.tsx'
import { beginning } from './beginning.ts'
import { Pages } from './Pages.tsx'
import { Reason } from './Reason.tsx'
import { youWords } from './words.ts'

export interface ListProps {
  conversation: Conversation
  lang: string
}

/** How an article is named where it has no title: by its path, as people read it. */
function nameOf({ title, url, key }: NamedArticle): string {
  if (title) return title
  try {
    const path = decodeURI(new URL(url).pathname)
    // What would hide or reorder something stays escaped.
    return /[\p{C}\p{Zl}\p{Zp}]/u.test(path.replace(/\u200c/g, '')) ? new URL(url).pathname : path
  } catch {
    return key
  }
}

const only = (address: string) => (/^https?:/i.test(address) ? address : undefined)

/** The line that tells what an item is about: when, where. */
export function About({
  comment,
  article,
  href,
  lang,
  at = comment.createdAt,
}: { comment: Comment; article: NamedArticle; href: string; at?: number } & ListProps) {
  return (
    <p class="aside">
      <a href={only(href)}>
        <bdi>{nameOf(article)}</bdi>
      </a>{' '}
      · <Moment at={at} lang={lang} />
    </p>
  )
}

const Moment = ({ at, lang }: { at: number; lang: string }) => (
  <time dateTime={new Date(at).toISOString()} title={exactTime(at, lang)}>
    {relativeTime(at, Date.now(), lang)}
  </time>
)

/** How a comment begins: its text alone, so that a list of many holds no links of others. */
export const Said = ({ comment }: { comment: Comment }) => {
  const text = beginning(comment.tree)
  return text ? (
    <p class="said" dir="auto">
      {text}
    </p>
  ) : null
}

/** The reader's own comments with what became of them. */
export function OwnCommentList(props: ListProps) {
  const { conversation, lang } = props
  const words = youWords(conversation)
  type Item = OwnComments['comments'][number]
  const draw = (item: Item, _: unknown, renew: (now: Item) => void): ComponentChild => {
    const { comment, article, permalink, replies, votes } = item
    const state = comment.status === 'spam' ? 'rejected' : comment.status
    const counts = [
      replies > 0 && plural(words.replies, replies, lang),
      votes.up > 0 && `▲ ${plural(words.votes, votes.up, lang)}`,
      votes.down > 0 && `▼ ${plural(words.votes, votes.down, lang)}`,
    ].filter(Boolean)
    return (
      <>
        <p>
          <strong class={state}>{words.states[state]}</strong>{' '}
          {state === 'pending' && <span class="aside">{words.waits}</span>}
          {state === 'rejected' && <Reason conversation={conversation} reason={comment.reason ?? 'other'} />}
        </p>
        {comment.told?.words && (
          <blockquote class="aside" dir="auto">
            {comment.told.words}
          </blockquote>
        )}
        <Said comment={comment} />
        <About {...props} comment={comment} article={article} href={permalink ?? article.url} />
        {counts.length > 0 && <p class="aside">{counts.join(' · ')}</p>}
        {state === 'withdrawn' && (
          <Restore {...props} comment={comment} onDone={now => renew({ ...item, comment: now })} />
        )}
      </>
    )
  }
  return <Pages<Item> conversation={conversation} what="comments" keyOf={({ comment }) => comment.id} draw={draw} />
}

/** What the reader voted on. */
export function OwnVoteList(props: ListProps) {
  const { conversation } = props
  const words = youWords(conversation)
  type Item = OwnVotes['votes'][number]
  const draw = ({ value, comment, article, permalink }: Item) => (
    <>
      <p>
        <strong>{value === 1 ? `▲ ${words.votedFor}` : `▼ ${words.votedAgainst}`}</strong>{' '}
        <bdi class="aside">{comment.author?.name ?? words.guest}</bdi>
      </p>
      <Said comment={comment} />
      <About {...props} comment={comment} article={article} href={permalink} />
    </>
  )
  return <Pages<Item> conversation={conversation} what="votes" keyOf={({ comment }) => comment.id} draw={draw} />
}

const NEW_COUNTED = 100

/** What the reader follows, with how much of it is new. */
export function FollowList({ conversation, lang }: ListProps) {
  const words = youWords(conversation)
  const { origin } = conversation.place
  type Item = OwnFollows['follows'][number]
  const keyOf = ({ article, root }: Item) => root?.id ?? article.key
  const draw = (item: Item, remove: () => void) => {
    const { article, root, fresh } = item
    const name = root ? format(words.conversation, root.author?.name ?? words.guest) : words.thread
    const isMany = fresh >= NEW_COUNTED
    return (
      <>
        <p>
          <a href={only(root ? `${origin}/c/${root.id}` : article.url)}>{name}</a>
          {fresh > 0 && (
            <>
              {' '}
              <strong>
                {isMany
                  ? words.manyNews.replace('{n}', plural({ other: '{n}' }, NEW_COUNTED - 1, lang))
                  : plural(words.news, fresh, lang)}
              </strong>
            </>
          )}
        </p>
        {root && <Said comment={root} />}
        <p class="aside">
          <bdi>{nameOf(article)}</bdi>
        </p>
        <Follow conversation={conversation} item={item} onDone={remove} />
      </>
    )
  }
  return <Pages<Item> conversation={conversation} what="follows" keyOf={keyOf} draw={draw} />
}

/** Whom the reader has muted. */
export function MuteList({ conversation, lang }: ListProps) {
  const words = youWords(conversation)
  type Item = OwnMutes['mutes'][number]
  const draw = ({ comment, name, at }: Item, remove: () => void) => (
    <>
      <p>
        <bdi>{name ?? words.guest}</bdi>{' '}
        <span class="aside">
          <Moment at={at} lang={lang} />
        </span>
      </p>
      <Unmute conversation={conversation} comment={comment} name={name ?? words.guest} onDone={remove} />
    </>
  )
  return <Pages<Item> conversation={conversation} what="mutes" keyOf={({ comment }) => comment} draw={draw} />
}
