import { Component } from 'preact'
import type { Conversation } from '../../embed/conversation.ts'
import { leaveNoKey, leavesNoKey } from '../present/identity.ts'
import { Account } from './Account.tsx'
import { forget, sweep } from './identity.ts'
import { Phrase } from './Phrase.tsx'
import { deviceWords } from './words.ts'

/** How long what was forgotten can be taken back, in ms. */
const UNDO = 10_000

export interface DeviceProps {
  conversation: Conversation
  /** The reader is another one now. */
  onChange(): void
}

interface DeviceState {
  undo: (() => void) | null
  isErased: boolean
}

/** The key that this browser keeps: forgetting it, leaving none, carrying it elsewhere, and all that it opens. */
export class Device extends Component<DeviceProps, DeviceState> {
  override state: DeviceState = { undo: null, isErased: false }
  private timer = 0

  override componentWillUnmount(): void {
    clearTimeout(this.timer)
  }

  private forget = () => {
    const back = forget(this.props.conversation)
    const undo = () => {
      clearTimeout(this.timer)
      back()
      this.setState({ undo: null }, this.refocus)
    }
    this.timer = setTimeout(this.settle, UNDO) as unknown as number
    this.setState({ undo }, this.refocus)
    this.props.onChange()
  }

  /** What was forgotten stays so; whoever stood on "Undo" stands on what is there now. */
  private settle = () => {
    const hadFocus = this.props.conversation.place.element.shadowRoot?.activeElement?.matches('[data-undo]')
    this.setState({ undo: null }, () => hadFocus && this.refocus())
  }

  /** The button that was pressed is gone; another stands in its place. */
  private refocus = () => {
    const root = this.props.conversation.place.element.shadowRoot
    root?.querySelector<HTMLElement>('#panel :is(button, input)')?.focus()
  }

  private erased = () => {
    this.setState({ isErased: true }, this.refocus)
    this.props.onChange()
  }

  private toggle = (event: Event) => {
    const { checked } = event.currentTarget as HTMLInputElement
    leaveNoKey(this.props.conversation, checked)
    if (checked) sweep(this.props.conversation)
    this.setState({})
  }

  render() {
    const { conversation, onChange } = this.props
    const { undo, isErased } = this.state
    const { identity, isKept } = conversation.state
    const words = deviceWords(conversation)
    const leavesNone = leavesNoKey(conversation)
    if (identity?.host) {
      return (
        <>
          <section class="part" aria-labelledby="device-key">
            <h3 id="device-key">{words.key}</h3>
            <p>{words.byHost}</p>
          </section>
          <Account conversation={conversation} onErased={this.erased} />
        </>
      )
    }
    const known = isKept ? words.kept : words.notKept
    const stands = leavesNone ? words.leavesNone : identity ? known : words.none
    return (
      <>
        <section class="part" aria-labelledby="device-key">
          <h3 id="device-key">{words.key}</h3>
          <p role="status">{undo ? words.forgotten : isErased && !identity ? words.erased : stands}</p>
          {undo ? (
            <p>
              <button type="button" part="button" class="strong" data-undo onClick={undo}>
                {words.undo}
              </button>
            </p>
          ) : (
            identity && (
              <>
                <p>
                  <button type="button" part="button" class="strong" onClick={this.forget}>
                    {words.forget}
                  </button>
                </p>
                <p class="aside">{words.forgetMeans}</p>
              </>
            )
          )}
          {!undo && (
            <label>
              <input type="checkbox" checked={leavesNone} onInput={this.toggle} />
              <span>{words.leaveNone}</span>
            </label>
          )}
        </section>
        <Phrase conversation={conversation} onChange={onChange} />
        {identity && <Account conversation={conversation} onErased={this.erased} />}
      </>
    )
  }
}
