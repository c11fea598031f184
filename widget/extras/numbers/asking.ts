import type { Counts, LIMITS, Sight, Views } from '../../../server/contract.ts'
import { type Page, pageOf } from './page.ts'

/** An element that waits for a number. */
export interface Asker extends Element {
  /** The article it spoke of when it last asked. */
  page: Page | null
  /** What it has asked last; an answer to anything else comes too late. */
  question: object | null
  tell(number: number | null): void
}

/** One article, and the elements that ask for its number. */
interface Question {
  page: Page
  askers: Asker[]
}

/** What the server takes in one request, written out, because what two extras import would be a file of its own. */
const PAGES: typeof LIMITS.counts = 100
const BYTES: typeof LIMITS.countsBytes = 524_288
/** Bytes of a request for all but its pages: the site, the page that is seen, and the names of both. */
const FRAME = 20_000

const encoder = new TextEncoder()

/** Asks how many comments an element's article has. */
export const askCount = gather(setTimeout, ({ origin, query: { site } }, questions) => {
  for (const chunk of chunksOf(questions)) {
    hear(chunk, async urls => (await post<Counts>(`${origin}/api/counts`, { site, urls })).counts)
  }
})

/**
 * Asks how often an element's article was seen, as soon as the reader sees the page. The article of the page itself is
 * counted with that; where elements tell of several articles of one page, none can be the one that is read.
 */
export const askViews = gather(
  send => setTimeout(() => whenSeen(send)),
  ({ origin, query: { site } }, questions) => {
    const own = questions.filter(({ page }) => page.isOwn)
    let seen = own.length === 1 ? own[0]!.page.sight : undefined
    for (const chunk of chunksOf(questions)) {
      const counted = seen
      hear(chunk, async urls => (await post<Views>(`${origin}/api/views`, { site, urls, seen: counted })).views)
      seen = undefined
    }
  },
)

/** Gathers the elements that ask in one turn, so that a site is asked once for all of its numbers on a page. */
function gather(turn: (send: () => void) => void, send: (from: Page['place'], questions: Question[]) => void) {
  const waiting = new Set<Asker>()
  return (asker: Asker): void => {
    if (waiting.size === 0) {
      turn(() => {
        const sites = new Map<string, Map<string, Question>>()
        for (const each of waiting) if (each.isConnected) note(sites, each)
        waiting.clear()
        for (const questions of sites.values()) {
          const all = [...questions.values()]
          send(all[0]!.page.place, all)
        }
      })
    }
    waiting.add(asker)
  }
}

/** Notes what an element asks for, by site and by article. */
function note(sites: Map<string, Map<string, Question>>, asker: Asker): void {
  const page = pageOf(asker, asker.page)
  asker.page = page
  if (!page) return
  const { site } = page.place.query
  const questions = sites.get(site) ?? new Map<string, Question>()
  sites.set(site, questions)
  const name = JSON.stringify([page.sight, page.isOwn])
  const question = questions.get(name) ?? { page, askers: [] }
  questions.set(name, question)
  question.askers.push(asker)
}

/** As many questions together as the server takes in one request. */
function chunksOf(questions: Question[]): Question[][] {
  const chunks: Question[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const question of questions) {
    const bytes = encoder.encode(JSON.stringify(question.page.sight)).length + 1
    const last = chunks[chunks.length - 1]
    if (last && last.length < PAGES && size + bytes <= BYTES - FRAME) {
      last.push(question)
      size += bytes
    } else {
      chunks.push([question])
      size = bytes
    }
  }
  return chunks
}

/** Asks, and tells every element its number. Where no answer comes, what the page had put there stands. */
async function hear(
  questions: Question[],
  read: (urls: (string | Sight)[]) => Promise<readonly (number | null)[]>,
): Promise<void> {
  const question = {}
  for (const { askers } of questions) for (const asker of askers) asker.question = question
  try {
    const urls = questions.map(({ page: { sight } }) => (sight.canonical || sight.article ? sight : sight.url))
    const numbers = await read(urls)
    questions.forEach(({ askers }, at) => {
      for (const asker of askers) if (asker.question === question) asker.tell(numbers[at] ?? null)
    })
  } catch {
    // The page stands as its owner wrote it.
  }
}

/** A body of plain text needs no preflight. */
async function post<T>(address: string, body: object): Promise<T> {
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(body), credentials: 'omit' })
  const answer = await response.json()
  if (response.ok) return answer
  if (answer.command) console.warn(`Parley: ${answer.title}: ${answer.detail} ${answer.command}`)
  throw answer
}

/** Waits until the page is before the reader: not drawn ahead of time, and not in a tab behind another. */
function whenSeen(then: () => void): void {
  const isAhead = (document as { prerendering?: boolean }).prerendering
  const change = isAhead ? 'prerenderingchange' : 'visibilitychange'
  if (isAhead || document.hidden) document.addEventListener(change, () => whenSeen(then), { once: true })
  else then()
}
