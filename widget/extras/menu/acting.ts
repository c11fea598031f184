import type { FollowRequest, MuteRequest } from '../../../server/contract.ts'
import type { Shown } from '../../embed/branches.ts'
import type { Scene } from '../../embed/scene.ts'
import { call, type Refusal } from '../../shared/call.ts'
import { introduce } from '../present/identity.ts'
import { keptOf, veilAll } from '../present/kept.ts'
import { faultWords } from '../present/words.ts'
import { menuWords } from './words.ts'

/** What is said of something that was done, or refused. */
type Said = Promise<string>

async function put(scene: Scene, path: string, body: object, done: () => string): Said {
  const { conversation } = scene
  try {
    const token = introduce(conversation)
    await call(conversation.place.origin, 'PUT', path, { body, token, credentials: 'omit' })
    return done()
  } catch (error) {
    const code = (error as Refusal).problem?.code
    return code === 'list_full' ? menuWords(conversation).full : faultWords(conversation, code)
  }
}

/** Follows the conversation of a comment, or no longer does. */
export function toggleFollow(scene: Scene, { root }: Shown): Said {
  const { conversation } = scene
  const { follows } = keptOf(conversation)
  const words = menuWords(conversation)
  const isFollowed = follows.has(root)
  const body: FollowRequest = { ...conversation.query, comment: root, follow: !isFollowed }
  return put(scene, '/api/follows', body, () => {
    if (isFollowed) follows.delete(root)
    else follows.add(root)
    return isFollowed ? words.unfollowed : words.followed
  })
}

/** Mutes the author of a comment, or shows them again. */
export function toggleMute(scene: Scene, comment: Shown): Said {
  const { conversation } = scene
  const words = menuWords(conversation)
  const isMuted = keptOf(conversation).muted.has(comment.author!.avatar)
  const body: MuteRequest = { muted: !isMuted }
  return put(scene, `/api/comments/${encodeURIComponent(comment.id)}/mute`, body, () => {
    veilAll(conversation, comment, !isMuted)
    return isMuted ? words.shownNow : words.mutedNow
  })
}

/** Copies a text; where the newer way is closed, as on plain http, by the older one. Answers whether it worked. */
export async function copy(text: string, beside: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    field.readOnly = true
    beside.append(field)
    field.select()
    const isDone = document.execCommand('copy')
    field.remove()
    return isDone
  }
}
