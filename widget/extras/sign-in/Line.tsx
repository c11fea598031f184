import { Component } from 'preact'
import { isPersian } from '../../embed/language.ts'
import type { Scene } from '../../embed/scene.ts'
import { openSignIn } from '../present/head.tsx'

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
        {isPersian(conversation.place.element) ? 'ورود' : 'Sign in'}
      </button>
    )
  }
}
