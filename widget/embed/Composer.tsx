import { Component, createRef } from 'preact'
import { format } from '../shared/words.ts'
import { More } from './More.tsx'
import type { ComposerProps } from './writing.ts'

/**
 * Where a reader writes. The text field is here from the first moment, and is the same element when the rest of what
 * it takes to post has come: what was typed meanwhile stays.
 */
export class Composer extends Component<ComposerProps> {
  private area = createRef<HTMLTextAreaElement>()

  override componentDidMount(): void {
    if (this.props.parent) this.area.current!.focus()
  }

  render() {
    const { scene, parent } = this.props
    const { words, writing, conversation } = scene
    const { prepare } = conversation
    return (
      <form class="composer" part="composer" onSubmit={event => event.preventDefault()}>
        <textarea
          ref={this.area}
          rows={1}
          dir="auto"
          aria-label={parent ? format(words.replyTo, parent.author?.name ?? words.guest) : words.write}
          placeholder={parent ? words.writeReply : words.write}
          onFocus={prepare}
          onPointerEnter={prepare}
        />
        {writing && <writing.PostBar {...this.props} area={this.area} />}
        {writing === false && <More state="failed" words={words} label="" more={prepare} />}
      </form>
    )
  }
}
