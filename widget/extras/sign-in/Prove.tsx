import { Component, createRef } from 'preact'
import type { Claim, Purpose, SignedIn } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import type { Refusal } from '../../shared/call.ts'
import { pieces } from '../../shared/words.ts'
import { faultOf } from './faults.ts'
import { begin, hearTicket, show, showLogin } from './proving.ts'
import { signInWords, wayName } from './words.ts'

/** From when on a mail can be sent again, and how often the window is looked after, in ms. */
const AGAIN = 30_000
const LOOK = 400

interface ProveProps {
  conversation: Conversation
  purpose: Purpose
  /** In which ways it can be proved. */
  ways: string[]
  /** Whether a code goes to the address that was proved before, which nobody has to type. */
  isOwn: boolean
  onDone(signedIn: SignedIn): void
  onCancel(): void
}

interface ProveState {
  /** What is to be done next: choose a way, type a code, or go on in a window. */
  step: 'ask' | 'code' | 'window'
  way: string
  address: string
  claim: Claim | null
  /** The browser has opened no window. */
  isBlocked: boolean
  mayResend: boolean
  isBusy: boolean
  said: string
  fault: string
}

/** Where readers prove who they are: with a code that comes by mail, or in a window of another site. */
export class Prove extends Component<ProveProps, ProveState> {
  override state: ProveState = {
    ...{ step: 'ask', way: '', address: '', claim: null, isBlocked: false, mayResend: false },
    ...{ isBusy: false, said: '', fault: '' },
  }
  private element = createRef<HTMLDivElement>()
  private popup: Window | null = null
  private stopHearing = () => {}
  private timer = 0
  private looking = 0

  override componentDidMount(): void {
    this.refocus()
  }

  override componentWillUnmount(): void {
    this.stop()
  }

  /** What was begun counts no more. */
  private stop(): void {
    this.stopHearing()
    clearTimeout(this.timer)
    clearInterval(this.looking)
  }

  /** The focus goes to what is to be done next. */
  private refocus = () => this.element.current?.querySelector<HTMLElement>('input, a, button')?.focus()

  private fail(error: unknown, step = this.state.step): void {
    const isSpent = (error as Refusal).problem?.code === 'claim_spent'
    const fault = faultOf(this.props.conversation, error as Refusal)
    const mayResend = this.state.mayResend || isSpent
    this.setState({ isBusy: false, said: '', fault, step, mayResend }, () => {
      this.element.current?.querySelector<HTMLInputElement>('.code')?.select()
      this.refocus()
    })
  }

  private sendCode = async (event?: Event) => {
    event?.preventDefault()
    const { conversation, purpose, isOwn } = this.props
    const { isBusy, step, address } = this.state
    if (isBusy) return
    this.stop()
    this.setState({ isBusy: true, fault: '', said: '' })
    try {
      const claim = await begin(conversation, { way: 'email', purpose, email: isOwn ? undefined : address })
      const said = step === 'code' ? signInWords(conversation).sentAgain : ''
      this.timer = setTimeout(() => this.setState({ mayResend: true }), AGAIN) as unknown as number
      this.setState({ step: 'code', way: 'email', claim, isBusy: false, said, mayResend: false }, this.refocus)
    } catch (error) {
      this.fail(error)
    }
  }

  private showLogin = async () => {
    const { conversation, purpose, onDone } = this.props
    if (this.state.isBusy) return
    this.setState({ isBusy: true, fault: '' })
    try {
      onDone(await showLogin(conversation, purpose))
    } catch (error) {
      this.fail(error)
    }
  }

  /** The window is opened in the task of the press, or the browser would hold it back; its address follows. */
  private open = async (way: string) => {
    const { conversation, purpose } = this.props
    if (this.state.isBusy) return
    this.stop()
    const popup = window.open('about:blank', '_blank', 'popup,width=480,height=640')
    this.popup = popup
    this.setState({ way, isBusy: true, fault: '', said: '' })
    try {
      const claim = await begin(conversation, { way, purpose })
      this.stopHearing = hearTicket(conversation, claim.claim, ticket => this.prove({ ticket }))
      if (popup) popup.location.href = claim.url!
      const isBlocked = !popup
      const said = isBlocked ? '' : signInWords(conversation).inWindow
      this.setState({ step: 'window', claim, isBusy: false, isBlocked, said }, this.refocus)
      if (popup) this.looking = setInterval(this.look, LOOK) as unknown as number
    } catch (error) {
      popup?.close()
      this.fail(error, 'ask')
    }
  }

  /** A page of its own group, or the provider, may cut the window off; then it seems closed, and shows a code. */
  private look = () => {
    if (!this.popup?.closed || this.state.isBusy) return
    clearInterval(this.looking)
    this.setState({ step: 'code', said: '' }, this.refocus)
  }

