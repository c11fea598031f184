import { LIMITS } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { NotAsked } from '../http/outward.ts'
import { siteSettings } from '../sites/settings.ts'
import type { SiteRow } from '../store/sites.ts'
import type { TranslationRow } from '../store/translations.ts'
import { readable } from './readable.ts'

/** Why a service gave no translation, in words for the site's owner; addresses of ours are not in them. */
export class NotTranslated extends Error {
  override name = 'NotTranslated'
  /** What the service itself says of it, which may be any text, and is for no log. */
  readonly said: string
  constructor(words: string, said = '') {
    super(words)
    this.said = said
  }
}

/** Longer answers than this, in UTF-16 units, are no translation of a comment. */
const LONGEST = 4 * LIMITS.textGraphemes
/** How much of what a service says of its refusal is told, in characters. */
const SAID = 200

interface Answer {
  translatedText?: unknown
  detectedLanguage?: { language?: unknown }
  error?: unknown
}

/** The address of the service that a site's owner has named; null where none is. */
export function translatorOf({ settings }: Pick<SiteRow, 'settings'>): URL | null {
  const { translate } = siteSettings(settings)
  return translate === '' ? null : new URL(translate)
}

/**
 * Asks the service of a site, as LibreTranslate is asked, for one text. It learns the text and the languages, and nothing of
 * who wrote it, of who asks, or of the page.
 * @param source the language the text is in; null where nobody knows
 * @throws NotTranslated
 */
export async function translated(
  deps: Pick<Deps, 'store' | 'fetch'>,
  site: string,
  service: URL,
  asked: { text: string; source: string | null; target: string },
): Promise<TranslationRow> {
  const key = await deps.store.translations.key(site, service.origin)
  const { text, source, target } = asked
  const body = JSON.stringify({
    q: text,
    source: source ?? 'auto',
    target,
    format: 'text',
    ...(key && { api_key: key }),
  })
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' }
  let answer: Response
  let said: Answer | null
  try {
    answer = await deps.fetch(service.href, { method: 'POST', headers, body })
    said = await answer.json().catch(() => null)
  } catch (error) {
    throw new NotTranslated(wordsFor(error))
  }
  if (!answer.ok) throw new NotTranslated(`${service.host} answered ${answer.status}`, saidOf(said?.error, key))
  const made = typeof said?.translatedText === 'string' ? readable(said.translatedText).trim() : ''
  if (made === '') throw new NotTranslated(`${service.host} answered without “translatedText”`)
  if (made.length > LONGEST) throw new NotTranslated(`${service.host} answered with too long a text`)
  const detected = said?.detectedLanguage?.language
  const from =
    source ?? (typeof detected === 'string' && /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(detected) ? detected : null)
  return { text: made, source: from, host: service.host }
}

/** What a service says of its refusal; a key that it repeats is not shown. */
function saidOf(error: unknown, key: string | null): string {
  if (typeof error !== 'string') return ''
  const shown = readable(key ? error.replaceAll(key, '…') : error)
  return `: ${shown.slice(0, SAID)}`
}

function wordsFor(error: unknown): string {
  if (error instanceof NotAsked) return error.message
  const { name, code } = error as { name?: string; code?: unknown }
  if (name === 'TimeoutError') return 'no answer within five seconds'
  return typeof code === 'string' ? code : 'no connection'
}
