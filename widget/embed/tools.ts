import type { ComponentChild } from 'preact'
import type { Shown } from './branches.ts'
import type { Scene } from './scene.ts'

interface ToolProps {
  comment: Shown
  scene: Scene
}

/** What readers can do without before a thread is on screen: the module `extras/present` brings it. */
export interface Tools {
  /** What moderators made of a comment, in its head. */
  Marks(props: ToolProps): ComponentChild
  /** What a reader can do with somebody else's comment beside answering it. */
  Actions(props: ToolProps): ComponentChild
}
