import type { Case, CaseDetail, Comment } from '../../server/contract.ts'
import { Avatar } from '../shared/Avatar.tsx'
import { Time } from '../shared/Time.tsx'
import { Tree } from '../shared/Tree.tsx'
import { Caught } from './Caught.tsx'
import { Icon } from './icons.tsx'
import { LANG, words } from './words.ts'

/** What the comment answers: the excerpt at once, the whole conversation above it when asked for. */
export function Conversation({ one, detail }: { one: Case; detail: CaseDetail | null }) {
  if (!one.parent) return null
  const { name, excerpt } = one.parent
  const ancestors = detail?.ancestors ?? []
  return (
    <details class="conversation">
      <summary>
        <span class="conversation-to">
          {words.case.inReplyTo} <bdi>{name ?? words.guest}</bdi>
          <Icon name="next" />
        </span>
        <span class="conversation-excerpt" dir="auto">
          {excerpt}
        </span>
      </summary>
      {detail === null && <p class="faint">{words.loading}</p>}
      {ancestors.length > 0 && (
        <ol aria-label={words.case.conversation}>
          {ancestors.map(ancestor => (
            <Ancestor key={ancestor.id} comment={ancestor} />
          ))}
        </ol>
      )}
    </details>
  )
}

function Ancestor({ comment }: { comment: Comment }) {
  const { author } = comment
  if (!author)
    return <li class="faint">{words.case.gone[comment.status === 'withdrawn' ? 'withdrawn' : 'rejected']}</li>
  return (
    <li>
      <p class="ancestor-head">
        <span class="face small">
          <Avatar name={author.name} seed={author.avatar} />
        </span>
        <bdi class="name">{author.name ?? words.guest}</bdi>
        <span class="faint">
          <Time at={comment.createdAt} lang={LANG} />
        </span>
      </p>
      <div class="prose">
        <Caught fallback={words.undrawn}>
          <Tree blocks={comment.tree} />
        </Caught>
      </div>
    </li>
  )
}
