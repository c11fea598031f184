import type { ComponentChild } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface LazyProps<P> {
  load(): Promise<(props: NoInfer<P>) => ComponentChild>
  of: P
}

/** A piece that few readers need, fetched when it is drawn. What it says can be read without, so its failure is silent. */
export function Lazy<P extends object>({ load, of }: LazyProps<P>) {
  const [Piece, setPiece] = useState<((props: P) => ComponentChild) | null>(null)
  useEffect(() => {
    load().then(
      piece => setPiece(() => piece),
      () => {},
    )
  }, [])
  return Piece && <Piece {...of} />
}
