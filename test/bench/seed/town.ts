import type { Reason, Ruler, Ruling, Status } from '../../../server/contract.ts'
import { chance, zipf } from './chance.ts'
import { type Said, speech } from './texts.ts'
import { MEASURED, type MeasuredThread, THREADS } from './threads.ts'

export interface Seed {
  /** All comments, those of the measured threads among them. */
  comments: number
  /** How many of them wait for a moderator. */
  pending: number
}

export interface Author {
  id: number
  voice: number
  name: string | null
}

interface Standing {
  id: number
  root: number
}

export interface Article {
  id: number
  key: string
  thread: MeasuredThread | null
  /** How many of a measured thread's comments are still to come. */
  left: number
  /** What can be answered: everything in a measured thread, the newest in any other. */
  standing: Standing[]
}

/** One row of the log. */
export interface Step {
  ruling: Ruling
  from: Status | 'none'
  to: Status
  ruler: Ruler
  reason: Reason | null
}

export interface TownComment extends Standing {
  article: Article
  parent: number | null
  author: Author
  avatar: number
  said: Said
  /** How it came to its status, the newest step last. */
  steps: Step[]
  at: number
}

/** When the first comment was written, and when ids begin to count (`server/comments/ids.ts`). */
export const BEGIN = Date.UTC(2025, 0, 1)
const EPOCH = Date.UTC(2020, 0, 1)
/** Flattens Zipf's head, so that no article of the million outgrows the measured one of 10,000. */
const FLAT = 20
/** How far back people answer, and how many of them do. */
const RECENT = 40
const ANSWERS = 0.45

/** The keys of the articles around the measured threads, those with the most comments first. */
export const newsKeys = (total: number) => Array.from({ length: Math.ceil(total / 50) }, (_, at) => `/news/${at}`)

/**
 * A town's newspaper: the measured threads, and around them articles whose numbers of comments follow Zipf's law, in
 * four scripts, with every status and many authors, written in turns over the years. The same for the same seed.
 */
export function town({ comments: total, pending }: Seed) {
  const random = chance(total)
  const speak = speech(random)
  const upTo = (count: number) => Math.floor(random() * count)
  const elsewhere = total - MEASURED
  if (elsewhere < pending) throw new Error(`${total} comments leave no room for ${pending} that wait.`)

  const articles: Article[] = []
  const publish = (key: string, thread: MeasuredThread | null) => {
    articles.push({ id: articles.length + 1, key, thread, left: thread?.comments ?? 0, standing: [] })
    return articles.at(-1)!
  }
  const measured = Object.values(THREADS).map(thread => publish(thread.key, thread))
  const news = newsKeys(total).map(key => publish(key, null))
  const authors = Array.from({ length: Math.ceil(total / 8) }, (_, at): Author => {
    const voice = speak.voice()
    return { id: at + 1, voice, name: speak.name(voice) }
  })
  const article = zipf(news.length, FLAT, random)
  const author = zipf(authors.length, authors.length / 100, random)

  function* comments(): Generator<TownComment> {
    const left = { measured: MEASURED, elsewhere, pending }
    let at = BEGIN
    while (left.measured + left.elsewhere > 0) {
      at += 1 + upTo(60_000)
      const isMeasured = upTo(left.measured + left.elsewhere) < left.measured
      const under = isMeasured ? measuredOne(upTo(left.measured)) : news[article()]!
      const waits = !isMeasured && upTo(left.elsewhere) < left.pending
      left[isMeasured ? 'measured' : 'elsewhere'] -= 1
      if (waits) left.pending -= 1
      const steps = isMeasured ? PUBLISHED[0]! : waits ? WAITS : settled(random())
      yield comment(under, steps, at)
    }
  }

  /** Each measured thread as likely as it has comments to come. */
  function measuredOne(drawn: number): Article {
    let passed = 0
    for (const one of measured) {
      passed += one.left
      if (drawn >= passed) continue
      one.left -= 1
      return one
    }
    throw new Error('All comments of the measured threads are written.')
  }

  function comment(under: Article, steps: Step[], at: number): TownComment {
    const { standing, thread } = under
    const place = thread ? thread.shape(standing.length, random) : random() < ANSWERS ? upTo(standing.length) : null
    const parent = place === null ? undefined : standing[place]
    const id = (at - EPOCH) * 4096 + upTo(4096)
    const by = authors[author()]!
    const root = parent?.root ?? id
    if (steps.at(-1)!.to === 'published') {
      standing.push({ id, root })
      if (!thread && standing.length > RECENT) standing.shift()
    }
    const said = speak.says(by.voice)
    return { id, root, parent: parent?.id ?? null, article: under, author: by, avatar: upTo(2 ** 32), said, steps, at }
  }

  return { articles, authors, comments }
}

const HELD: Step = { ruling: 'post', from: 'none', to: 'pending', ruler: 'rules', reason: 'first_comment' }
const SHOWN: Step = { ruling: 'post', from: 'none', to: 'published', ruler: 'rules', reason: null }
const WAITS = [HELD]
/** Published by the rules alone, or by a moderator. */
const PUBLISHED = [
  [SHOWN],
  [HELD, { ruling: 'approve', from: 'pending', to: 'published', ruler: 'moderator', reason: null }],
] satisfies Step[][]

/** How a comment that does not wait came to its status. */
function settled(drawn: number): Step[] {
  if (drawn < 0.5) return PUBLISHED[0]!
  if (drawn < 0.88) return PUBLISHED[1]!
  if (drawn < 0.92)
    return [HELD, { ruling: 'reject', from: 'pending', to: 'rejected', ruler: 'moderator', reason: 'abuse' }]
  if (drawn < 0.97) return [HELD, { ruling: 'spam', from: 'pending', to: 'spam', ruler: 'moderator', reason: 'spam' }]
  return [SHOWN, { ruling: 'withdraw', from: 'published', to: 'withdrawn', ruler: 'author', reason: null }]
}
