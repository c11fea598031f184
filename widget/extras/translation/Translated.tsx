import { Component } from 'preact'
import type { Translation, TranslationLanguage, TranslationRequest } from '../../../server/contract.ts'
import type { ToolProps } from '../../embed/tools.ts'
import { call, type Refusal } from '../../shared/call.ts'
import { pieces } from '../../shared/words.ts'
import { pieceWords } from '../present/known.ts'
import { faultWords } from '../present/words.ts'
import { translation } from './words.ts'

const BOX = {
  flexBasis: '100%',
  // Below the whole row, whatever else is in it.
  order: 1,
  margin: 'var(--space) 0',
  padding: '0 calc(3 * var(--space))',
  borderInlineStart: '2px solid var(--line)',
  color: 'inherit',
}

interface TranslatedProps extends ToolProps {
  target: TranslationLanguage
}

interface TranslatedState {
  told: Translation | null
  fault: string
}

/** What a comment says in the language of the thread, beside what was written. Each translation is asked for once. */
export class Translated extends Component<TranslatedProps, TranslatedState> {
  override state: TranslatedState = { told: null, fault: '' }
  private isGone = false

  override async componentDidMount(): Promise<void> {
    const { comment, scene, target } = this.props
    const { conversation } = scene
    const body: TranslationRequest = { target }
    try {
      const path = `/api/comments/${encodeURIComponent(comment.id)}/translation`
      const told = await call<Translation>(conversation.place.origin, 'POST', path, {
        body,
        credentials: 'omit',
      })
      if (this.isGone) return
      this.setState({ told })
      scene.say(told.text)
    } catch (error) {
      if (this.isGone) return
      const code = (error as Refusal).problem?.code
      const isWait = code === 'too_many_requests'
      const fault = isWait ? faultWords(conversation, code) : this.words().failed
      this.setState({ fault })
      scene.say(fault)
    }
  }

  override componentWillUnmount(): void {
    this.isGone = true
  }

  private words() {
    return pieceWords(this.props.scene.conversation.place.element, 'translation', translation)
  }

  render() {
    const { told, fault } = this.state
    const words = this.words()
    if (!told) return <span class="aside">{fault || words.coming}</span>
    return (
      <div style={BOX}>
        <div lang={told.lang} dir={told.dir} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {told.text}
        </div>
        <small class="aside">{pieces(words.made, { host: <bdi>{told.by}</bdi> })}</small>
      </div>
    )
  }
}
