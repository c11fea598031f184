import { plural } from '../../shared/words.ts'
import { type Asker, askCount, askViews } from './asking.ts'
import { isSame, pageOf } from './page.ts'
import { wordsFor } from './words.ts'

const WHICH = ['site', 'url', 'article']
const HOW = ['format', 'lang', 'start']

/** A number of an article, as text of the page it stands in. Until it is known, what the page put there stands. */
abstract class NumberElement extends HTMLElement implements Asker {
  static observedAttributes = [...WHICH, ...HOW]
  question: object | null = null
  private number: number | null | undefined

  protected abstract ask(): void
  protected abstract spell(number: number): { text: string; lang: string }

  /** Where counting began. */
  protected get start(): number {
    return 0
  }

  connectedCallback(): void {
    this.ask()
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

  private draw(): void {
    if (this.number === undefined) return
    this.replaceChildren()
    if (this.number === null) return
    const number = this.number + this.start
    const { text, lang } = this.spell(number)
    // The words may be in another language than the text around them, and run in another direction.
    const words = document.createElement('bdi')
    words.lang = lang
    words.textContent = this.getAttribute('format') === 'number' ? new Intl.NumberFormat(lang).format(number) : text
    this.append(words)
  }
}

const counts = new Set<ParleyCount>()

/** `<parley-count>`: how many comments an article has. */
export class ParleyCount extends NumberElement {
  override connectedCallback(): void {
    counts.add(this)
    super.connectedCallback()
  }

  disconnectedCallback(): void {
    counts.delete(this)
  }

  protected ask(): void {
    askCount(this)
  }

  protected spell(number: number) {
    const { comments, noComments, lang } = wordsFor(this)
    return { text: number === 0 ? noComments : plural(comments, number, lang), lang }
  }
}

/** A thread on the page tells how many comments it has now: what counts them follows it. */
export function follow(event: Event): void {
  const [thread] = event.composedPath()
  const page = thread instanceof Element && pageOf(thread)
  const { count } = (event as CustomEvent<{ count?: unknown }>).detail ?? {}
  if (!page || typeof count !== 'number') return
  for (const each of counts) {
    const own = pageOf(each)
    if (own && isSame(own, page)) each.tell(count)
  }
}

/** `<parley-views>`: how many readers have seen an article, `start` included. */
export class ParleyViews extends NumberElement {
  protected ask(): void {
    askViews(this)
  }

  protected override get start(): number {
    const start = this.getAttribute('start') ?? ''
    return /^\d{1,15}$/.test(start) ? Number(start) : 0
  }

  protected spell(number: number) {
    const { views, lang } = wordsFor(this)
    return { text: plural(views, number, lang), lang }
  }
}
