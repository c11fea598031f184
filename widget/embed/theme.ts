/** Above this a text's colour is light, so that what lies behind it is dark. */
const LIGHT_TEXT = 0.26
/** Black and white stand out equally from a colour of this luminance. */
const EVEN = 0.18

/** The relative luminance of a computed colour, from 0 to 1; null for one that is not there or cannot be told. */
export function luminance(color: string): number | null {
  const [, kind, rest] = /^([a-z]+)\((?:[a-z][\w-]* )?(.*)\)$/.exec(color) ?? []
  if (!kind) return null
  const [a = 0, b = 0, c = 0, alpha = 1] = rest!.split(/[\s,/]+/).map(Number.parseFloat)
  if (!alpha) return null
  if (kind[0] === 'o') return a ** 3
  if (kind[0] === 'l') return ((a + 16) / 116) ** 3
  const scale = kind === 'color' ? 1 : 255
  return 0.2126 * (a / scale) ** 2.2 + 0.7152 * (b / scale) ** 2.2 + 0.0722 * (c / scale) ** 2.2
}

/**
 * Paints the root after the colours it inherits. A probe beside the root has the text's colour and the owner's accent,
 * and a transition that is over at once: its end tells of every change, whatever caused it. Answers how to stop.
 */
export function followTheme(shadow: ShadowRoot, root: HTMLElement, wanted: () => string | null): () => void {
  const probe = document.createElement('i')
  probe.className = 'probe'
  shadow.append(probe)
  const system = matchMedia('(prefers-color-scheme: dark)')
  const paint = () => {
    const { color, backgroundColor } = getComputedStyle(probe)
    const text = luminance(color)
    const around = (text === null ? system.matches : text > LIGHT_TEXT) ? 'dark' : 'light'
    const theme = /^(dark|light)$/.exec(wanted()!)?.[1] ?? around
    root.dataset['theme'] = theme
    root.style.colorScheme = theme
    // A theme unlike the page's needs a ground of its own to be read on.
    root.toggleAttribute('data-apart', theme !== around)
    const accent = luminance(backgroundColor)
    // Nothing takes the property away.
    root.style.setProperty('--on-accent', accent === null ? '' : accent > EVEN ? '#000' : '#fff')
  }
  paint()
  probe.addEventListener('transitionend', paint)
  system.addEventListener('change', paint)
  return () => {
    system.removeEventListener('change', paint)
    probe.remove()
  }
}
