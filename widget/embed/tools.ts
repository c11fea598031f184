import type { ComponentChild } from 'preact'
import type { Shown } from './branches.ts'
import type { Scene } from './scene.ts'

export interface ToolProps {
  comment: Shown
  scene: Scene
}

/** What readers can do without before a thread is on screen: the module `extras/acts` is it. */
export interface Tools {
  /** What moderators made of a comment, in its head. */
  Marks(props: ToolProps): ComponentChild
  /** What a reader can do with a comment beside answering it. */
  Actions(props: ToolProps): ComponentChild
  /** What stands in the place of a comment whose author the reader has muted; nothing for all others. */
  veil(props: ToolProps): ComponentChild
}
