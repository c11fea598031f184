import { useEffect, useRef } from 'preact/hooks'
import { words } from './words.ts'

interface MoreProps {
  more: 'idle' | 'loading' | 'failed'
  /** The cursor of the next page, so that each page is waited for anew. */
  next: string
  load: () => void
  /** Why what comes into view is not loaded by itself, where it is not. */
  onlyByHand?: string | undefined
}

/** Loads the next page of a list when it comes into view; the button is there for those who scroll otherwise. */
export function More({ more, next, load, onlyByHand }: MoreProps) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!end.current || more !== 'idle' || onlyByHand) return
    const watch = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) load()
    })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [more, next, onlyByHand])
  return (
    <div class="list-more" ref={end}>
      {more === 'idle' && onlyByHand && <p>{onlyByHand}</p>}
      {more === 'failed' && <p>{words.list.moreFailed}</p>}
      <button type="button" class="button" aria-disabled={more === 'loading'} onClick={load}>
        {more === 'loading'
          ? words.list.loadingMore
          : more === 'failed'
            ? words.retry
            : onlyByHand
              ? words.list.lookOn
              : words.list.more}
      </button>
    </div>
  )
}
