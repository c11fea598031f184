import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { words } from './words.ts'

interface LazyProps<Props> {
  /** Fetches the component; the same function at every drawing. */
  load(): Promise<ComponentType<Props>>
  of: Props
}

/** A part of the desk that is fetched when it is shown. */
export function Lazy<Props extends object>({ load, of }: LazyProps<Props>) {
  const [state, setState] = useState<{ part: ComponentType<Props> } | 'loading' | 'failed'>('loading')
  const fetchPart = () => {
    setState('loading')
    load().then(
      part => setState({ part }),
      () => setState('failed'),
    )
  }
  useEffect(fetchPart, [load])
  if (state === 'loading') return <p class="faint list-end">{words.loading}</p>
  if (state === 'failed')
    return (
      <p class="list-end">
        {words.signIn.down}{' '}
        <button type="button" class="text-button" onClick={fetchPart}>
          {words.retry}
        </button>
      </p>
    )
  return <state.part {...of} />
}
