/**
 * Finds what people find, by role and name, through open shadow roots, in the page itself; `window.ts` sends the source
 * of `look` there. Types only may be used here from elsewhere.
 */

/** What is looked for: what all of these say at once. Names and texts are parts of the whole, or patterns. */
export interface Sought {
  role?: string
  name?: string | RegExp
  text?: string | RegExp
  /** A CSS selector, for what has neither role nor name. */
  css?: string
  /** It lies within this. */
  within?: Sought
  /** Which of several; the last is -1. Without it the first. */
  nth?: number
}

/** What was found. Boxes are in CSS pixels of the viewport. */
export interface Found {
  count: number
  /** Of the one that was sought. */
  text: string
  value: string
  name: string
  box: { x: number; y: number; width: number; height: number }
  isFocused: boolean
  attributes: Record<string, string>
  styles: Record<string, string>
  /** Why it cannot be pressed, or nothing if it can. */
  obstacle: string | null
}

export interface Task {
  sought: Sought
  /** What is done with it beside being looked at. */
  does?: 'focus' | 'select' | 'ready'
  styles?: string[]
}

/** @returns what was found; null if there is nothing that can be seen */
export function look(task: Task): Found | null {
  const ROLES: [string, string][] = [
    ['a[href]', 'link'],
    ['button, input[type=submit], summary', 'button'],
    ['textarea, input:not([type]), input[type=text], input[type=email], input[type=search]', 'textbox'],
    ['article', 'article'],
    ['h1, h2, h3, h4', 'heading'],
    ['dialog', 'dialog'],
    ['select', 'combobox'],
    ['li', 'listitem'],
  ]
  const roleOf = (at: Element): string | undefined =>
    at.getAttribute('role') ?? ROLES.find(([selector]) => at.matches(selector))?.[1]
  const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const nameOf = (at: Element): string => {
    const root = at.getRootNode() as Document | ShadowRoot
    const labelledBy = at.getAttribute('aria-labelledby')
    if (labelledBy)
      return labelledBy
        .split(' ')
        .map(id => words(root.getElementById(id)?.textContent))
        .join(' ')
    const label = at.getAttribute('aria-label')
    if (label) return words(label)
    const labels = [...((at as HTMLInputElement).labels ?? [])]
    if (labels.length > 0) return labels.map(each => words(each.textContent)).join(' ')
    const own = at.matches('input[type=submit]') ? (at as HTMLInputElement).value : at.textContent
    const isField = at.matches('input:not([type=submit]), textarea')
    return words((isField ? '' : own) || at.getAttribute('placeholder') || at.getAttribute('title'))
  }
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap(at => (at.shadowRoot ? [at, ...all(at.shadowRoot)] : [at]))
  const fits = (said: string, wanted: string | RegExp | { pattern: string; flags: string }): boolean =>
    typeof wanted === 'string'
      ? said.includes(wanted)
      : new RegExp((wanted as { pattern: string }).pattern, (wanted as RegExp).flags).test(said)
  const isSeen = (at: Element) => at.getClientRects().length > 0 && getComputedStyle(at).visibility === 'visible'
  const find = ({ role, name, text, css, within, nth }: Sought): Element[] => {
    const scope = within ? find(within).slice(0, 1) : [document]
    const found = scope
      .flatMap(part => [...((part as Element).shadowRoot ? all((part as Element).shadowRoot!) : []), ...all(part)])
      .filter(
        at =>
          (role === undefined || roleOf(at) === role) &&
          (css === undefined || at.matches(css)) &&
          (text === undefined || fits(words(at.textContent), text)) &&
          (name === undefined || fits(nameOf(at), name)) &&
          isSeen(at),
      )
    // Where a text alone is sought, the element that says it and not the whole page around it.
    const inmost =
      role || css || name ? found : found.filter(at => !found.some(other => other !== at && at.contains(other)))
    return nth === undefined ? inmost : inmost.slice(nth, nth + 1 || undefined)
  }

  const found = find(task.sought)
  const [at] = found as HTMLElement[]
  if (!at) return null
  if (task.does === 'focus') at.focus()
  if (task.does === 'select') (at as HTMLInputElement).select()
  let obstacle: string | null = null
  let box = at.getBoundingClientRect()
  if (task.does === 'ready') {
    const isIn = box.top >= 0 && box.bottom <= innerHeight
    if (!isIn) at.scrollIntoView({ block: 'center', behavior: 'instant' })
    box = at.getBoundingClientRect()
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    let hit = document.elementFromPoint(x, y)
    for (let inner = hit; inner; ) {
      hit = inner
      inner = inner.shadowRoot?.elementFromPoint(x, y) ?? null
      if (inner === hit) break
    }
    const holds = (node: Node | null): boolean =>
      node !== null && (node === at || holds(node.parentNode ?? (node as ShadowRoot).host ?? null))
    if (!holds(hit)) obstacle ??= `lies under ${hit ? hit.outerHTML.slice(0, 120) : 'nothing'}`
    if ((at as HTMLButtonElement).disabled) obstacle ??= 'is disabled'
  }
  const style = getComputedStyle(at)
  const root = at.getRootNode() as Document | ShadowRoot
  return {
    count: found.length,
    text: words(at.textContent),
    value: (at as HTMLInputElement).value ?? '',
    name: nameOf(at),
    box: { x: box.x, y: box.y, width: box.width, height: box.height },
    isFocused: root.activeElement === at,
    attributes: Object.fromEntries(at.getAttributeNames().map(each => [each, at.getAttribute(each)!])),
    styles: Object.fromEntries((task.styles ?? []).map(each => [each, style.getPropertyValue(each)])),
    obstacle,
  }
}

/** The expression that looks in a page. */
export const lookingFor = (task: Task): string =>
  `(${look})(${JSON.stringify(task, (_, value) => (value instanceof RegExp ? { pattern: value.source, flags: value.flags } : value))})`
