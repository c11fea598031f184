import { useEffect, useId, useState } from 'preact/hooks'
import type { DeskSite, OwnPhrase, OwnWords, Phrase, Phrases } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { whyNot } from '../keys/doing.ts'
import '../keys/office.css'
import { numeral } from '../phrases.ts'
import { Skeleton } from '../Skeleton.tsx'
import { tell } from '../toasts.ts'
import { words as all } from '../words.ts'
import { countOf, type Edits, loadPhrases, loadSite, merged, saveSettings, typed } from './draft.ts'
import { PhraseRow } from './PhraseRow.tsx'
import './wording.css'
import { wordingWords as words } from './words.ts'

/** So many phrases are drawn at once. */
const SHOWN = 40

const startOf = ({ settings }: DeskSite): string =>
  (settings['language'] as string).split('-')[0]!.toLowerCase() || Object.keys(settings['words'] as OwnWords)[0] || 'en'

/** The page of a site's words: its own language, and every phrase that can be said otherwise. */
export function Wording({ site }: { site: string }) {
  const [saved, setSaved] = useState<DeskSite | 'failed' | null>(null)
  const load = () =>
    loadSite(site).then(setSaved, error => {
      if (whyNot(error)) setSaved('failed')
    })
  useEffect(() => void load(), [site])
  return (
    <>
      <header>
        <h2 class="log-heading" tabIndex={-1}>
          {words.heading}
        </h2>
        <p class="faint">{words.intro}</p>
      </header>
      {saved === null ? (
        <Skeleton />
      ) : saved === 'failed' ? (
        <Failed again={load} />
      ) : (
        <Phrasebook site={site} saved={saved} setSaved={setSaved} />
      )}
    </>
  )
}

const Failed = ({ again }: { again(): void }) => (
  <p>
    {words.failed}{' '}
    <button type="button" class="text-button" onClick={again}>
      {all.retry}
    </button>
  </p>
)

interface BookProps {
  site: string
  saved: DeskSite
  setSaved(site: DeskSite): void
}

