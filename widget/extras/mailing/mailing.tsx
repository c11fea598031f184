import { Component } from 'preact'
import type { MailAnswer, MailRequest, OwnMail } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { call, type Refusal } from '../../shared/call.ts'
import { pieces } from '../../shared/words.ts'
import { introduce } from '../present/identity.ts'
import { langOf } from '../present/locale.ts'
import { mailingWords } from './words.ts'

interface MailingState {
  mail: OwnMail | null
  replies: boolean
  follows: boolean
  address: string
  isBusy: boolean
  said: string
  fault: string
}

/** Where readers say whether they wish to be told by mail, where, and of what. */
export class Mailing extends Component<{ conversation: Conversation }, MailingState> {
  override state: MailingState = {
    ...{ mail: null, replies: true, follows: true, address: '' },
    ...{ isBusy: false, said: '', fault: '' },
  }
  private readonly gone = new AbortController()

  override async componentDidMount(): Promise<void> {
    try {
      await this.load()
    } catch {
      // Asking works all the same.
    }
  }

  override componentWillUnmount(): void {
    this.gone.abort()
  }

  /** A stranger has nothing, and nothing is asked for. */
  private async load(): Promise<void> {
    const { place, state } = this.props.conversation
    const token = state.identity?.token
    if (!token) return
    const options = { query: { site: place.query.site }, token, credentials: 'omit', signal: this.gone.signal } as const
    const mail = await call<OwnMail>(place.origin, 'GET', '/api/me/mail', options)
    const { replies = true, follows = true } = mail.mails.find(each => each.isConfirmed) ?? {}
    this.setState({ mail, replies, follows })
  }

  private async does(work: (token: string) => Promise<string>): Promise<void> {
    if (this.state.isBusy) return
    const words = mailingWords(this.props.conversation)
    this.setState({ isBusy: true, said: '', fault: '' })
    try {
      const said = await work(introduce(this.props.conversation))
      await this.load()
      this.setState({ isBusy: false, said })
    } catch (error) {
      const known: Record<string, string> = { email_wrong: words.wrong, too_many_requests: words.wait }
      this.setState({ isBusy: false, fault: known[(error as Refusal).problem?.code ?? ''] ?? words.failed })
    }
  }

  private send(more: Partial<MailRequest>): Promise<void> {
    const { conversation } = this.props
    const { origin, query } = conversation.place
    const { replies, follows } = this.state
    const words = mailingWords(conversation)
    const lang = langOf(conversation).slice(0, 35)
    return this.does(async token => {
      const body: MailRequest = { site: query.site, lang, replies, follows, ...more }
      const answer = await call<MailAnswer>(origin, 'PUT', '/api/me/mail', { body, token, credentials: 'omit' })
      return answer.state === 'told' ? words.saved : words.asked
    })
  }

  private ask = (event: Event) => {
    event.preventDefault()
    return this.send({ email: this.state.address })
  }

  private end = () => {
    const { place } = this.props.conversation
    const { ended } = mailingWords(this.props.conversation)
    return this.does(async token => {
      const query = { site: place.query.site }
      await call(place.origin, 'DELETE', '/api/me/mail', { query, token, credentials: 'omit' })
      return ended
    })
  }

  /** One thing to be told of; who is told already changes it at once. */
  private wish(what: 'replies' | 'follows', isTold: boolean) {
    return (
      <label>
        <input
          type="checkbox"
          checked={this.state[what]}
          onChange={event => {
            const change = { [what]: event.currentTarget.checked }
            this.setState(change)
            if (isTold) void this.send(change)
          }}
        />
        {mailingWords(this.props.conversation)[what]}
      </label>
    )
  }

  render() {
    const { mail, address, isBusy, said, fault } = this.state
    const words = mailingWords(this.props.conversation)
    const told = mail?.mails.find(each => each.isConfirmed)
    const waits = mail?.mails.find(each => !each.isConfirmed)
    const shown = (phrase: string, name: string) => pieces(phrase, { address: <bdi dir="ltr">{name}</bdi> })
    return (
      <section class="part" aria-labelledby="mailing">
        <h3 id="mailing">{words.title}</h3>
        {told ? <p>{shown(words.told, told.address)}</p> : <p class="aside">{words.why}</p>}
        {waits && <p>{shown(words.waiting, waits.address)}</p>}
        <div>
          {this.wish('replies', !!told)}
          {this.wish('follows', !!told)}
        </div>
        {!told && mail?.proved && (
          <p>
            <button type="button" part="button" aria-disabled={isBusy} onClick={() => this.send({})}>
              {shown(words.own, mail.proved)}
            </button>
          </p>
        )}
        {!told && (
          <div class="prove">
            <form onSubmit={this.ask} novalidate>
              <input
                type="email"
                autocomplete="email"
                dir="ltr"
                aria-label={words.address}
                placeholder={words.address}
                aria-describedby="mailing-said"
                aria-invalid={fault !== ''}
                readOnly={isBusy}
                value={address}
                onInput={event => this.setState({ address: event.currentTarget.value, fault: '' })}
              />
              <button type="submit" part="button" class="strong" aria-disabled={isBusy}>
                {words.ask}
              </button>
            </form>
          </div>
        )}
        <p id="mailing-said" role="status" class={fault ? 'fault' : undefined}>
          {fault || said}
        </p>
        {(told || waits) && (
          <p>
            <button type="button" part="button" aria-disabled={isBusy} onClick={this.end}>
              {words.end}
            </button>
          </p>
        )}
      </section>
    )
  }
}
