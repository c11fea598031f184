import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { graphemes, LIMITS, textFault, utf8Length } from '../../../server/contract.ts'
import type { ComposerProps } from '../../embed/writing.ts'
import type { Refusal } from '../../shared/call.ts'
import { plural } from '../../shared/words.ts'
import type { ToolbarProps } from '../format/Toolbar.tsx'
import { type Draft, draftOf, EMPTY, keepDraft } from '../present/drafts.ts'
import { randomText } from '../present/identity.ts'
import { Lazy } from './Lazy.tsx'
import { post } from './post.ts'
import { refusalWords, writingWords } from './refusal-words.ts'
import { followTyping } from './typing.ts'

/** From how many graphemes before the limit on the reader is told how many are left. */
const NEAR = 1_000

/** A page that was left does nothing any more after this, in ms. */
const LEAVING = 250

/** How many graphemes are left, if that is worth saying. */
function roomLeft(text: string): number | null {
  const { textGraphemes, textBytes } = LIMITS
  const bytesLeft = textBytes - utf8Length(text)
  if (text.length < textGraphemes - NEAR && bytesLeft > NEAR) return null
  const left = Math.min(textGraphemes - graphemes(text), bytesLeft)
  return left < NEAR ? left : null
}

/** The comments whose authors a draft calls, as far as their names stand in it. */
function calledBy({ text, mentions = {} }: Draft): string[] | undefined {
  const called = Object.keys(mentions).filter(name => text.includes(`@${name}`))
  return called.length ? called.map(name => mentions[name]!) : undefined
}

/** Lets the field grow with its text. */
function grow(area: HTMLTextAreaElement): void {
  area.style.height = 'auto'
  if (area.value) area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}

/**
 * Makes a bare text field a composer: name, buttons and notes under it, drafts, keys and sending. The field is not
 * this component's own, so it is led by hand.
 */
