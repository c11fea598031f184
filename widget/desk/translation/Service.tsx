import { useEffect, useId, useState } from 'preact/hooks'
import {
  TRANSLATION_LANGUAGES,
  type TranslationLanguage,
  type Translator,
  type TranslatorKeyRequest,
  type TranslatorTrial,
  type TranslatorTrialRequest,
} from '../../../server/contract.ts'
import { troubleOf } from '../articles/trouble.ts'
import { ask, showsDoor } from '../asking.ts'
import { languageName } from '../queue-words.ts'
import { say } from '../state.ts'
import { Translated } from './Translated.tsx'
import { target } from './target.ts'
import { translationWords as words } from './words.ts'

interface ServiceProps {
  site: string
  /** The address as it is saved, and whether another one is typed. */
  saved: string
  isChanged: boolean
}

/** The service that translates for a site: its key, and a sentence that shows whether it works. For owners. */
export function Service({ site, saved, isChanged }: ServiceProps) {
  const path = `sites/${encodeURIComponent(site)}/translator`
  const [service, setService] = useState<Translator | null>(null)
  const [note, setNote] = useState('')
  useEffect(() => {
    setService(null)
    ask<Translator>('GET', path).then(setService, error => void showsDoor(error))
  }, [path, saved])
  const setKey = async (key: string | null): Promise<boolean> => {
    const body: TranslatorKeyRequest = { key }
    try {
      setService(await ask<Translator>('PUT', path, { body }))
      const done = key === null ? words.dropped : words.kept
      setNote(done)
      say(done)
      return true
    } catch (error) {
      if (!showsDoor(error)) setNote(troubleOf(error).text)
      return false
    }
  }
  if (saved === '') return <p class="faint">{words.unset}</p>
  return (
    <div class="translator">
      <p class="faint">{words.intro(new URL(saved).host)}</p>
      {isChanged && <p class="faint">{words.unsaved}</p>}
      <Key service={service} setKey={setKey} note={note} />
      <TryOut path={path} />
    </div>
  )
}

interface KeyProps {
  service: Translator | null
  setKey(key: string | null): Promise<boolean>
  note: string
}

function Key({ service, setKey, note }: KeyProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const keep = async () => {
    if (typed.trim() !== '' && (await setKey(typed.trim()))) setTyped('')
  }
  return (
    <div class="field">
      <label for={id}>{words.key}</label>
      <input
        id={id}
        class="input"
        type="password"
        dir="ltr"
        autocomplete="off"
        value={typed}
        aria-describedby={`${id}-hint`}
        onInput={event => setTyped(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`}>
        {words.keyHint} {service?.hasKey && words.hasKey}
      </p>
      <div class="translator-acts">
        <button type="button" class="button" aria-disabled={typed.trim() === ''} onClick={() => void keep()}>
          {words.keep}
        </button>
        {service?.hasKey && (
          <button type="button" class="button quiet" onClick={() => void setKey(null)}>
            {words.drop}
          </button>
        )}
        <span role="status">{note}</span>
      </div>
    </div>
  )
}

function TryOut({ path }: { path: string }) {
  const id = useId()
  const [text, setText] = useState<string>(words.sample)
  const [into, setInto] = useState<TranslationLanguage>(() => (target() === 'en' ? 'fa' : target()))
  const [tried, setTried] = useState<TranslatorTrial | 'coming' | null>(null)
  const tryOut = async () => {
    if (tried === 'coming' || text.trim() === '') return
    setTried('coming')
    const body: TranslatorTrialRequest = { text, target: into }
    try {
      setTried(await ask<TranslatorTrial>('POST', `${path}/trial`, { body }))
    } catch (error) {
      if (!showsDoor(error)) setTried({ translation: null, trouble: troubleOf(error).text })
    }
  }
  return (
    <>
      <div class="field">
        <label for={id}>{words.sentence}</label>
        <input
          id={id}
          class="input"
          dir="auto"
          maxLength={300}
          value={text}
          onInput={event => setText(event.currentTarget.value)}
        />
      </div>
      <div class="translator-acts">
        <label for={`${id}-into`}>{words.into}</label>
        <select
          id={`${id}-into`}
          class="input"
          value={into}
          onChange={event => setInto(event.currentTarget.value as TranslationLanguage)}
        >
          {TRANSLATION_LANGUAGES.map(code => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
        </select>
        <button type="button" class="button" aria-disabled={tried === 'coming'} onClick={() => void tryOut()}>
          {tried === 'coming' ? words.coming : words.tryOut}
        </button>
      </div>
      <div role="status">
        {tried !== null && tried !== 'coming' && tried.translation && <Translated made={tried.translation} />}
        {tried !== null && tried !== 'coming' && tried.trouble && <p dir="auto">{words.trouble(tried.trouble)}</p>}
      </div>
    </>
  )
}
