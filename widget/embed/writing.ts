import type { ComponentChild, RefObject } from 'preact'
import type { Me } from '../../server/contract.ts'
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
  /** What happens next with the reader's own comment. */
  Standing(props: { comment: Shown; scene: Scene }): ComponentChild
  Deletion(props: { comment: Shown; scene: Scene }): ComponentChild
  /** Brings in the reader's own part of a thread. */
  meet(conversation: Conversation, me: Me): void
  /** Places what is the reader's own among comments that have just come. */
  settle(conversation: Conversation): void
}
