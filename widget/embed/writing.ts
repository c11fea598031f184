import type { ComponentChild, RefObject } from 'preact'
import type { Me } from '../../server/contract.ts'
import type { Refusal } from '../shared/call.ts'
import type { Shown } from './branches.ts'
import type { Conversation } from './conversation.ts'
import type { Scene } from './scene.ts'

export interface ComposerProps {
  scene: Scene
  /** The comment that is answered, null for the composer at the head of the thread. */
  parent: Shown | null
  /** The composer has done its work, or the reader let it go. */
  onClose?: (isDone: boolean) => void
}

/** What only those who write need: the module `extras/writing`, fetched when somebody is about to, or has before. */
export interface Writing {
  sheet: CSSStyleSheet
  /** Makes a bare text field a composer. */
  PostBar(props: ComposerProps & { area: RefObject<HTMLTextAreaElement | null> }): ComponentChild
  /** What happens next with the reader's own comment, and the field in which its text is changed. */
  Standing(props: { comment: Shown; scene: Scene }): ComponentChild
  /** What the reader can do with it, or with the line in its place once it is deleted. */
  Actions(props: { comment: Shown; scene: Scene }): ComponentChild
  /** Brings in the reader's own part of a thread. */
  meet(conversation: Conversation, me: Me): void
  /** Puts an own comment on screen as it now stands, where it takes the focus; `counted` changes the number of comments. */
  show(conversation: Conversation, comment: Shown, counted: number): void
  /** Lets what others change in the thread wait until what is sent now is answered and on screen. */
  first<T>(conversation: Conversation, answer: Promise<T>): Promise<T>
  /** What a reader is told of a refusal: what happened and what to do. */
  refusalWords(scene: Scene, refusal: Refusal): string
  /** Places what is the reader's own among comments that have just come. */
  settle(conversation: Conversation): void
}
