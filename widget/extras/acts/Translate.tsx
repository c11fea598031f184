import { Component, type ComponentType } from 'preact'
import { TRANSLATION_LANGUAGES, type TranslationLanguage } from '../../../server/contract.ts'
import type { ToolProps } from '../../embed/tools.ts'
import { actWords } from './words.ts'

type View = ComponentType<ToolProps & { target: TranslationLanguage }>

interface TranslateState {
  View: View | null
  isOpen: boolean
}

/** Where a comment is in another language than the thread, and the site has such a service: what it says in this one. */
export class Translate extends Component<ToolProps, TranslateState> {
  private toggle = async () => {
    const { scene } = this.props
    if (this.state.View) return this.setState({ isOpen: !this.state.isOpen })
    try {
      const { Translated } = await import('../translation/Translated.tsx')
      this.setState({ View: Translated, isOpen: true })
    } catch {
      scene.say(scene.words.loadFailed)
    }
  }

  render() {
    const { comment, scene } = this.props
    const { View, isOpen } = this.state
    const spoken = scene.lang.split('-')[0]
    const target = TRANSLATION_LANGUAGES.find(language => language === spoken)
    const { translates } = scene.conversation.policy
    if (!translates || !target || !comment.lang || comment.lang === target) return null
    return (
      <>
        <button type="button" part="button" aria-expanded={!!isOpen} onClick={this.toggle}>
          {actWords(scene.conversation).translate}
        </button>
        {isOpen && View && <View comment={comment} scene={scene} target={target} />}
      </>
    )
  }
}
