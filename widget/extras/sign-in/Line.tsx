import { Component } from 'preact'
import type { Scene } from '../../embed/scene.ts'
import { openSignIn } from '../present/head.tsx'
import { presentWords } from '../present/words.ts'

/** Beside the name in the composer: that somebody has proved it, or where one does. */
export class Line extends Component<{ scene: Scene }> {
  render() {
    const { conversation, words } = this.props.scene
    const { identity } = conversation.state
    const badge = identity && conversation.me?.author?.badge
    if (badge) return <span class="aside">{words.badges[badge]}</span>
    if (conversation.policy.ways.length === 0) return null
    return (
      <button type="button" part="button" aria-haspopup="dialog" onClick={() => openSignIn(conversation)}>
        {presentWords(conversation).signIn}
      </button>
    )
  }
}
