import { useEffect, useState } from 'preact/hooks'
import type { SiteChange, SiteChangeList } from '../../../server/contract.ts'
import { Time } from '../../shared/Time.tsx'
import { ask, showsDoor } from '../asking.ts'
import { LANG } from '../words.ts'
import { changeWords, own } from './words.ts'

/** What was changed about a site, by whom and when, the newest first. */
export function Changed({ site, seen }: { site: string; seen: string }) {
  const [changes, setChanges] = useState<SiteChange[]>([])
  const [next, setNext] = useState<string | null>(null)
  const read = async (after: string | null, before: SiteChange[]) => {
    try {
      const list = await ask<SiteChangeList>('GET', `sites/${site}/changes`, { ...(after && { query: { after } }) })
      setChanges([...before, ...list.changes])
      setNext(list.next)
    } catch (error) {
      showsDoor(error)
    }
  }
  useEffect(() => void read(null, []), [site, seen])
  return (
    <section class="policy-part" aria-labelledby="changes-heading">
      <h3 id="changes-heading">{own.changes}</h3>
      {changes.length === 0 && <p class="faint">{own.noChanges}</p>}
      <ul class="site-changes">
        {changes.map(change => (
          <li key={change.seq}>
            <span class="faint">
              <Time at={change.at} lang={LANG} />
            </span>{' '}
            <bdi>{change.by?.name ?? own.commandLine}</bdi> <span>{changeWords(change)}</span>
          </li>
        ))}
      </ul>
      {next !== null && (
        <button type="button" class="button" onClick={() => void read(next, changes)}>
          {own.more}
        </button>
      )}
    </section>
  )
}