  private prove = async (shown: { code: string } | { ticket: string }) => {
    const { conversation, purpose, onDone } = this.props
    const { claim, way, isBusy } = this.state
    if (isBusy) return
    this.setState({ isBusy: true, fault: '', said: signInWords(conversation).checking })
    try {
      const signedIn = await show(conversation, { way, purpose, claim: claim!.claim, shown })
      this.stop()
      onDone(signedIn)
    } catch (error) {
      this.fail(error, 'code')
    }
  }

  private typed = (event: Event) => {
    const code = this.element.current!.querySelector('input')!.value
    const isWhole = /^\p{Nd}{6}$/u.test(code.replace(/[\s\p{Cf}\p{Pd}]/gu, ''))
    if (event.type === 'submit') event.preventDefault()
    if (isWhole || event.type === 'submit') void this.prove({ code })
    else if (this.state.fault) this.setState({ fault: '' })
  }

  private restart = () => {
    this.stop()
    this.setState({ step: 'ask', claim: null, fault: '', said: '', mayResend: false }, this.refocus)
  }

  private choices() {
    const { conversation, ways, isOwn } = this.props
    const { address, isBusy } = this.state
    const words = signInWords(conversation)
    const others = ways.filter(way => way !== 'email')
    const hasMail = ways.includes('email')
    return (
      <>
        {hasMail && !isOwn && (
          <form onSubmit={this.sendCode} novalidate>
            <input
              type="email"
              autocomplete="email"
              dir="ltr"
              aria-label={words.address}
              placeholder={words.address}
              aria-describedby="prove-said"
              aria-invalid={this.state.fault !== ''}
              readOnly={isBusy}
              value={address}
              onInput={event => this.setState({ address: event.currentTarget.value, fault: '' })}
            />
            <button type="submit" part="button" class="strong" aria-disabled={isBusy}>
              {words.sendCode}
            </button>
          </form>
        )}
        {hasMail && isOwn && (
          <p>
            <button type="button" part="button" class="strong" aria-disabled={isBusy} onClick={this.sendCode}>
              {words.sendOwn}
            </button>
          </p>
        )}
        {hasMail && others.length > 0 && <p class="aside">{words.or}</p>}
        {others.map(way => (
          <p key={way}>
            <button
              type="button"
              part="button"
              class="strong"
              aria-disabled={isBusy}
              onClick={() => (way === 'host' ? this.showLogin() : this.open(way))}
            >
              {words.goOn.replace('{way}', wayName(words, way))}
            </button>
          </p>
        ))}
      </>
    )
  }

  private codeField() {
    const { conversation, isOwn } = this.props
    const { way, address, isBusy, fault, mayResend } = this.state
    const words = signInWords(conversation)
    const isMail = way === 'email'
    const what = !isMail
      ? words.cutOff
      : isOwn
        ? words.sentOwn
        : pieces(words.sent, { address: <bdi dir="ltr">{address.trim()}</bdi> })
    return (
      <>
        <p id="prove-what">{what}</p>
        <form onSubmit={this.typed}>
          <input
            key="code"
            class="code"
            inputMode="numeric"
            autocomplete="one-time-code"
            dir="ltr"
            aria-label={words.code}
            placeholder="000000"
            aria-describedby="prove-what prove-said"
            aria-invalid={fault !== ''}
            readOnly={isBusy}
            onInput={this.typed}
          />
          <button type="submit" part="button" class="strong" aria-disabled={isBusy}>
            {words.confirm}
          </button>
        </form>
        {isMail && !mayResend && <p class="aside">{words.noMail}</p>}
        <p>
          {isMail && mayResend && (
            <button type="button" part="button" aria-disabled={isBusy} onClick={this.sendCode}>
              {words.again}
            </button>
          )}
          {isMail && !isOwn && (
            <button type="button" part="button" onClick={this.restart}>
              {words.other}
            </button>
          )}
          {!isMail && (
            <button type="button" part="button" onClick={() => this.open(way)}>
              {words.reopen}
            </button>
          )}
        </p>
      </>
    )
  }

  private windowStep() {
    const { claim, isBlocked, way } = this.state
    const words = signInWords(this.props.conversation)
    if (!isBlocked) return null
    return (
      <p>
        {words.blocked} {/* A window of a name has this page as its opener, which hears of it; `_blank` would not. */}
        <a href={claim!.url} target="parley-sign-in" onClick={() => this.setState({ step: 'code' }, this.refocus)}>
          {words.openTab.replace('{way}', wayName(words, way))}
        </a>
      </p>
    )
  }

  render() {
    const { conversation, onCancel } = this.props
    const { step, said, fault } = this.state
    const words = signInWords(conversation)
    return (
      <div ref={this.element} class="prove">
        {step === 'ask' ? this.choices() : step === 'code' ? this.codeField() : this.windowStep()}
        <p id="prove-said" role="status" class={fault && 'fault'}>
          {fault || said}
        </p>
        <p>
          {step !== 'ask' && this.props.ways.length > 1 && (
            <button type="button" part="button" onClick={this.restart}>
              {words.otherWay}
            </button>
          )}
          <button type="button" part="button" onClick={onCancel}>
            {words.back}
          </button>
        </p>
      </div>
    )
  }
}
