import { useId, useState } from 'preact/hooks'
import { type ListKind, WORD_LISTS } from '../../../server/contract.ts'
import { languageName } from '../queue-words.ts'
import { setList } from './policy.ts'
import { entriesOf, type ListName, listName, type PolicyDraft } from './state.ts'
import { policyWords } from './words.ts'

/** Languages that a list can be for: those that comments are told to be in. */
const LANGUAGES = [
  ...['ar', 'bn', 'de', 'el', 'en', 'es', 'fa', 'fr', 'he', 'hi', 'hy', 'it', 'ja', 'ka', 'ko'],
  ...['pt', 'ru', 'th', 'tr', 'uk', 'ur', 'zh'],
]

const isOfWords = (kind: ListKind) => (WORD_LISTS as readonly string[]).includes(kind)

/** Lists of words, each for all languages and for single ones; or of domains. */
export function Lists({ policy, kinds }: { policy: PolicyDraft; kinds: readonly ListKind[] }) {
  const areWords = isOfWords(kinds[0]!)
  const fields = kinds.map(kind => <OneKind key={kind} policy={policy} kind={kind} />)
  if (!areWords) return <div class="policy-lists">{fields}</div>
  return (
    <section class="policy-part">
      <h3>{policyWords.lists}</h3>
      <p class="hint">{policyWords.wordsHint}</p>
      <div class="policy-lists">{fields}</div>
    </section>
  )
}

function OneKind({ policy, kind }: { policy: PolicyDraft; kind: ListKind }) {
  const [added, setAdded] = useState<readonly string[]>([])
  const known = [...(policy.saved?.lists ?? []).map(listName), ...(Object.keys(policy.lists) as ListName[])]
  const written = known.filter(name => name.startsWith(`${kind}.`)).map(name => name.slice(kind.length + 1))
  const languages = [...new Set(['', ...written, ...added])]
  return (
    <div class="policy-kind">
      {languages.map(language => (
        <OneList key={language} policy={policy} kind={kind} language={language} />
      ))}
      {isOfWords(kind) && (
        <label class="policy-add">
          <span class="unseen">{policyWords.addLanguage}</span>
          <select class="input" value="" onChange={event => setAdded([...added, event.currentTarget.value])}>
            <option value="">{policyWords.addLanguage}</option>
            {LANGUAGES.filter(code => !languages.includes(code)).map(code => (
              <option key={code} value={code}>
                {languageName(code)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

function OneList({ policy, kind, language }: { policy: PolicyDraft; kind: ListKind; language: string }) {
  const id = useId()
  const name = listName({ kind, language })
  const entries = entriesOf(policy, name)
  const count = entries.split('\n').filter(line => line.trim() !== '' && !line.trim().startsWith('#')).length
  const label = policyWords.listName(kind)
  return (
    <div class="field">
      <label for={id}>
        {language ? policyWords.listNameOf(kind, languageName(language)) : label}{' '}
        <span class="policy-size">{policyWords.entries(count)}</span>
      </label>
      <textarea
        id={id}
        class="input policy-text"
        dir="auto"
        rows={Math.min(12, Math.max(3, entries.split('\n').length + 1))}
        spellcheck={false}
        autocomplete="off"
        value={entries}
        onInput={event => setList(name, event.currentTarget.value)}
      />
      {!isOfWords(kind) && <p class="hint">{policyWords.domainsHint}</p>}
    </div>
  )
}
