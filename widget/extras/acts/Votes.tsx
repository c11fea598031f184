import { Component } from 'preact'
import type { Vote, VoteAnswer } from '../../../server/contract.ts'
import type { ToolProps } from '../../embed/tools.ts'
import { call, type Refusal } from '../../shared/call.ts'
import { format } from '../../shared/words.ts'
import { introduce } from '../present/identity.ts'
import { keptOf, type Stand } from '../present/kept.ts'
import { faultWords } from '../present/words.ts'
import { standOf } from './tally.ts'
import { actWords } from './words.ts'

const TRIANGLE = { '1': 'M8 3.5 14 12.5H2z', '-1': 'M8 12.5 2 3.5h12z' }
const NONE: Stand = { up: 0, down: 0, mine: 0 }

const BUTTON = { display: 'inline-flex', alignItems: 'center', gap: 'var(--space)' }
/** Room for what a number may become, so that it never moves what stands beside it. */
const NUMBER = { minInlineSize: '2em', textAlign: 'start', fontVariantNumeric: 'tabular-nums' } as const

const compact = new Map<string, Intl.NumberFormat>()

/** A number in few digits of the language: 1.2K. */
function short(n: number, lang: string): string {
  const format = compact.get(lang) ?? new Intl.NumberFormat(lang, { notation: 'compact' })
  compact.set(lang, format)
  return format.format(n)
}

/** The number of votes in words, with the number as it is seen: who speaks to a page says what stands there. */
function spoken({ votes }: ReturnType<typeof actWords>, n: number, lang: string): string {
  const form = votes[new Intl.PluralRules(lang).select(n)] ?? votes.other
  return form.replace('{n}', short(n, lang))
}

/** The stand after the reader's vote has become another one. */
const after = ({ up, down, mine }: Stand, value: Vote): Stand => ({
  up: up + Number(value === 1) - Number(mine === 1),
  down: down + Number(value === -1) - Number(mine === -1),
  mine: value,
})

/** The votes on a comment, and the reader's own: shown at once, taken back if the server does not take it. */
export class Votes extends Component<ToolProps & { tell(fault: string): void }> {
  private isSending = false

  private get stand(): Stand | undefined {
    const { comment, scene } = this.props
    return standOf(scene.conversation, comment.id, () => this.setState({}))
  }

  private show(stand: Stand): void {
    const { comment, scene } = this.props
    keptOf(scene.conversation).votes.set(comment.id, stand)
    this.setState({})
  }

  /** One request at a time; the next one carries what the reader wishes by then. */
  private press = async (pressed: 1 | -1) => {
    const { comment, scene, tell } = this.props
    const { conversation } = scene
    let confirmed = this.stand ?? NONE
    this.show(after(confirmed, confirmed.mine === pressed ? 0 : pressed))
    if (this.isSending) return
    this.isSending = true
    tell('')
    const path = `/api/comments/${encodeURIComponent(comment.id)}/vote`
    try {
      const token = introduce(conversation)
      for (let value = this.stand!.mine; ; value = this.stand!.mine) {
        const options = { body: { value }, token, credentials: 'omit' } as const
        const { votes, mine } = await call<VoteAnswer>(conversation.place.origin, 'PUT', path, options)
        confirmed = { ...votes, mine }
        if (this.stand!.mine === value) break
      }
    } catch (error) {
      const fault = faultWords(conversation, (error as Refusal).problem?.code)
      tell(fault)
      scene.say(fault)
    }
    this.isSending = false
    this.show(confirmed)
  }

  private draw(value: 1 | -1, n: number, isPressed: boolean) {
    return (
      <>
        <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" style={{ flex: 'none' }}>
          <path
            d={TRIANGLE[value]}
            fill={isPressed ? 'currentColor' : 'none'}
            stroke="currentColor"
            stroke-width="1.5"
            stroke-linejoin="round"
          />
        </svg>
        <span style={NUMBER}>{n > 0 && short(n, this.props.scene.lang)}</span>
      </>
    )
  }

  render() {
    const { comment, scene } = this.props
    const { conversation, lang } = scene
    const words = actWords(conversation)
    const { up, down, mine } = this.stand ?? NONE
    const name = comment.author?.name ?? scene.words.guest
    const values = conversation.policy.downVotes ? ([1, -1] as const) : ([1] as const)
    return values.map(value => {
      const n = value === 1 ? up : down
      const isPressed = mine === value
      if (comment.isMine)
        return (
          n > 0 && (
            <span class="aside" style={{ ...BUTTON, paddingInline: 'calc(2 * var(--space))' }}>
              <span class="unseen">{spoken(words, n, lang)}</span>
              {this.draw(value, n, false)}
            </span>
          )
        )
      const label = format(value === 1 ? words.voteFor : words.voteAgainst, name)
      return (
        <button
          key={value}
          type="button"
          part="button"
          aria-pressed={isPressed}
          aria-label={n > 0 ? `${label}: ${spoken(words, n, lang)}` : label}
          style={isPressed ? { ...BUTTON, color: 'var(--accent)', fontWeight: 600 } : BUTTON}
          onClick={() => this.press(value)}
        >
          {this.draw(value, n, isPressed)}
        </button>
      )
    })
  }
}
