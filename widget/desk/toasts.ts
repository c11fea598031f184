import { change, desk, say, type Toast } from './state.ts'

/** How long a quiet message stays; trouble stays until it is answered. */
const QUIET_FOR = 7_000
const AT_MOST = 3

let lastId = 0
const timers = new Map<number, ReturnType<typeof setTimeout>>()

/** Takes a message off the screen. */
export function dismiss(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  change({ toasts: desk().toasts.filter(toast => toast.id !== id) })
}

/** Shows a message and says it aloud. A quiet one replaces the quiet one before it. Answers its id. */
export function tell(toast: Omit<Toast, 'id'>): number {
  const id = ++lastId
  for (const old of desk().toasts) if (old.tone === 'quiet') dismiss(old.id)
  change({ toasts: [...desk().toasts, { ...toast, id }].slice(-AT_MOST) })
  if (toast.tone === 'quiet') timers.set(id, setTimeout(dismiss, QUIET_FOR, id))
  say([toast.text, ...(toast.lines ?? []).map(line => line.text)].join(' '))
  return id
}
