import { useEffect, useId, useState } from 'preact/hooks'
import type { Examples } from '../../../server/contract.ts'
import { Refusal } from '../../shared/call.ts'
import { ask, showsDoor } from '../asking.ts'
import { Lines } from './Field.tsx'
import { settingWords } from './settings-words.ts'
import { type SiteDraft, setName, setOrigins, setSetting, settingNow } from './site-draft.ts'
import { labelOf, own } from './words.ts'

interface AddressesProps {
  site: string
  draft: SiteDraft
}

/** The name of a site, where its pages are, and what that makes of addresses. */
export function Addresses({ site, draft }: AddressesProps) {
  const id = useId()
  const { saved, changes } = draft
  const origins = changes.origins ?? saved!.origins
  return (
    <section class="policy-part" aria-labelledby="pages-heading">
      <h3 id="pages-heading">{own.pages}</h3>
      <div class="field">
        <label for={`${id}name`}>{own.name}</label>
        <input
          id={`${id}name`}
          class="input"
          dir="auto"
          autocomplete="off"
          aria-describedby={`${id}name-hint`}
          value={changes.name ?? saved!.name}
          onInput={event => setName(site, event.currentTarget.value)}
        />
        <p class="hint" id={`${id}name-hint`}>
          {own.nameHint}
        </p>
      </div>
      <div class="field">
        <label for={`${id}origins`}>{own.origins}</label>
        <Lines
          id={`${id}origins`}
          class="input"
          aria-describedby={`${id}origins-hint`}
          value={origins}
          set={lines => setOrigins(site, lines)}
        />
        <p class="hint" id={`${id}origins-hint`}>
          {own.originsHint}
        </p>
      </div>
      <div class="field">
        <label for={`${id}aliases`}>{labelOf({ name: 'aliases' })}</label>
        <Lines
          id={`${id}aliases`}
          class="input"
          aria-describedby={`${id}aliases-hint`}
          value={settingNow(draft, 'aliases') as string[]}
          set={lines => setSetting(site, 'aliases', lines)}
        />
        <p class="hint" id={`${id}aliases-hint`}>
          {settingWords.aliases.hint}
        </p>
      </div>
      <Tried site={site} draft={draft} origins={origins} />
    </section>
  )
}

function isAddress(text: string): boolean {
  try {
    return new URL(text) !== null
  } catch {
    return false
  }
}

/** Addresses that show what the lines above mean: of each host of the site and each alias, one story. */
function beginning(origins: readonly string[], aliases: readonly string[]): string[] {
  const named = aliases.map(alias => `https://${alias}`)
  const hosts = [...new Set([...origins, ...named])].filter(isAddress)
  return hosts.length > 0
    ? hosts.slice(0, 6).map(origin => `${origin}/story?utm_source=mail`)
    : [`${location.origin}/story`]
}

function Tried({ site, draft, origins }: AddressesProps & { origins: string[] }) {
  const id = useId()
  const [typed, setTyped] = useState<string[] | null>(null)
  const [keys, setKeys] = useState<readonly (string | null)[]>([])
  const [trouble, setTrouble] = useState<string | null>(null)
  const urls = typed ?? beginning(origins, settingNow(draft, 'aliases') as string[])
  const asked = JSON.stringify({ origins, settings: draft.changes.settings, urls: urls.slice(0, 20) })
  useEffect(() => {
    let isStale = false
    const timer = setTimeout(async () => {
      try {
        const answer = await ask<Examples>('POST', `sites/${site}/examples`, { body: JSON.parse(asked) })
        if (isStale) return
        setKeys(answer.keys)
        setTrouble(null)
      } catch (error) {
        if (isStale || showsDoor(error)) return
        const problem = error instanceof Refusal ? error.problem : null
        setTrouble(problem?.errors?.[0]?.message ?? problem?.detail ?? own.failed)
      }
    }, 400)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [asked, site])
  return (
    <div class="field">
      <label for={id}>{own.examples}</label>
      <Lines id={id} class="input" aria-describedby={`${id}-hint`} value={urls} set={setTyped} />
      <p class="hint" id={`${id}-hint`}>
        {own.examplesHint}
      </p>
      {trouble ? (
        <p class="hint trouble" role="status" dir="auto">
          {trouble}
        </p>
      ) : (
        <dl class="site-keys">
          {urls.map((url, at) => (
            <div key={url}>
              <dt dir="ltr">{url}</dt>
              <dd dir="ltr">
                {keys[at] === undefined
                  ? '…'
                  : keys[at] === null
                    ? own.refused
                    : keys[at].startsWith('//')
                      ? own.edition(keys[at])
                      : keys[at]}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