function Phrasebook({ site, saved, setSaved }: BookProps) {
  const [language, setLanguage] = useState(startOf(saved))
  const [book, setBook] = useState<Phrases | 'failed' | null>(null)
  const [edits, setEdits] = useState<Edits>({})
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const load = () =>
    loadPhrases(site, language).then(setBook, error => {
      if (whyNot(error)) setBook('failed')
    })
  useEffect(() => {
    setBook(null)
    void load()
  }, [site, language])

  /** Saves settings as they were looked at; others' changes of the site come in, and nothing that was typed goes. */
  const save = async (settings: Record<string, unknown>): Promise<boolean> => {
    setSaving(true)
    setTrouble(null)
    setFaults({})
    try {
      setSaved(await saveSettings(site, saved.seen, settings))
      tell({ tone: 'quiet', text: words.saved })
      return true
    } catch (error) {
      const problem = error instanceof Refusal ? error.problem : undefined
      const own = (problem?.errors ?? []).flatMap(({ path, message }) => {
        const [, way] = /^body\.settings\.words\.(.+)$/.exec(path) ?? []
        return way ? [[way, message] as const] : []
      })
      setFaults(Object.fromEntries(own))
      const why = whyNot(error)
      setTrouble(problem?.code === 'site_changed' ? words.elsewhere : own.length > 0 ? words.faulty : why)
      if (problem?.code === 'site_changed') setSaved(await loadSite(site))
      return false
    } finally {
      setSaving(false)
    }
  }
  const saveWords = async () => {
    if (isSaving || !(await save({ words: merged(saved.settings['words'] as OwnWords, edits) }))) return
    setEdits({})
    await load()
  }
  const spoken = __SPOKEN__.find(({ lang }) => lang === language)
  const count = countOf(edits)
  return (
    <>
      <section class="wording-head">
        <Choice
          label={words.standard}
          hint={words.standardHint}
          value={saved.settings['language'] as string}
          first={words.standardNone}
          choose={tag => void save({ language: tag })}
        />
        <Choice
          label={words.language}
          hint={spoken?.reviewer ? words.reviewedBy(spoken.reviewer) : words.unreviewed}
          value={language}
          choose={setLanguage}
        />
      </section>
      {book === 'failed' ? (
        <Failed again={() => void load()} />
      ) : book?.language !== language ? (
        <Skeleton />
      ) : (
        <Book
          key={language}
          book={book}
          edits={edits[language] ?? {}}
          faultOf={key => faults[`${language}.${key}`]}
          set={(phrase, next) => setEdits(typed(edits, language, phrase, next))}
        />
      )}
      <div class="policy-bar wording-bar">
        {trouble && (
          <div class="policy-trouble" role="alert">
            <p>{trouble}</p>
            <ul>
              {Object.entries(faults).map(([way, fault]) => (
                <li key={way}>
                  <code dir="ltr">{way}</code> {fault}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p class="policy-count">{count > 0 ? words.unsaved(count) : words.nothing}</p>
        {count > 0 && (
          <div class="policy-acts">
            <button type="button" class="button quiet" onClick={() => setEdits({})}>
              {words.discard}
            </button>
            <button type="button" class="button filled" aria-disabled={isSaving} onClick={() => void saveWords()}>
              {isSaving ? words.saving : words.save}
            </button>
          </div>
        )}
      </div>
    </>
  )
}

interface ChoiceProps {
  label: string
  hint: string
  value: string
  /** What stands for none of them. */
  first?: string
  choose(tag: string): void
}

/** The languages there are, each with whether somebody has read its words. */
function Choice({ label, hint, value, first, choose }: ChoiceProps) {
  const id = useId()
  const isOther = value !== '' && !__SPOKEN__.some(({ lang }) => lang === value)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="input"
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={event => choose(event.currentTarget.value)}
      >
        {first !== undefined && <option value="">{first}</option>}
        {isOther && <option value={value}>{value}</option>}
        {__SPOKEN__.map(({ lang, name, reviewer }) => (
          <option key={lang} value={lang} lang={lang}>
            {reviewer ? name : words.unreviewedShort(name)}
          </option>
        ))}
      </select>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}

interface PageProps {
  book: Phrases
  edits: Readonly<Record<string, OwnPhrase | null>>
  faultOf(key: string): string | undefined
  set(phrase: Phrase, next: OwnPhrase | null): void
}

/** All phrases of a language, those that are looked for. */
function Book({ book, edits, faultOf, set }: PageProps) {
  const id = useId()
  const [sought, setSought] = useState('')
  const [isOwn, setOwn] = useState(false)
  const now = ({ key, own }: Phrase) => (key in edits ? edits[key]! : own)
  const wanted = sought.trim().toLowerCase()
  const found = book.phrases.filter(
    phrase =>
      (!isOwn || phrase.own !== null || phrase.key in edits) &&
      JSON.stringify([phrase.key, phrase.usual, now(phrase)])
        .toLowerCase()
        .includes(wanted),
  )
  return (
    <section class="office-part">
      <div class="wording-head">
        <div class="field">
          <label for={id}>{words.search}</label>
          <input
            id={id}
            class="input"
            type="search"
            dir="auto"
            autocomplete="off"
            aria-describedby={`${id}-hint`}
            onInput={event => setSought(event.currentTarget.value)}
          />
          <p class="hint" id={`${id}-hint`}>
            {words.searchHint}
          </p>
        </div>
        <label class="wording-only">
          <input type="checkbox" checked={isOwn} onChange={event => setOwn(event.currentTarget.checked)} />{' '}
          {words.onlyOwn}
        </label>
      </div>
      {found.length === 0 && <p class="faint">{words.none}</p>}
      <ul class="office-list">
        {found.slice(0, SHOWN).map(phrase => (
          <PhraseRow
            key={phrase.key}
            phrase={phrase}
            own={now(phrase)}
            fault={faultOf(phrase.key)}
            of={book}
            set={next => set(phrase, next)}
          />
        ))}
      </ul>
      {found.length > SHOWN && <p class="faint">{words.some({ n: SHOWN, all: numeral(found.length) })}</p>}
    </section>
  )
}
