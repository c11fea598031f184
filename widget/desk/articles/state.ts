import type { DeskArticle, DeskArticles, GovernRequest, MovePreview } from '../../../server/contract.ts'

/** The articles of the site as they stand on screen. */
export interface Articles {
  /** Of which site they are; null before any are known. */
  site: string | null
  /** What is searched for; empty for all. */
  q: string
  rows: readonly DeskArticle[]
  next: string | null
  phase: 'loading' | 'ready' | 'failed'
  more: 'idle' | 'loading' | 'failed'
  /** Those whose address many pages claim; null before they are known. */
  claimed: DeskArticles['claimed'] | null
  /** The key of the one whose comments were last to be moved. */
  at: string | null
}

export const NO_ARTICLES: Articles = {
  site: null,
  q: '',
  rows: [],
  next: null,
  phase: 'loading',
  more: 'idle',
  claimed: null,
  at: null,
}

/** Why something was not done, with the command that would allow it, if there is one. */
export interface Trouble {
  text: string
  command: string | null
}

/** A move of comments before it is made. */
export interface Move {
  /** The key of the article whose comments move. */
  from: string
  /** What stands in the field for the other address. */
  text: string
  /** The key or address that was settled on; null while one is typed. */
  to: string | null
  isForward: boolean
  suggestions: readonly DeskArticle[]
  isAsking: boolean
  preview: MovePreview | null
  trouble: Trouble | null
}

/** What is changed of how an article's comments are taken. */
export type GovernChange = Omit<GovernRequest, 'site' | 'key'>

/** The article whose switches are on screen. */
export interface Governing {
  key: string
  /** Null before it is known. */
  article: DeskArticle | null
  hasFailed: boolean
}

/** What the server is asked to do again and again until all of it is done. */
export interface Work {
  site: string
  kind: 'move' | 'separation'
  /** The key of the article it is about. */
  key: string
  /** Comments moved so far. */
  moved: number
  /** How many there are to move; null where that is not known. */
  total: number | null
  isStopping: boolean
}
