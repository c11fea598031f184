import { useEffect, useRef, useState } from 'preact/hooks'
import { type Case, LIMITS, type Note, REJECT_REASONS, type Reason } from '../../../server/contract.ts'
import { Dialog } from '../Dialog.tsx'
import { siteHere } from '../me.ts'
import { decide } from '../ruling.ts'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'
import { act, keepNote, type Result, reply } from './acting.ts'
import { openSaved } from './files.ts'
import { fill } from './fill.ts'
import { closePanel } from './panels.ts'
import { SavedReplies } from './SavedReplies.tsx'
import type { PanelKind } from './state.ts'

/** What is said of some panels before their fields. */
const hintsOf = (kind: PanelKind) => (words.acts.hint as Partial<Record<PanelKind, readonly string[]>>)[kind] ?? []

type Field = 'reason' | 'until' | 'about' | 'text' | 'words' | 'note'

/** What each panel asks for. */
const ASKS: Record<Exclude<PanelKind, 'saved'>, readonly Field[]> = {
  reject: ['reason', 'words'],
  grant: ['words'],
  decline: ['words'],
  warn: ['words', 'note'],
  mute: ['until', 'note'],
  ban: ['until', 'reason', 'words', 'note'],
  edit: ['text', 'note'],
  reply: ['text'],
  note: ['about', 'text'],
}
const DAY = 24 * 3_600_000
const LASTS = [1, 3, 7, 30, 0]
/** The reason that tells an author nothing by itself. */
const OTHER = 'other' satisfies Reason

/** A dialog over the desk: what is to be said or chosen before something is done. */
export function Panel({ desk, one, kind }: { desk: Desk; one: Case; kind: PanelKind }) {
  useEffect(() => {
    if (desk.site !== null) void openSaved(desk.site)
  }, [desk.site])
  return (
    <Dialog name="panel" class="acts-panel" heading={words.acts.panel[kind].heading} leave={closePanel}>
      {kind === 'saved' ? <SavedReplies desk={desk} /> : <Form desk={desk} one={one} kind={kind} />}
    </Dialog>
  )
}

