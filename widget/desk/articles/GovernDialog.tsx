import { useEffect, useRef, useState } from 'preact/hooks'
import { type DeskArticle, LIMITS } from '../../../server/contract.ts'
import { Address, Readable } from '../Address.tsx'
import { Dialog } from '../Dialog.tsx'
import { Said } from '../Said.tsx'
import type { Desk } from '../state.ts'
import { Toasts } from '../Toasts.tsx'
import { words } from '../words.ts'
import { closeGovern, govern, loadGoverned } from './governing.ts'
import { fieldOf, momentOf } from './local-time.ts'
import type { Governing } from './state.ts'

/** Pauses of slow mode that are offered, in seconds; any other can be typed. */
const PAUSES = [0, 30, 60, 300, 900, 3600]
/** How long a pause in choosing a time is taken for the end of it: its parts are typed one after the other. */
const PAUSE = 1_200

/**
 * The switches of an article: closed or open, when it closes, whether its comments wait, and how fast they may come. Each
 * is saved at once; so the messages, with what takes it back, lie in the dialog.
 */
export function GovernDialog({ desk, governing }: { desk: Desk; governing: Governing }) {
  const { key, article, hasFailed } = governing
  const heading = (
    <>
      {words.articles.governing} {article?.title ? <bdi>{article.title}</bdi> : <Readable address={key} />}
    </>
  )
  return (
    <Dialog name="govern" class="govern" heading={heading} leave={closeGovern}>
      {article && (
        <>
          <p class="article-place">
            <Address url={article.url} />
          </p>
          <Switches key={key} article={article} />
        </>
      )}
      {!article && !hasFailed && <p>{words.loading}</p>}
      {!article && hasFailed && (
        <p role="alert">
          {words.articles.governFailed}{' '}
          <button type="button" class="text-button" onClick={() => void loadGoverned()}>
            {words.retry}
          </button>
        </p>
      )}
      <Toasts toasts={desk.toasts} />
      <Said said={desk.said} />
    </Dialog>
  )
}

function Switches({ article }: { article: DeskArticle }) {
  const { isClosed, isHeld } = article.governed
  return (
    <div class="switches">
      <Switch
        name="closed"
        isOn={isClosed}
        hint={words.articles.closedHint}
        set={isOn => govern(article.key, { isClosed: isOn })}
      />
      <ClosingTime article={article} />
      <Switch
        name="held"
        isOn={isHeld}
        hint={words.articles.heldHint}
        set={isOn => govern(article.key, { isHeld: isOn })}
      />
      <SlowMode article={article} />
    </div>
  )
}

interface SwitchProps {
  name: 'closed' | 'held'
  isOn: boolean
  hint: string
  set: (isOn: boolean) => void
}

function Switch({ name, isOn, hint, set }: SwitchProps) {
  return (
    <div class="switch">
      <input
        id={`govern-${name}`}
        type="checkbox"
        aria-describedby={`govern-${name}-hint`}
        checked={isOn}
        onChange={event => set(event.currentTarget.checked)}
      />
      <label for={`govern-${name}`}>{words.articles[name]}</label>
      <p class="hint" id={`govern-${name}-hint`}>
        {hint}
      </p>
    </div>
  )
}

/** When the article closes by itself, in the time zone of who looks. A time that has passed is not taken. */
function ClosingTime({ article: { key, governed } }: { article: DeskArticle }) {
  const { closesAt, isChosen } = governed
  const kept = isChosen ? fieldOf(closesAt) : ''
  const [text, setText] = useState(kept)
  const [isPast, setPast] = useState(false)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    setText(kept)
    setPast(false)
  }, [kept])

  const settle = (field: HTMLInputElement) => {
    clearTimeout(pause.current)
    // A time of which a part is missing is no wish to have none.
    if (field.validity.badInput || field.value === kept) return
    const at = momentOf(field.value)
    if (at !== null && at <= Date.now()) setPast(true)
    else govern(key, { closesAt: at })
  }
  const hasClosed = words.articles.hasClosed(governed)
  return (
    <div class="field">
      <label for="govern-closes">{words.articles.closes}</label>
      <div class="switch-line">
        <input
          id="govern-closes"
          class="input"
          type="datetime-local"
          min={fieldOf(Date.now())}
          max="9999-12-31T23:59"
          aria-describedby="govern-closes-hint"
          aria-invalid={isPast}
          value={text}
          onInput={({ currentTarget: field }) => {
            setText(field.value)
            setPast(false)
            clearTimeout(pause.current)
            pause.current = setTimeout(settle, PAUSE, field)
          }}
          onBlur={event => settle(event.currentTarget)}
          onKeyDown={event => event.key === 'Enter' && settle(event.currentTarget)}
        />
        {isChosen && (
          <button type="button" class="button" onClick={() => govern(key, { closesAt: null })}>
            {words.articles.clearTime}
          </button>
        )}
      </div>
      <div id="govern-closes-hint">
        <p class="trouble" role="alert">
          {isPast && words.articles.past}
        </p>
        {hasClosed && <p>{hasClosed}</p>}
        <p class="hint">
          {words.articles.bySiteOf(governed)} {words.articles.zoneHere()}
        </p>
      </div>
    </div>
  )
}

function SlowMode({ article: { key, governed } }: { article: DeskArticle }) {
  const { slowSeconds } = governed
  const [isOther, setOther] = useState(false)
  const [isWrong, setWrong] = useState(false)
  const isTyped = isOther || !PAUSES.includes(slowSeconds)
  const { pause } = words.articles
  return (
    <div class="field">
      <label for="govern-slow">{words.articles.slow}</label>
      <div class="switch-line">
        <select
          id="govern-slow"
          class="input"
          aria-describedby="govern-slow-hint"
          value={isTyped ? 'other' : String(slowSeconds)}
          onChange={({ currentTarget: { value } }) => {
            setOther(value === 'other')
            setWrong(false)
            if (value !== 'other') govern(key, { slowSeconds: Number(value) })
          }}
        >
          {PAUSES.map(seconds => (
            <option key={seconds} value={seconds}>
              {seconds ? pause(seconds) : words.articles.slowOff}
            </option>
          ))}
          <option value="other">{words.articles.slowOther}</option>
        </select>
        {isTyped && (
          <input
            class="input"
            type="number"
            inputMode="numeric"
            min="0"
            max={LIMITS.slowSeconds}
            aria-label={words.articles.seconds}
            aria-invalid={isWrong}
            aria-describedby="govern-slow-hint"
            value={slowSeconds}
            onChange={({ currentTarget: field }) => {
              const isRight = field.validity.valid && field.value !== ''
              setWrong(!isRight)
              if (isRight && Number(field.value) !== slowSeconds) govern(key, { slowSeconds: Number(field.value) })
            }}
          />
        )}
        {isTyped && <span class="faint">{words.articles.seconds}</span>}
      </div>
      <div id="govern-slow-hint">
        <p class="trouble" role="alert">
          {isWrong && words.articles.wrong()}
        </p>
        <p class="hint">{words.articles.slowHint}</p>
      </div>
    </div>
  )
}
