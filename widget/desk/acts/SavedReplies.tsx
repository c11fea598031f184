import { useEffect, useRef, useState } from 'preact/hooks'
import { LIMITS, type SavedReply, type SavedReplyRequest } from '../../../server/contract.ts'
import { ask } from '../asking.ts'
import { listed } from '../phrases.ts'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'
import { troubleOf } from './acting.ts'
import { keepSaved } from './files.ts'
import { PLACES } from './fill.ts'

/** The texts that moderators of the site say often: read, changed, removed, and new ones. */
export function SavedReplies({ desk }: { desk: Desk }) {
  const site = desk.site!
  const known = desk.acts.saved[site]
  const saved = known ?? []
  const [open, setOpen] = useState<SavedReply | 'new' | null>(null)
  const [trouble, setTrouble] = useState('')
  const heading = useRef<HTMLParagraphElement>(null)

  const close = () => {
    setOpen(null)
    heading.current?.focus()
  }
  const remove = async (reply: SavedReply) => {
    try {
      await ask('DELETE', `saved-replies/${encodeURIComponent(reply.id)}`, { query: { site } })
      keepSaved(
        site,
        saved.filter(({ id }) => id !== reply.id),
      )
      heading.current?.focus()
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }
  const save = async (name: string, text: string) => {
    const body: SavedReplyRequest = { site, name, text }
    const path = open === 'new' || open === null ? 'saved-replies' : `saved-replies/${encodeURIComponent(open.id)}`
    const { reply } = await ask<{ reply: SavedReply }>(open === 'new' ? 'POST' : 'PUT', path, { body })
    keepSaved(site, [...saved.filter(({ id }) => id !== reply.id), reply])
    close()
  }
  return (
    <div class="acts-form">
      <p ref={heading} tabIndex={-1} data-first>
        {known?.length === 0 ? words.acts.savedNone : words.acts.places(listed(PLACES))}
      </p>
      <div role="alert">{trouble && <p class="trouble">{trouble}</p>}</div>
      <ul class="acts-saved">
        {saved.map(reply => (
          <li key={reply.id}>
            <p>
              <bdi class="name">{reply.name}</bdi>
              <button
                type="button"
                class="text-button"
                aria-label={words.acts.savedEdit(reply.name)}
                onClick={() => setOpen(reply)}
              >
                {words.acts.savedChange}
              </button>
              <button
                type="button"
                class="text-button"
                aria-label={words.acts.savedGone(reply.name)}
                onClick={() => void remove(reply)}
              >
                {words.acts.savedRemove}
              </button>
            </p>
            {open === reply ? (
              <Editor reply={reply} save={save} close={close} />
            ) : (
              <p class="acts-said" dir="auto">
                {reply.text}
              </p>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <Editor reply={null} save={save} close={close} />
      ) : (
        <div class="acts-bar">
          <button type="button" class="button" onClick={() => setOpen('new')}>
            {words.acts.savedAdd}
          </button>
        </div>
      )}
    </div>
  )
}

interface EditorProps {
  reply: SavedReply | null
  save(name: string, text: string): Promise<void>
  close(): void
}

function Editor({ reply, save, close }: EditorProps) {
  const form = useRef<HTMLFormElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  useEffect(() => form.current!.querySelector('input')!.focus(), [])
  const submit = async (event: Event) => {
    event.preventDefault()
    const asked = new FormData(form.current!)
    const [name, text] = [String(asked.get('name')).trim(), String(asked.get('text')).trim()]
    if (isBusy) return
    if (!name || !text) return setTrouble(words.acts.needsText)
    setBusy(true)
    try {
      await save(name, text)
    } catch (error) {
      setTrouble(troubleOf(error))
      setBusy(false)
    }
  }
  return (
    <form
      ref={form}
      class="acts-form"
      aria-label={reply ? words.acts.savedEdit(reply.name) : words.acts.savedNew}
      onSubmit={submit}
      onInput={() => setTrouble('')}
    >
      <label class="acts-field">
        <span>{words.acts.field.name}</span>
        <input name="name" dir="auto" maxLength={LIMITS.savedReplyName} defaultValue={reply?.name ?? ''} />
      </label>
      <label class="acts-field">
        <span>{words.acts.field.text}</span>
        <textarea name="text" rows={4} dir="auto" defaultValue={reply?.text ?? ''} />
      </label>
      <div role="alert">{trouble && <p class="trouble">{trouble}</p>}</div>
      <div class="acts-bar">
        <button type="submit" class="button filled" aria-disabled={isBusy}>
          {words.acts.savedSave}
        </button>
        <button type="button" class="button quiet" onClick={close}>
          {words.acts.cancel}
        </button>
      </div>
    </form>
  )
}
