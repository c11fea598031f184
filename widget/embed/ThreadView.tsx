import { Component } from 'preact'
import { Avatar } from '../shared/Avatar.tsx'
import { Tree } from '../shared/Tree.tsx'
import { plural, type Words } from '../shared/words.ts'
import { type Branch, nest, type Twig } from './branches.ts'
import { CommentView } from './CommentView.tsx'
import { Composer } from './Composer.tsx'
import type { Conversation, State } from './conversation.ts'
import { Gradual } from './Gradual.tsx'
import { More } from './More.tsx'
import { Steady } from './Steady.ts'
import type { Scene } from './scene.ts'

/** A few comments drawn in each task keep every one of them well under 50 ms on a slow phone. */
const STEP = 2

/** A comment and what answers it. One that cannot be drawn, whatever a broken server says of it, takes no other along. */
class TwigView extends Component<{ twig: Twig; scene: Scene }, { isBroken: boolean }> {
  override componentDidCatch(): void {
    this.setState({ isBroken: true })
  }

  render() {
    const { twig, scene } = this.props
    const { comment, twigs, answers } = twig
    return (
      <>
        {this.state.isBroken ? (
          <p class="fault">{scene.words.loadFailed}</p>
        ) : (
          <CommentView comment={comment} answers={answers} scene={scene} />
        )}
        {twigs[0] && (
          <ol class="replies">
            <Gradual
              items={twigs}
              step={STEP}
              draw={reply => (
                <li key={reply.comment.id}>
                  <TwigView twig={reply} scene={scene} />
                </li>
              )}
            />
          </ol>
        )}
      </>
    )
  }
}

interface BranchProps {
  branch: Branch
  scene: Scene
}

/** A root with its replies. */
class BranchView extends Steady<BranchProps> {
  render() {
    const { branch, scene } = this.props
    const { root, replies, more } = branch
    const { words, lang, conversation } = scene
    const { folded, target } = conversation
    // What takes the focus is not folded away.
    if (replies.some(reply => reply.id === target)) folded.delete(root.id)
    const isFolded = folded.has(root.id)
    const left = root.replies - replies.filter(reply => reply.status === 'published').length
    const label = left > 0 ? plural(words.moreReplies, left, lang) : words.more
    return (
      <li class="branch">
        <TwigView
          twig={nest(isFolded ? { ...branch, replies: [] } : branch, conversation.policy.depth)}
          scene={scene}
        />
        {more && !isFolded && (
          <More state={branch.moreState} words={words} label={label} more={() => conversation.more(branch)} />
        )}
      </li>
    )
  }
}

interface ThreadProps {
  conversation: Conversation
  state: State
  words: Words | null
  hasFallback: boolean
}

/** The whole of a thread. Until there is something to draw, the element's light children stand in for it. */
export class ThreadView extends Component<ThreadProps, { said: string }> {
  declare private scene: Scene | undefined
  /** The same words again are other ones, or nobody would hear them. */
  private readonly say = (said: string) => this.setState(last => ({ said: last.said === said ? `${said}\xa0` : said }))

  /** The scene, which is another object only when something in it is. */
  private sceneOf(words: Words): Scene {
    const { conversation, state } = this.props
    const { isOpen, writing } = state
    const old = this.scene
    if (old?.words === words && old.isOpen === isOpen && old.writing === writing) return old
    this.scene = { conversation, words, lang: words.lang, isOpen, writing, Tree, Avatar, say: this.say }
    return this.scene
  }

  render() {
    const { conversation, state, words, hasFallback } = this.props
    const { phase, count, branches, isOpen } = state
    if (!words || phase === 'loading') {
      if (hasFallback) return <slot />
      return (
        <div class="skeleton" role="img" aria-label={words?.loading}>
          <i />
          <i />
          <i />
        </div>
      )
    }
    if (phase === 'failed') {
      return (
        <>
          {hasFallback && <slot />}
          {state.notice ?? <More state={state.moreState} words={words} label="" more={() => conversation.load()} />}
        </>
      )
    }
    const scene = this.sceneOf(words)
    return (
      <section aria-labelledby="heading">
        <header>
          <h2 id="heading">{count ? plural(words.count, count, words.lang) : words.comments}</h2>
          {state.order}
        </header>
        {isOpen ? <Composer scene={scene} parent={null} /> : <p class="aside">{words.closed}</p>}
        {state.notice}
        {isOpen && !branches.length && <p class="aside">{words.empty}</p>}
        <ol>
          <Gradual
            items={branches}
            step={STEP}
            draw={branch => <BranchView key={branch.root.id} branch={branch} scene={scene} />}
          />
        </ol>
        {state.next && (
          <More state={state.moreState} words={words} label={words.more} more={() => conversation.more()} />
        )}
        <p class="unseen" role="status">
          {this.state.said}
        </p>
      </section>
    )
  }
}
