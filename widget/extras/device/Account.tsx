import { Component, type ComponentType, createRef } from 'preact'
import type { EraseRequest } from '../../../server/contract.ts'
import type { Conversation } from '../../embed/conversation.ts'
import { call, type Refusal } from '../../shared/call.ts'
import type { Proof } from '../sign-in/Proof.tsx'
import { forget } from './identity.ts'
import { deviceWords } from './words.ts'

interface AccountProps {
  conversation: Conversation
  /** Nothing of the reader is left. */
  onErased(): void
}

interface AccountState {
  step: 'idle' | 'asked' | 'busy'
  /** What needs a fresh proof, and where it is given. */
  proving: 'erase' | 'export' | null
  Proof: ComponentType<Proof['props']> | null
  said: string
  fault: string
}

/** All that the site has of the reader: to take along, or to have erased. */
export class Account extends Component<AccountProps, AccountState> {
  override state: AccountState = { step: 'idle', proving: null, Proof: null, said: '', fault: '' }
  private isDownloading = false
  private head = createRef<HTMLHeadingElement>()
  private keep = createRef<HTMLButtonElement>()
  private first = createRef<HTMLButtonElement>()

  private ask<T>(method: string, path: string, of: object): Promise<T> {
    const { conversation } = this.props
    const token = conversation.state.identity?.token
    return call<T>(conversation.place.origin, method, path, { ...of, token, credentials: 'omit' })
  }

  private refuse(error: unknown): void {
    if ((error as Refusal).problem?.code === 'proof_needed') return void this.prove('erase')
    this.fail()
  }

  private fail = () => this.setState({ step: 'idle', said: '', fault: deviceWords(this.props.conversation).failed })

  /** Asks for the proof in the place of the buttons. */
  private prove = async (proving: 'erase' | 'export') => {
    try {
      const { Proof } = await import('../sign-in/Proof.tsx')
      this.setState({ proving, Proof, step: 'idle', said: '', fault: '' })
    } catch {
      this.fail()
    }
  }

  private proved = (proof: string) => {
    const { proving } = this.state
    this.unprove()
    if (proving === 'erase') void this.erase(proof)
    else void this.download(proof)
  }

  private unprove = () => this.setState({ proving: null }, () => this.head.current?.focus())

  private download = async (proof?: string) => {
    const { site } = this.props.conversation.query
    if (this.isDownloading) return
    this.isDownloading = true
    this.setState({ said: '', fault: '' })
    try {
      const all = await this.ask<unknown>('GET', '/api/account/export', { query: { site, proof } })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }))
      link.download = `parley-${site}.json`
      link.click()
      URL.revokeObjectURL(link.href)
    } catch {
      this.fail()
    }
    this.isDownloading = false
  }

  private erase = async (proof?: string) => {
    const { conversation, onErased } = this.props
    const { erasing } = deviceWords(conversation)
    if (this.state.step === 'busy') return
    this.setState({ step: 'busy', said: erasing, fault: '' })
    try {
      // A long history is erased in several steps.
      for (let isDone = false; !isDone; ) {
        const body: EraseRequest = { site: conversation.query.site, proof }
        const answer = await this.ask<{ isDone?: boolean } | undefined>('POST', '/api/account/erase', { body })
        isDone = answer?.isDone !== false
      }
      forget(conversation)
      onErased()
    } catch (error) {
      this.refuse(error)
    }
  }

  render() {
    const words = deviceWords(this.props.conversation)
    const { conversation } = this.props
    const { step, proving, Proof, said, fault } = this.state
    return (
      <section class="part" aria-labelledby="device-data">
        <h3 ref={this.head} id="device-data" tabIndex={-1}>
          {words.data}
        </h3>
        <p class="aside">{words.dataMeans}</p>
        <p class="aside">
          <a
            href={`${conversation.place.origin}/privacy?${new URLSearchParams({ site: conversation.query.site, lang: words.lang })}`}
            target="_blank"
            rel="noopener"
            style={{ color: 'var(--accent)' }}
          >
            {words.keeping}
          </a>
        </p>
        <p>
          <button type="button" part="button" onClick={() => this.download()}>
            {words.export}
          </button>
          {conversation.me?.author?.badge && (
            <button type="button" part="button" onClick={() => this.prove('export')}>
              {words.exportAll}
            </button>
          )}
        </p>
        {step === 'idle' ? (
          <p>
            <button
              ref={this.first}
              type="button"
              part="button"
              onClick={() => this.setState({ step: 'asked', fault: '' }, () => this.keep.current?.focus())}
            >
              {words.erase}
            </button>
          </p>
        ) : (
          <>
            <p id="erase-means">{words.eraseMeans}</p>
            <p>
              <button
                type="button"
                part="button"
                class="fault"
                aria-describedby="erase-means"
                aria-disabled={step === 'busy'}
                onClick={() => this.erase()}
              >
                {words.eraseYes}
              </button>
              <button
                ref={this.keep}
                type="button"
                part="button"
                onClick={() => this.setState({ step: 'idle' }, () => this.first.current?.focus())}
              >
                {words.keep}
              </button>
            </p>
          </>
        )}
        {proving && Proof && (
          <Proof
            key={proving}
            conversation={conversation}
            purpose={proving}
            onDone={this.proved}
            onCancel={this.unprove}
          />
        )}
        <p role="status" class={fault && 'fault'}>
          {fault || said}
        </p>
      </section>
    )
  }
}
