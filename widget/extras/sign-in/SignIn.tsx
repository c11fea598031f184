import { Component } from 'preact'
import type { Account, Purpose, SignedIn } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import type { Refusal } from '../../shared/call.ts'
import { format } from '../../shared/words.ts'
import { langOf } from '../present/locale.ts'
import { accountWords } from './account-words.ts'
import { become, signOut } from './becoming.ts'
import { faultOf } from './faults.ts'
import { Prove } from './Prove.tsx'
import { accountOf } from './proving.ts'
import { signInWords, wayName } from './words.ts'

export interface SignInProps {
  conversation: Conversation
  /** Whether to begin at once. */
  isEntering: boolean
  /** Something is to be proved, and takes the room of what else is in the drawer; or no longer. */
  onBusy(isBusy: boolean): void
  /** The reader is another one now. */
  onChange(): void
}

interface SignInState {
  account: Account | null
  /** What is being proved; `add` after `link`, when the old way is shown and the new one is to be. */
  doing: Purpose | 'add' | null
  said: string
  fault: string
}

/** Who the reader is here and how that is known, and where one signs in and out. */
export class SignIn extends Component<SignInProps, SignInState> {
  override state: SignInState = { account: null, doing: this.props.isEntering ? 'sign_in' : null, said: '', fault: '' }
  private isBusy = false

  override componentDidMount(): void {
    if (this.props.isEntering) this.props.onBusy(true)
    void this.look()
  }

  /** How the reader is known. Without it the rest stands. */
  private look = async () => {
    const { conversation } = this.props
    if (!conversation.state.identity) return this.setState({ account: null })
    try {
      this.setState({ account: await accountOf(conversation) })
    } catch {
      // The name and the badge came with the thread.
    }
  }

  private begin = (doing: SignInState['doing']) => {
    this.setState({ doing, said: '', fault: '' })
    this.props.onBusy(true)
  }

  /** What was to be proved is, or is not; says it, and gives the room back. */
  private end = (said = '') => {
    this.setState({ doing: null, said, fault: '' })
    this.props.onBusy(false)
  }

  private done = async (signedIn: SignedIn) => {
    const { conversation, isEntering, onChange } = this.props
    const { doing } = this.state
    const words = accountWords(conversation)
    if (doing === 'link') return this.setState({ doing: 'add' })
    if (doing === 'sign_out') return this.leave(signedIn.proof!)
    await become(conversation, signedIn)
    const { author, way, guest } = signedIn
    const said =
      doing === 'add'
        ? words.linked.replace('{way}', wayName(signInWords(conversation), way))
        : [
            author.name ? format(words.signedInAs, author.name) : words.signedIn,
            guest && words.guest[guest],
            !conversation.state.isKept && words.notKept,
          ]
            .filter(Boolean)
            .join(' ')
    // Who has come from a box reads it there, since the drawer closes.
    if (isEntering) conversation.change({ notice: <p role="status">{said}</p> })
    this.end(isEntering ? '' : said)
    onChange()
    await this.look()
  }

  private leave = async (proof?: string) => {
    const { conversation, onChange } = this.props
    const { signedOut, signedOutAll } = accountWords(conversation)
    if (this.isBusy) return
    this.isBusy = true
    try {
      await signOut(conversation, proof)
      this.setState({ account: null })
      this.end(proof ? signedOutAll : signedOut)
      onChange()
    } catch (error) {
      this.setState({ doing: null, fault: faultOf(conversation, error as Refusal) })
      this.props.onBusy(false)
    }
    this.isBusy = false
  }

  /** In which ways that can be proved which is to be. */
  private ways(): string[] {
    const { ways } = this.props.conversation.policy
    const { account, doing } = this.state
    const known = account?.ways.map(({ way }) => way) ?? []
    if (doing === 'sign_in') return ways
    const rest = ways.filter(way => known.includes(way) !== (doing === 'add'))
    return doing !== 'add' && this.props.conversation.state.identity?.host ? [...rest, 'host'] : rest
  }

  private proof() {
    const { conversation } = this.props
    const { doing } = this.state
    const words = accountWords(conversation)
    const { why, fresh, signIn } = signInWords(conversation)
    const { linkNext, everywhereMeans } = words
    const isAsked = doing === 'sign_in' || doing === 'add'
    const title = { sign_in: signIn, sign_out: words.everywhere }[doing as string] ?? words.link
    return (
      <section class="part" aria-labelledby="proof">
        <h3 id="proof">{title}</h3>
        <p class="aside">
          {{ sign_in: why, link: fresh, add: linkNext, sign_out: everywhereMeans }[doing as 'sign_in']}
        </p>
        <Prove
          key={doing}
          conversation={conversation}
          purpose={doing === 'add' ? 'link' : (doing as Purpose)}
          ways={this.ways()}
          isOwn={!isAsked}
          onDone={this.done}
          onCancel={() => this.end()}
        />
      </section>
    )
  }

  render() {
    const { conversation } = this.props
    const { account, doing, said, fault } = this.state
    const { identity } = conversation.state
    const words = signInWords(conversation)
    const more = accountWords(conversation)
    const author = identity && (account?.author ?? conversation.me?.author)
    const known = account?.ways.map(({ way }) => wayName(words, way)) ?? []
    const isSomebody = !!author?.badge
    const lang = langOf(conversation)
    const offered = conversation.policy.ways.filter(way => !account?.ways.some(each => each.way === way))
    if (doing) return this.proof()
    return (
      <div class="who">
        <p role="status" class={fault ? 'fault' : said ? '' : 'unseen'}>
          {fault || said}
        </p>
        {isSomebody ? (
          <>
            <p>
              <strong>
                <bdi>{author.name ?? more.nameless}</bdi>
              </strong>{' '}
              <span class="aside">
                {words.badges[author.badge!]}
                {known.length > 0 &&
                  ` · ${words.knownBy.replace('{ways}', new Intl.ListFormat(lang, { type: 'conjunction' }).format(known))}`}
              </span>
            </p>
            {identity?.host && <p class="aside">{more.byHost}</p>}
            <p class="acts">
              {!identity?.host && (
                <button type="button" part="button" onClick={() => this.leave()}>
                  {more.signOut}
                </button>
              )}
              {known.length > 0 && !identity?.host && (
                <button type="button" part="button" onClick={() => this.begin('sign_out')}>
                  {more.everywhere}
                </button>
              )}
              {known.length > 0 && offered.length > 0 && (
                <button type="button" part="button" onClick={() => this.begin('link')}>
                  {more.link}
                </button>
              )}
            </p>
          </>
        ) : (
          conversation.policy.ways.length > 0 && (
            <p class="acts">
              <span class="aside">{words.guest}</span>
              <button type="button" part="button" class="strong" onClick={() => this.begin('sign_in')}>
                {words.signIn}
              </button>
            </p>
          )
        )}
      </div>
    )
  }
}
