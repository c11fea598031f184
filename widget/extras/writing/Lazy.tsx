import type { ComponentChild, ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface LazyProps<P> {
  load(): Promise<ComponentType<NoInfer<P>>>
  of: P
}

/** A piece that few readers need, fetched when it is drawn. What it says can be read without, so its failure is silent. */
export function Lazy<P extends object>({ load, of }: LazyProps<P>): ComponentChild {
  const [Piece, setPiece] = useState<ComponentType<P> | null>(null)
  useEffect(() => {
    load().then(
      piece => setPiece(() => piece),
      () => {},
    )
  }, [])
  return Piece && <Piece {...of} />
}
