import { Component, createRef } from 'preact'
import { digits } from '../../shared/words.ts'
import { langOf } from '../present/locale.ts'
import type { DeviceProps } from './device.tsx'
import { become } from './identity.ts'
import { type PhraseFault, phraseOf, readPhrase } from './phrase.ts'
import { deviceWords } from './words.ts'

interface PhraseState {
  isShown: boolean
  isAsked: boolean
  /** What was said last. */
  said: string
  fault: string
}

/** The key as words to be typed on another device, and the field that takes those of another one. */
export class Phrase extends Component<DeviceProps, PhraseState> {
  override state: PhraseState = { isShown: false, isAsked: false, said: '', fault: '' }
  private field = createRef<HTMLTextAreaElement>()

  private show = () => this.setState({ isShown: !this.state.isShown, said: '' })

  private ask = () => this.setState({ isAsked: !this.state.isAsked, fault: '' }, () => this.field.current?.focus())

  private copy = async (phrase: string[]) => {
    const { copied, notCopied } = deviceWords(this.props.conversation)
    try {
      await navigator.clipboard.writeText(phrase.join(' '))
      this.setState({ said: copied })
    } catch {
      this.setState({ said: notCopied })
    }
  }

  private use = (event: Event) => {
    event.preventDefault()
    const { conversation, onChange } = this.props
    const found = readPhrase(this.field.current!.value)
    if (!('token' in found)) {
      this.setState({ fault: this.explain(found) })
      return this.field.current!.focus()
    }
    become(conversation, found.token)
    this.setState({ isAsked: false, isShown: false, said: deviceWords(conversation).taken }, () => {
      conversation.place.element.shadowRoot?.querySelector<HTMLElement>('#panel :is(button, input)')?.focus()
    })
    onChange()
  }

  private explain(fault: PhraseFault): string {
    const { conversation } = this.props
    const words = deviceWords(conversation)
    const lang = langOf(conversation)
    if ('count' in fault) return words.wrongCount.replace('{n}', digits(fault.count, lang))
    return fault.word ? words.wrongWord.replace('{n}', digits(fault.word, lang)) : words.wrongSomewhere
  }

  render() {
    const { conversation } = this.props
    const { isShown, isAsked, said, fault } = this.state
    const words = deviceWords(conversation)
    const { identity } = conversation.state
    const phrase = identity && phraseOf(identity.token)
    return (
      <section class="part" aria-labelledby="device-phrase">
        <h3 id="device-phrase">{words.phrase}</h3>
        {phrase && (
          <>
            <p class="aside">{words.phraseMeans}</p>
            {isShown && (
              <ol class="phrase" dir="ltr" translate={false}>
                {phrase.map(word => (
                  <li key={word}>{word}</li>
                ))}
              </ol>
            )}
            <p>
              <button type="button" part="button" aria-expanded={isShown} onClick={this.show}>
                {isShown ? words.hidePhrase : words.showPhrase}
              </button>
              {isShown && (
                <button type="button" part="button" onClick={() => this.copy(phrase)}>
                  {words.copy}
                </button>
              )}
            </p>
          </>
        )}
        <p role="status" class="aside">
          {said}
        </p>
        <p>
          <button type="button" part="button" aria-expanded={isAsked} onClick={this.ask}>
            {words.other}
          </button>
        </p>
        {isAsked && (
          <form onSubmit={this.use}>
            <p class="aside" id="phrase-means">
              {words.otherMeans} {identity && words.otherReplaces}
            </p>
            <textarea
              ref={this.field}
              rows={4}
              dir="ltr"
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              aria-label={words.typeWords}
              aria-describedby="phrase-means phrase-fault"
              aria-invalid={fault !== ''}
            />
            <p id="phrase-fault" class="fault" role="status">
              {fault}
            </p>
            <button type="submit" part="button" class="strong">
              {words.use}
            </button>
          </form>
        )}
      </section>
    )
  }
}
