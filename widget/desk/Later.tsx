import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

type LaterProps<P> = P & { load(): Promise<ComponentType<P>> }

/** A part of a page that is fetched when it is first needed; until it comes, and where it does not, nothing stands there. */
export function Later<P extends object>({ load, ...props }: LaterProps<P>) {
  const [come, setCome] = useState<{ Part: ComponentType<P> } | null>(null)
  useEffect(() => {
    load().then(
      Part => setCome({ Part }),
      () => {},
    )
  }, [])
  return come && <come.Part {...(props as unknown as P)} />
}
