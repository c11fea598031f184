import { siteNamed } from '../articles/open.ts'
import type { Deps } from '../deps.ts'
import { Slice } from '../http/slice.ts'
import { IdParams } from '../http/wire.ts'
import { SiteParams } from '../http/wire-sites.ts'
import * as wire from '../http/wire-translations.ts'
import { deskSlice, siteOf } from '../people/door.ts'
import { Problem } from '../problems.ts'
import type { Translations } from './translations.ts'
import { translatorOf } from './translator.ts'

/** What a comment says in another language, for readers. */
export const translationRoutes = (deps: Deps, translations: Translations): Slice =>
  new Slice().on(
    {
      method: 'post',
      path: '/api/comments/:id/translation',
      summary: 'What a comment says in another language, by the service that the site’s owner names',
      who: 'anyone',
      params: IdParams,
      body: wire.TranslationRequest,
      answers: { 200: wire.Translation },
    },
    async ({ params: { id }, body: { target } }, c) => {
      c.header('Cache-Control', 'no-store')
      return c.json(
        await translations.forReader(id, target, { origin: c.req.header('origin'), client: deps.client(c) }),
      )
    },
  )

/** The same at the desk, and the service itself for owners; behind the desk's door. */
export function deskTranslationRoutes(deps: Deps, translations: Translations): Slice {
  const service = async (id: string) => {
    const url = translatorOf(await siteNamed(deps, id))
    if (!url) throw new Problem('no_translator')
    return url
  }
  const answer = async (id: string) => {
    const url = translatorOf(await siteNamed(deps, id))
    return {
      url: url?.href ?? '',
      hasKey: url !== null && (await deps.store.translations.key(id, url.origin)) !== null,
    }
  }
  return deskSlice(deps)
    .on(
      {
        method: 'post',
        path: '/api/desk/comments/:id/translation',
        summary: 'What a comment says in another language, whether it is public or not',
        who: 'moderator',
        params: IdParams,
        body: wire.DeskTranslationRequest,
        answers: { 200: wire.Translation },
      },
      async ({ params: { id }, body: { target } }, c) => c.json(await translations.forDesk(id, siteOf(c), target)),
    )
    .on(
      {
        method: 'get',
        path: '/api/desk/sites/:id/translator',
        summary:
          'Which service translates for a site, and whether it has a key; the key itself is never shown. For owners',
        who: 'owner',
        about: 'site',
        params: SiteParams,
        answers: { 200: wire.Translator },
      },
      async (_, c) => c.json(await answer(siteOf(c))),
    )
    .on(
      {
        method: 'put',
        path: '/api/desk/sites/:id/translator',
        summary: 'Give the key for the service that the site’s settings name, or take it away. For owners',
        who: 'owner',
        about: 'site',
        params: SiteParams,
        body: wire.TranslatorKeyRequest,
        answers: { 200: wire.Translator },
      },
      async ({ body: { key } }, c) => {
        await deps.store.translations.setKey(siteOf(c), (await service(siteOf(c))).origin, key)
        return c.json(await answer(siteOf(c)))
      },
    )
    .on(
      {
        method: 'post',
        path: '/api/desk/sites/:id/translator/trial',
        summary: 'Have the service translate one sentence: what came, or why nothing did. For owners',
        who: 'owner',
        about: 'site',
        params: SiteParams,
        body: wire.TranslatorTrialRequest,
        answers: { 200: wire.TranslatorTrial },
      },
      async ({ body: { text, target } }, c) => c.json(await translations.tryOut(siteOf(c), text, target)),
    )
}
