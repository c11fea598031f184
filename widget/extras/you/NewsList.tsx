import type { News, NewsSeenRequest } from '../../../server/contract.ts'
import { call } from '../../shared/call.ts'
import { format } from '../../shared/words.ts'
import { offerHead } from '../present/head.tsx'
import { About, type ListProps, Said } from './lists.tsx'
import { Pages } from './Pages.tsx'
import { Reason } from './Reason.tsx'
import { youWords } from './words.ts'

type Item = News['news'][number]

/** Answers to what the reader wrote, and what was decided about it. To see the list is to have read it. */
export function NewsList(props: ListProps) {
  const { conversation } = props
  const words = youWords(conversation)

  const seen = (items: Item[]) => {
    const { place, state, me } = conversation
    if (!items[0]?.isNew || !me) return
    const body: NewsSeenRequest = { site: place.query.site, until: items[0].at }
    call(place.origin, 'POST', '/api/me/news/seen', { body, token: state.identity?.token, credentials: 'omit' }).then(
      () => {
        me.news = 0
        offerHead(conversation)
      },
      // It is new the next time, too.
      () => {},
    )
  }

  const draw = (item: Item) => {
    const { kind, at, isNew, comment, article, permalink } = item
    const { author, status, reason, told } = comment
    const state = status === 'spam' ? 'rejected' : (status as keyof typeof words.told)
    return (
      <>
        <p>
          {isNew && <strong class="pending">{words.isNew}</strong>}{' '}
          <a href={permalink ?? undefined}>
            {kind === 'reply'
              ? format(words.answered, author?.name ?? words.guest)
              : words.told[kind === 'decided' ? state : kind]}
          </a>{' '}
          {state === 'rejected' && kind === 'decided' && (
            <Reason conversation={conversation} reason={reason ?? 'other'} />
          )}
        </p>
        {(told?.appeal?.words ?? told?.words) && (
          <blockquote class="aside" dir="auto">
            {told?.appeal?.words ?? told?.words}
          </blockquote>
        )}
        <Said comment={comment} />
        <About {...props} comment={comment} article={article} href={article.url} at={at} />
      </>
    )
  }
  const keyOf = ({ kind, comment }: Item) => kind + comment.id
  return <Pages<Item> conversation={conversation} what="news" keyOf={keyOf} draw={draw} onLoad={seen} />
}
