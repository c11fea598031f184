import { useEffect, useState } from 'preact/hooks'
import type { Webhook, Webhooks } from '../../../server/contract.ts'
import { ask } from '../asking.ts'
import { whyNot } from '../keys/doing.ts'
import '../keys/office.css'
import { Skeleton } from '../Skeleton.tsx'
import { words as all } from '../words.ts'
import { Hook } from './Hook.tsx'
import { HookForm } from './HookForm.tsx'
import { hookWords as words } from './words.ts'

/** The page of a site's webhooks, for its owners. */
export function Hooks({ site }: { site: string }) {
  const [hooks, setHooks] = useState<Webhook[] | 'failed' | null>(null)
  const load = () =>
    ask<Webhooks>('GET', 'webhooks', { query: { site } }).then(
      ({ webhooks }) => setHooks(webhooks),
      error => whyNot(error) && setHooks('failed'),
    )
  useEffect(() => void load(), [site])
  return (
    <>
      <header>
        <h2 class="log-heading" tabIndex={-1}>
          {words.heading}
        </h2>
        <p class="faint">{words.intro}</p>
      </header>
      {hooks === null ? (
        <Skeleton />
      ) : hooks === 'failed' ? (
        <p>
          {words.failed}{' '}
          <button type="button" class="text-button" onClick={load}>
            {all.retry}
          </button>
        </p>
      ) : hooks.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="office-list">
          {hooks.map(hook => (
            <Hook key={hook.id} hook={hook} site={site} changed={load} />
          ))}
        </ul>
      )}
      <HookForm site={site} done={load} />
    </>
  )
}
