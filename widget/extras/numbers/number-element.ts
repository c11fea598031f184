import { type NumberWords, plural } from '../../shared/words.ts'
import { type Asker, askCount, askViews } from './asking.ts'
import { numberWords } from './number-words.ts'
import { isSame, type Page, pageOf } from './page.ts'

const WHICH = ['site', 'url', 'article']
const HOW = ['format', 'lang', 'start']

/** The elements on the page. */
const shown = new Set<NumberElement>()

/** A number of an article, as text of the page it stands in. Until it is known, what the page put there stands. */
abstract class NumberElement extends HTMLElement implements Asker {
  static observedAttributes = [...WHICH, ...HOW]
  page: Page | null = null
  question: object | null = null
  private number: number | null | undefined

  abstract ask(): void
  protected abstract spell(number: number, words: NumberWords, lang: string): string

  /** Where counting began. */
  protected get start(): number {
    return 0
  }

  connectedCallback(): void {
    shown.add(this)
    this.ask()
  }

  disconnectedCallback(): void {
    shown.delete(this)
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return
    if (WHICH.includes(name)) this.ask()
    else this.draw()
  }

  /** Shows a number; nothing where the site shows none. */
  tell(number: number | null): void {
    this.question = null
    this.number = number
    this.draw()
  }

  private async draw(): Promise<void> {
    const words = await numberWords(this)
    // What is known by now counts: it may have been drawn anew meanwhile.
    if (this.number === undefined) return
    this.replaceChildren()
    if (this.number === null) return
    const number = this.number + this.start
    const { lang } = words
    const text = this.spell(number, words, lang)
    // The words may be in another language than the text around them, and run in another direction.
    const said = document.createElement('bdi')
    said.lang = lang
    said.textContent = this.getAttribute('format') === 'number' ? new Intl.NumberFormat(lang).format(number) : text
    this.append(said)
  }
}

/** `<parley-count>`: how many comments an article has. */
export class ParleyCount extends NumberElement {
  ask(): void {
    askCount(this)
  }

  protected spell(number: number, { comments, noComments }: NumberWords, lang: string) {
    return number === 0 ? noComments : plural(comments, number, lang)
  }
}

/** `<parley-views>`: how many readers have seen an article, `start` included. */
export class ParleyViews extends NumberElement {
  ask(): void {
    askViews(this)
  }

  protected override get start(): number {
    const start = this.getAttribute('start') ?? ''
    return /^\d{1,15}$/.test(start) ? Number(start) : 0
  }

  protected spell(number: number, { views }: NumberWords, lang: string) {
    return plural(views, number, lang)
  }
}

/** The page may have become another one under elements that stay: those that speak of it ask anew. */
export function followPage(): void {
  for (const each of shown) {
    const now = each.page?.isOwn && pageOf(each, each.page)
    if (now && !isSame(now, each.page!)) each.ask()
  }
}

/** A thread on the page tells how many comments it has now: what counts them shows that. */
export function followThread(event: Event): void {
  const [thread] = event.composedPath()
  const page = thread instanceof Element && pageOf(thread)
  const { count } = (event as CustomEvent<{ count?: unknown }>).detail ?? {}
  if (!page || typeof count !== 'number') return
  for (const each of shown) {
    const own = each instanceof ParleyCount && pageOf(each, each.page)
    if (own && isSame(own, page)) each.tell(count)
  }
}