function Form({ desk, one, kind }: { desk: Desk; one: Case; kind: Exclude<PanelKind, 'saved'> }) {
  const form = useRef<HTMLFormElement>(null)
  const key = useRef(crypto.getRandomValues(new Uint32Array(4)).join('-'))
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const submit = async (event: Event) => {
    event.preventDefault()
    if (isBusy) return
    const asked = new FormData(form.current!)
    const text = String(asked.get('text') ?? asked.get('words') ?? '').trim()
    if (!text && ['warn', 'edit', 'reply', 'note'].includes(kind)) {
      setTrouble(words.acts.needsText)
      return form.current!.querySelector<HTMLElement>('textarea')?.focus()
    }
    setBusy(true)
    const result = await send(one, kind, asked, key.current)
    setBusy(false)
    if (result.ok) closePanel()
    else setTrouble(result.why)
  }
  return (
    <form ref={form} class="acts-form" onSubmit={submit} onInput={() => setTrouble('')} onKeyDown={sendsByKey}>
      <div>
        {hintsOf(kind).map(line => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {ASKS[kind].map((field, at) => (
        <FieldFor
          key={field}
          field={field}
          isFirst={at === (kind === 'reject' ? 1 : 0)}
          desk={desk}
          one={one}
          kind={kind}
        />
      ))}
      <div role="alert">{trouble && <p class="trouble">{trouble}</p>}</div>
      <div class="acts-bar">
        <button type="submit" class="button filled" aria-disabled={isBusy}>
          {isBusy ? words.acts.sending : words.acts.panel[kind].button}
        </button>
        <button type="button" class="button quiet" onClick={closePanel}>
          {words.acts.cancel}
        </button>
      </div>
    </form>
  )
}

async function send(one: Case, kind: Exclude<PanelKind, 'saved'>, asked: FormData, key: string): Promise<Result> {
  const said = (field: Field) => String(asked.get(field) ?? '').trim() || undefined
  const [reason, toAuthor, note] = [said('reason') as Reason | undefined, said('words'), said('note')]
  const days = Number(asked.get('until') ?? 0)
  const until = days > 0 ? Date.now() + days * DAY : null
  switch (kind) {
    case 'reject':
    case 'grant':
      decide(kind === 'grant' ? 'approve' : 'reject', reason, toAuthor)
      return { ok: true }
    case 'reply':
      return reply(one, said('text')!, key)
    case 'note':
      return keepNote(one, asked.get('about') as Note['about'], said('text')!)
    case 'edit':
      // Only what stands round a text is trimmed, and the server does that.
      return act(one, kind, { text: String(asked.get('text')), note })
    default:
      return act(one, kind, { reason, words: toAuthor, note, ...(asked.has('until') && { until }) })
  }
}

interface FieldProps {
  field: Field
  isFirst: boolean
  desk: Desk
  one: Case
  kind: PanelKind
}

function FieldFor({ field, isFirst, desk, one, kind }: FieldProps) {
  const first = isFirst ? { 'data-first': true } : {}
  switch (field) {
    case 'reason':
      return (
        <label class="acts-field">
          <span>{words.acts.field.reason}</span>
          <select name="reason" {...first}>
            {kind === 'ban' && <option value="">{words.acts.noReason}</option>}
            {REJECT_REASONS.map(reason => (
              <option key={reason} value={reason} selected={kind === 'reject' && reason === OTHER}>
                {words.reason[reason]}
              </option>
            ))}
          </select>
        </label>
      )
    case 'until':
      return (
        <label class="acts-field">
          <span>{words.acts.field.until}</span>
          <select name="until" {...first}>
            {LASTS.map(days => (
              <option key={days} value={days} selected={days === 7}>
                {days ? words.acts.lasts(days) : words.acts.forGood}
              </option>
            ))}
          </select>
        </label>
      )
    case 'about':
      return (
        <fieldset class="acts-choice">
          <legend>{words.acts.field.about}</legend>
          {(['comment', 'author'] as const).map((about, at) => (
            <label key={about}>
              <input type="radio" name="about" value={about} defaultChecked={at === 0} {...(at === 0 && first)} />
              <span>{words.acts.about[about]}</span>
            </label>
          ))}
        </fieldset>
      )
    case 'note':
      return (
        <label class="acts-field">
          <span>{words.acts.field.note}</span>
          <textarea name="note" rows={2} dir="auto" maxLength={LIMITS.noteGraphemes} {...first} />
        </label>
      )
    default:
      return <TextField field={field} isFirst={isFirst} desk={desk} one={one} kind={kind} />
  }
}

/** A field for a longer text, into which a saved reply can be put. */
function TextField({ field, desk, one, kind, isFirst }: FieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const saved = (desk.site !== null && desk.acts.saved[desk.site]) || []
  // A name or a title can be filled in for one comment only.
  const mayInsert = (field === 'words' || kind === 'reply') && saved.length > 0 && desk.chosen.size < 2
  const filled = (text: string) => {
    const chosen = area.current!.form!.elements.namedItem('reason')
    const reason = (chosen instanceof HTMLSelectElement ? chosen.value : '') as Reason | ''
    return fill(text, {
      name: one.author.name ?? words.guest,
      title: one.article.title ?? one.article.url,
      site: siteHere(desk)?.name ?? '',
      reason: reason && words.reason[reason],
    })
  }
  const insert = (id: string) => {
    const text = saved.find(each => each.id === id)?.text
    if (text === undefined) return
    area.current!.setRangeText(filled(text), area.current!.selectionStart, area.current!.selectionEnd, 'end')
    area.current!.focus()
  }
  // Who knows the places of saved replies types them, too.
  const isFilled = (field === 'words' || kind === 'reply') && desk.chosen.size < 2
  const isNeeded = kind === 'warn' || field === 'text'
  const label =
    field === 'text' ? words.acts.field.text : isNeeded ? words.acts.field.words : words.acts.field.wordsOptional
  return (
    <div class="acts-field">
      <label>
        <span>{label}</span>
        <textarea
          ref={area}
          name={field}
          rows={kind === 'edit' ? 8 : 4}
          dir="auto"
          {...(isFirst && { 'data-first': true })}
          defaultValue={kind === 'edit' ? one.text : ''}
          {...(isFilled && {
            onChange: (event: { currentTarget: HTMLTextAreaElement }) => {
              event.currentTarget.value = filled(event.currentTarget.value)
            },
          })}
        />
      </label>
      {mayInsert && (
        <select
          class="acts-insert"
          aria-label={words.acts.field.saved}
          value=""
          onChange={event => {
            insert(event.currentTarget.value)
            event.currentTarget.value = ''
          }}
        >
          <option value="">{words.acts.field.saved}</option>
          {saved.map(({ id, name }) => (
            <option key={id} value={id} dir="auto">
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

/** Ctrl and Enter, or Cmd and Enter, send a form, also from a field of many lines. */
function sendsByKey(event: KeyboardEvent & { currentTarget: HTMLFormElement }): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
  event.preventDefault()
  // The field hears first that it was changed.
  ;(document.activeElement as HTMLElement | null)?.blur()
  event.currentTarget.requestSubmit()
}
