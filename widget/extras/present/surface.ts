/**
 * The colour that a thread stands on, for what opens over it: the first background from the thread outwards that is not
 * see-through, else the usual one of its theme.
 */
export function surfaceUnder(root: HTMLElement): string {
  for (let at: Element | null = root; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host || null)) {
    const { backgroundColor } = getComputedStyle(at)
    if (/^rgb\(|^color\([^/]*\)$/.test(backgroundColor)) return backgroundColor
  }
  return root.dataset['theme'] === 'dark' ? '#17191b' : '#fff'
}