export function PostBar({
  scene,
  parent,
  area,
  onClose,
}: ComposerProps & { area: RefObject<HTMLTextAreaElement | null> }) {
  const { conversation, lang } = scene
  const { identity } = conversation.state
  const { holds } = conversation.policy
  const words = writingWords(scene)
  const [draft, setDraft] = useState(() => draftOf(conversation, parent?.id))
  const [isBegun, setBegun] = useState(false)
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState('')
  const [aside, setAside] = useState('')
  const [typing] = useState(() => followTyping(conversation))
  const [known, setKnown] = useState(identity?.name)
  const name = draft.name ?? identity?.name ?? ''
  const noteId = `note-${parent?.id ?? 'new'}`
  // Who has just signed in is called so.
  if (identity?.name !== known) {
    setKnown(identity?.name)
    // Who has proved who they are without a name goes by the one that is typed.
    if (identity?.name !== '') setDraft({ ...draft, name: null })
  }
  const isOpen = isBegun || parent !== null || draft.text !== ''

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepDraft(conversation, parent?.id, next)
    setFault('')
  }
  const refuse = (why: string) => {
    setFault(why)
    scene.say(why)
    area.current?.focus()
  }
  const send = async (isAgain?: boolean) => {
    const { text } = draft
    if (isSending) return
    const wrong = textFault(text)
    if (wrong) return refuse(words.faults[wrong])
    const said = JSON.stringify([text, name])
    // The same key for a retry of the same words, so that they stand only once.
    const sent = draft.sent?.words === said ? draft.sent : { key: randomText(16), words: said }
    change({ sent: { ...sent, isOut: true } })
    setSending(true)
    try {
      const written = {
        parent: parent?.id,
        text,
        name: name.trim(),
        typing: typing.told(),
        proofs: await typing.proof(setAside),
      }
      const comment = await post(conversation, { ...written, key: sent.key, mentions: calledBy(draft) })
      const { posted, postedWaiting, postedRefused } = words
      scene.say({ published: posted, pending: postedWaiting }[comment.status as string] ?? postedRefused)
      change(EMPTY)
      setBegun(false)
      typing.end()
      if (area.current) area.current.value = ''
      onClose?.(true)
    } catch (error) {
      const refusal = error as Refusal
      const { problem } = refusal
      // A page that is being left breaks off what it sends, and must not take that for the end of it.
      if (!problem) await new Promise(resolve => setTimeout(resolve, LEAVING))
      const isOff = !problem && navigator.onLine === false
      change({ sent: problem?.code === 'key_reused' ? null : { ...sent, isOut: isOff } })
      const warning = problem?.words
      if (warning) conversation.standing = { warning, ban: null, mute: null }
      // What goes out by itself is no fault of what was typed.
      if (!isAgain || !isOff) refuse(isOff ? words.faults.queued : refusalWords(scene, refusal))
      conversation.tell('error', { code: problem?.code ?? null })
    }
    setSending(false)
  }

  // What is changed after it was sent is sent again by the reader only.
  const onInput = () => change({ text: area.current!.value, sent: draft.sent && { ...draft.sent, isOut: false } })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
    if (event.key === 'Escape' && !draft.text) onClose?.(false)
  }
  const again = () => draft.sent?.isOut && send(true)
  const latest = useRef({ onInput, onKeyDown, send, again })
  latest.current = { onInput, onKeyDown, send, again }

  useLayoutEffect(() => {
    const field = area.current!
    const form = field.form!
    const begin = () => {
      setBegun(true)
      void typing.begin(form)
    }
    // What was typed before this came counts more than an older draft.
    if (field.value) latest.current.onInput()
    else field.value = draft.text
    if ((field.getRootNode() as ShadowRoot).activeElement === field) begin()
    const listeners = {
      input: (event: Event) => {
        typing.input(event as InputEvent)
        latest.current.onInput()
      },
      keydown: (event: Event) => {
        typing.key(event as KeyboardEvent)
        latest.current.onKeyDown(event as KeyboardEvent)
      },
      focus: begin,
    }
    for (const [type, listener] of Object.entries(listeners)) field.addEventListener(type, listener)
    const submit = () => latest.current.send()
    form.addEventListener('submit', submit)
    // What had no answer when the page was left, or the line broke, goes out once it can.
    const again = () => latest.current.again()
    addEventListener('online', again)
    if (navigator.onLine !== false) again()
    return () => {
      typing.end()
      removeEventListener('online', again)
      for (const [type, listener] of Object.entries(listeners)) field.removeEventListener(type, listener)
      form.removeEventListener('submit', submit)
    }
  }, [area, typing])
  useLayoutEffect(() => {
    const field = area.current!
    field.rows = isOpen ? 3 : 1
    field.readOnly = isSending
    field.setAttribute('aria-invalid', String(fault !== ''))
    field.setAttribute('aria-describedby', noteId)
    field.form!.classList.toggle('wrong', fault !== '')
    grow(field)
  })
  useEffect(() => {
    const refit = () => area.current && grow(area.current)
    addEventListener('resize', refit)
    return () => removeEventListener('resize', refit)
  }, [area])

  if (!isOpen) return null
  const left = roomLeft(draft.text)
  const hint = { none: '', first: identity ? '' : words.holds.first, all: words.holds.all }[holds]
  const { standing, policy } = conversation
  return (
    <>
      {policy.guidelines.length > 0 && (
        <div class="guidelines text" role="note" aria-label={words.guidelines}>
          <scene.Tree blocks={policy.guidelines} />
        </div>
      )}
      {standing && (standing.warning ?? standing.ban ?? standing.mute) && (
        <Lazy load={async () => (await import('../standing/standing.tsx')).Notice} of={{ scene, standing }} />
      )}
      <p id={noteId} class={fault || (left ?? 0) < 0 ? 'note fault' : 'note'}>
        {fault ||
          aside ||
          (left === null ? hint : left < 0 ? plural(words.over, -left, lang) : plural(words.left, left, lang))}
      </p>
      <Lazy<ToolbarProps>
        load={async () => (await import('../format/Toolbar.tsx')).Toolbar}
        of={{
          scene,
          parent,
          area,
          call: (mentioned, id) => change({ mentions: { ...draft.mentions, [mentioned]: id } }),
        }}
      />
      <div class="row">
        <input
          dir="auto"
          autocomplete="nickname"
          aria-label={words.name}
          placeholder={words.name}
          readOnly={isSending || !!identity?.host}
          value={name}
          onInput={event => change({ name: event.currentTarget.value })}
        />
        <Lazy load={async () => (await import('../sign-in/Line.tsx')).Line} of={{ scene }} />
        {onClose && (
          <button type="button" part="button" onClick={() => onClose(false)}>
            {words.cancel}
          </button>
        )}
        <button type="submit" part="button" class="post" aria-disabled={isSending}>
          {isSending ? words.posting : words.post}
        </button>
      </div>
    </>
  )
}
