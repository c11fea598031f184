import { Component, createRef } from 'preact'
import { call, type Refusal } from '../../shared/call.ts'
import type { DeviceProps } from './device.tsx'
import { forget } from './identity.ts'
import { deviceWords } from './words.ts'

interface AccountState {
  step: 'idle' | 'asked' | 'busy'
  said: string
  fault: string
}

/** All that the site has of the reader: to take along, or to have erased. */
export class Account extends Component<DeviceProps, AccountState> {
  override state: AccountState = { step: 'idle', said: '', fault: '' }
  private keep = createRef<HTMLButtonElement>()
  private first = createRef<HTMLButtonElement>()

  private ask<T>(method: string, path: string, of: object): Promise<T> {
    const { conversation } = this.props
    const token = conversation.state.identity?.token
    return call<T>(conversation.place.origin, method, path, { ...of, token, credentials: 'omit' })
  }

  private refuse(error: unknown): void {
    const { proofNeeded, failed } = deviceWords(this.props.conversation)
    const code: string | undefined = (error as Refusal).problem?.code
    this.setState({ step: 'idle', said: '', fault: code === 'proof_needed' ? proofNeeded : failed })
  }

  private download = async () => {
    const { site } = this.props.conversation.query
    if (this.state.step === 'busy') return
    this.setState({ step: 'busy', fault: '' })
    try {
      const all = await this.ask<unknown>('GET', '/api/account/export', { query: { site } })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }))
      link.download = `parley-${site}.json`
      link.click()
      URL.revokeObjectURL(link.href)
      this.setState({ step: 'idle' })
    } catch (error) {
      this.refuse(error)
    }
  }

  private erase = async () => {
    const { conversation, onChange } = this.props
    const { erasing } = deviceWords(conversation)
    if (this.state.step === 'busy') return
    this.setState({ step: 'busy', said: erasing, fault: '' })
    try {
      // A long history is erased in several steps.
      for (let isDone = false; !isDone; ) {
        const body = { site: conversation.query.site }
        const answer = await this.ask<{ isDone?: boolean } | undefined>('POST', '/api/account/erase', { body })
        isDone = answer?.isDone !== false
      }
      forget(conversation)
      onChange()
    } catch (error) {
      this.refuse(error)
    }
  }

  render() {
    const words = deviceWords(this.props.conversation)
    const { step, said, fault } = this.state
    return (
      <section class="part" aria-labelledby="device-data">
        <h3 id="device-data">{words.data}</h3>
        <p class="aside">{words.dataMeans}</p>
        <p>
          <button type="button" part="button" aria-disabled={step === 'busy'} onClick={this.download}>
            {words.export}
          </button>
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
                onClick={this.erase}
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
        <p role="status" class={fault && 'fault'}>
          {fault || said}
        </p>
      </section>
    )
  }
}
