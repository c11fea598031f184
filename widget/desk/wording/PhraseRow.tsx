import type { OwnPhrase, Phrase, Phrases } from '../../../server/contract.ts'
import { wordingWords as words } from './words.ts'

const filled = (phrase: string, values: Record<string, string>): string =>
  phrase.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place)

/** What stands in the places of a preview. */
const SAMPLES: Record<string, string> = {
  name: 'Nora',
  site: 'The Daily',
  code: '123456',
  address: 'nora@mail.example',
  title: '“The night ferry”',
}

interface RowProps {
  phrase: Phrase
  /** What is typed, or saved, instead; null where it is as usual. */
  own: OwnPhrase | null
  fault: string | undefined
  of: Phrases
  set(next: OwnPhrase | null): void
}

/** One phrase: what is usual, what is said instead, and how that reads. */
export function PhraseRow({ phrase: { key, usual }, own, fault, of: { language, dir, forms }, set }: RowProps) {
  const isOne = typeof usual === 'string'
  const shown = isOne ? usual : usual['other']!
  const places = [...new Set(shown.match(/\{\w+\}/g))]
  const samples = { ...SAMPLES, n: new Intl.NumberFormat(language).format(12_345) }
  const said = (form: string) => (typeof own === 'string' || own === null ? (own ?? '') : (own[form] ?? ''))
  const type = (form: string, text: string) => {
    if (isOne) return set(text === '' ? null : text)
    // The first form that is typed brings the others along as they are.
    const next = { ...(own === null ? usual : (own as Record<string, string>)), [form]: text }
    set(Object.values(next).every(each => each === '') ? null : next)
  }
  return (
    <li class="wording-row">
      <code dir="ltr">{key}</code>
      {isOne && (
        <p lang={language} dir={dir}>
          {usual}
        </p>
      )}
      <div class="wording-forms">
        {(isOne ? ['other'] : forms).map(form => (
          <div key={form} class="wording-form">
            {!isOne && (
              <span class="faint" dir="ltr" lang="en">
                {form}
              </span>
            )}
            <input
              class="input"
              lang={language}
              dir={dir}
              autocomplete="off"
              aria-label={isOne ? words.own(shown) : words.ownForm({ phrase: shown, form })}
              aria-invalid={fault !== undefined}
              placeholder={isOne ? usual : usual[form]}
              value={said(form)}
              onInput={event => type(form, event.currentTarget.value)}
            />
          </div>
        ))}
      </div>
      {places.length > 0 && own !== null && <p class="hint">{words.must(places.join(' '))}</p>}
      {fault !== undefined && (
        <p class="wording-fault" role="alert">
          {fault}
        </p>
      )}
      {own !== null && (
        <p class="hint">
          {words.preview}{' '}
          <b lang={language} dir={dir}>
            {filled(isOne ? said('other') : said('other') || shown, samples)}
          </b>{' '}
          <button type="button" class="text-button" onClick={() => set(null)}>
            {words.back}
          </button>
        </p>
      )}
    </li>
  )
}
