/** Elements by their names with the attributes that each may have beside those that all may. */
export interface Renderer {
  elements: Readonly<Record<string, readonly string[]>>
  /** Attributes that say how something looks or is called, and can do nothing. */
  all: readonly string[]
}

const SAID = ['class', 'id', 'dir', 'lang', 'title', 'tabindex', 'hidden', 'role', 'style', 'part']

const DRAWN = {
  svg: ['viewBox', 'width', 'height', 'fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'],
  circle: ['cx', 'cy', 'r', 'fill', 'fill-opacity'],
  path: ['d', 'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-linejoin', 'stroke-linecap'],
  text: ['x', 'y', 'fill', 'font-size', 'font-weight', 'text-anchor', 'dy'],
}

/** Everything that the widget makes. */
export const WIDGET: Renderer = {
  all: SAID,
  elements: {
    ...DRAWN,
    ...Object.fromEntries(
      'div section header h2 h3 p i b bdi em strong del code pre br blockquote ul li span article dl dt dd'
        .split(' ')
        .map(name => [name, []]),
    ),
    div: ['data-theme', 'data-apart'],
    ol: ['start'],
    a: ['href', 'rel', 'target'],
    time: ['datetime'],
    form: [],
    label: ['for'],
    textarea: ['rows', 'placeholder', 'autocapitalize', 'spellcheck'],
    input: ['type', 'name', 'autocomplete', 'placeholder', 'value', 'inputmode', 'spellcheck', 'maxlength', 'checked'],
    button: ['type', 'disabled'],
    select: [],
    option: ['value', 'selected'],
    fieldset: [],
    legend: [],
    dialog: ['open'],
  },
}

/** Everything that the desk makes. */
export const DESK: Renderer = {
  all: SAID,
  elements: {
    ...WIDGET.elements,
    ...Object.fromEntries(
      'html body main nav aside footer h1 mark kbd small table thead tbody tr th td hr hgroup summary output q cite ins'
        .split(' ')
        .map(name => [name, []]),
    ),
    head: [],
    title: [],
    noscript: [],
    search: [],
    span: ['data-words'],
    main: ['data-front', 'data-choosing'],
    fieldset: ['data-open'],
    li: ['data-key', 'data-at'],
    output: ['for'],
    textarea: [...WIDGET.elements['textarea']!, 'autocomplete'],
    input: ['required', ...WIDGET.elements['input']!, 'min', 'max', 'step'],
    meta: ['charset', 'name', 'content'],
    link: ['rel', 'href', 'type', 'crossorigin'],
    script: ['src', 'type', 'crossorigin'],
    details: ['open'],
    rect: ['x', 'y', 'width', 'height', 'rx'],
    a: ['href', 'rel', 'target', 'download'],
    iframe: ['src', 'loading'],
    h4: [],
    progress: ['value', 'max'],
  },
}

/** What a walk has found. */
export interface Walk {
  /** How many elements it came by. */
  elements: number
  /** What the renderer does not make, each once. */
  strangers: string[]
}

/**
 * Walks down from the elements that a selector finds, into their shadow trees, and holds every element and attribute
 * against what the renderer makes. Runs in the page, so it brings along all that it needs.
 */
export function walk({ selector, renderer }: { selector: string; renderer: Renderer }): Walk {
  const strangers = new Set<string>()
  const own = (name: string) => (Object.hasOwn(renderer.elements, name) ? renderer.elements[name]! : null)
  let elements = 0
  const look = (element: Element) => {
    elements += 1
    const name = element.localName
    const known = own(name)
    if (!known) strangers.add(`<${name}>`)
    for (const attribute of element.attributes) {
      const { name: key, value } = attribute
      const isKnown = key.startsWith('aria-') || renderer.all.includes(key) || known?.includes(key)
      if (known && !isKnown) strangers.add(`<${name} ${key}>`)
      if (key.startsWith('on') || key === 'srcdoc' || key === 'formaction') strangers.add(`<${name} ${key}=${value}>`)
      if (key === 'style' && /url\(|expression|@import/i.test(value)) strangers.add(`<${name} style=${value}>`)
      if (/^(href|src|action|xlink:href|data)$/.test(key)) {
        const { protocol } = new URL(value, 'https://page.example/')
        if (!/^(https?|mailto):$/.test(protocol)) strangers.add(`<${name} ${key}=${value}>`)
      }
    }
    for (const child of element.children) look(child)
    if (element.shadowRoot) for (const child of element.shadowRoot.children) look(child)
  }
  for (const start of document.querySelectorAll(selector)) {
    // The element itself is the page's; what is in it is the renderer's.
    if (start.shadowRoot) for (const child of start.shadowRoot.children) look(child)
    else look(start)
  }
  return { elements, strangers: [...strangers] }
}
