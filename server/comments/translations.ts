import { fromPageOf, siteNamed } from '../articles/open.ts'
import type { Block, Translation, TranslationLanguage } from '../contract.ts'
import type { Deps } from '../deps.ts'
import type { Budgets } from '../http/budgets.ts'
import { Problem } from '../problems.ts'
import type { SiteRow } from '../store/sites.ts'
import type { ToTranslate, TranslationRow } from '../store/translations.ts'
import { spellId } from './ids.ts'
import { plainText } from './plain-text.ts'
import { NotTranslated, translated, translatorOf } from './translator.ts'

/** A translation is kept for so long after it was made, in ms. */
const KEPT = 90 * 24 * 3_600_000
const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/

/** Forgets translations that were made long ago: who asks again has them made anew. */
export const forgetTranslations = ({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<void> =>
  store.translations.forget(clock() - KEPT)

/**
 * What comments say in another language, by the service that the site's owner has named. Each text is asked for once in each
 * language: what came is kept with the comment, and who asks at the same moment waits for the same answer.
 */
export class Translations {
  readonly #deps: Deps
  readonly #budgets: Budgets
  readonly #asked = new Map<string, Promise<TranslationRow>>()

  constructor(deps: Deps, budgets: Budgets) {
    this.#deps = deps
    this.#budgets = budgets
  }

  /**
   * For a reader: of what everybody can read.
   * @param asker the Origin header, and the client's network
   * @throws Problem `unknown_comment` for all that is not public, `no_translator`, `origin_refused`, `too_many_requests`,
   *   `translation_failed`
   */
  async forReader(
    id: number,
    target: TranslationLanguage,
    { origin, client }: { origin: string | undefined; client: string | null },
  ): Promise<Translation> {
    const comment = await this.#deps.store.translations.find(id, target)
    if (comment?.status !== 'published') throw new Problem('unknown_comment')
    const site = await siteNamed(this.#deps, comment.site_id)
    fromPageOf(site, origin)
    return this.#of(site, id, comment, target, () =>
      this.#budgets.spend('translate', { client, site: site.id }, this.#deps.clock()),
    )
  }

  /**
   * For a moderator: of whatever is at the desk.
   * @throws Problem `unknown_comment`, `no_translator`, `too_many_requests`, `translation_failed` with why
   */
  async forDesk(id: number, siteId: string, target: TranslationLanguage): Promise<Translation> {
    const comment = await this.#deps.store.translations.find(id, target)
    if (comment?.site_id !== siteId) throw new Problem('unknown_comment')
    const site = await siteNamed(this.#deps, siteId)
    return this.#of(site, id, comment, target, () =>
      this.#budgets.spend('deskTranslate', { site: siteId }, this.#deps.clock()),
    )
  }

  /**
   * One sentence, so that an owner sees what comes of it, or why nothing.
   * @throws Problem `no_translator`, `too_many_requests`
   */
  async tryOut(siteId: string, text: string, target: TranslationLanguage) {
    const service = translatorOf(await siteNamed(this.#deps, siteId))
    if (!service) throw new Problem('no_translator')
    this.#budgets.spend('deskTranslate', { site: siteId }, this.#deps.clock())
    try {
      const made = await translated(this.#deps, siteId, service, { text, source: null, target })
      return { translation: shown(made, target), trouble: null }
    } catch (error) {
      if (error instanceof NotTranslated) return { translation: null, trouble: error.message + error.said }
      throw error
    }
  }

  async #of(
    site: SiteRow,
    id: number,
    comment: ToTranslate,
    target: TranslationLanguage,
    pay: () => void,
  ): Promise<Translation> {
    const service = translatorOf(site)
    if (!service) throw new Problem('no_translator')
    if (comment.known) return shown(comment.known, target)
    const name = `${spellId(id)} ${target} ${comment.text_digest}`
    let making = this.#asked.get(name)
    if (!making) {
      pay()
      making = this.#make(site.id, service, id, comment, target).finally(() => this.#asked.delete(name))
      this.#asked.set(name, making)
    }
    return shown(await making, target)
  }

  async #make(site: string, service: URL, id: number, comment: ToTranslate, target: string): Promise<TranslationRow> {
    const { store, clock, log } = this.#deps
    const text = plainText(JSON.parse(comment.tree) as Block[])
    if (text.trim() === '') throw new Problem('unknown_comment')
    try {
      const made = await translated(this.#deps, site, service, { text, source: comment.lang, target })
      await store.translations.keep(id, target, comment.text_digest, made, clock())
      return made
    } catch (error) {
      if (!(error instanceof NotTranslated)) throw error
      log({ event: 'not_translated', site, why: error.message })
      throw new Problem('translation_failed')
    }
  }
}

const shown = ({ text, source, host }: TranslationRow, lang: TranslationLanguage): Translation => ({
  text,
  lang,
  dir: RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr',
  from: source,
  by: host,
})
