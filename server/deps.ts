import type { Context } from 'hono'
import type { Config } from './config.ts'
import type { GivenFiles } from './exchange/desk-imports.ts'
import type { Mail } from './notices/mail.ts'
import type { Store } from './store/store.ts'

/** The content codings (RFC 9110) that Parley makes, the better one first. */
export const ENCODINGS = ['br', 'gzip'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** The one seam: all that the app needs of the world. The entries for Node and Workers each make one. */
export interface Deps {
  config: Pick<Config, 'origin' | 'isLocal' | 'limits'> &
    Partial<Pick<Config, 'providers' | 'deskRules' | 'secretsBefore' | 'captcha' | 'mailLimits' | 'keepsMailDays'>> & {
      secret: string
    }
  store: Store
  /** Names the program, so that what an older one answered is not taken for current. */
  build: string
  /** Milliseconds UTC. */
  clock(): number
  /** A built file by its path, as it would be served; null where there is none. */
  assets(path: string, request: Request): Promise<Response | null>
  /** Text in a compressed form; absent where the platform compresses what it sends by itself. */
  compress?(text: string, encoding: Encoding): Uint8Array<ArrayBuffer>
  /**
   * Does some work in so many ms, or when the server stops, if that is sooner. On Workers the work belongs to the request,
   * which lives on for it, though at most 30 s.
   */
  later(c: Context, ms: number, work: () => Promise<void>): void
  /** Asks another server, one that may be reached: see `http/outward.ts`. */
  fetch(url: string, init?: RequestInit): Promise<Response>
  /** Sends a mail, or fails with a `code`; absent where no mail server is set. */
  mail?(mail: Mail): Promise<void>
  /** How many letters a round of the outbox sends, where the platform counts what a round asks of the database. */
  lettersARound?: number
  /** Set where the runtime has no way to send mail. */
  hasNoMail?: true
  /** Where files wait that owners have given at the desk; absent where the runtime keeps none, or its owner wants none. */
  given?: GivenFiles
  /** The cache of public answers near their readers; absent where the platform has none. */
  edge?: {
    match(request: Request): Promise<Response | undefined>
    put(request: Request, answer: Response): Promise<void>
  }
  /** The client's network as a budget counts it: an IPv4 address or an IPv6 /64; null when it is not known. */
  client(c: Context): string | null
  /** Whether more is asked of the process than it can do: what is not at hand is then refused; absent where others see to it. */
  isPressed?(): boolean
  /** Aborted when the process is about to stop, so that what would stay open ends; absent where nothing does. */
  stopping?: AbortSignal
  /** The figures of the process for whoever may see them, null for others; absent where no process has any. */
  metrics?(c: Context): Promise<string> | null
  /** Is told for which route a request is; absent where nobody counts. */
  routed?(c: Context, route: string): void
  /** One line for the operator; carries no names, addresses, texts or tokens. */
  log(line: { event: string; [field: string]: unknown }): void
}
