/** What readers selected last in a comment: a click into the field that quotes it has taken the selection away by then. */
let last = { id: '', text: '' }

/** What is selected in the text of a comment, or was before the field for its answer took the focus. */
export const selectedIn = (id: string): string => (last.id === id ? last.text : '')

/** Remembers what is selected in the comments of a thread, on this page only. */
export function followSelection(root: ShadowRoot & { getSelection?(): Selection | null }, signal: AbortSignal) {
  const look = () => {
    // Chromium tells of a shadow root's selection there; others tell of it at the document.
    const selection = root.getSelection?.() ?? document.getSelection()
    const text = selection?.toString().trim()
    const node = selection?.anchorNode
    const comment = (node instanceof Element ? node : node?.parentElement)?.closest('.text')?.closest('article')
    if (text && comment?.getRootNode() === root) {
      last = { id: /name-(\S+)/.exec(comment.getAttribute('aria-labelledby') ?? '')?.[1] ?? '', text }
    } else if (selection?.isCollapsed && comment) last = { id: '', text: '' }
  }
  document.addEventListener('selectionchange', look, { signal })
}
