import * as v from 'valibot'
import { LIMITS, TRANSLATION_LANGUAGES } from '../contract.ts'
import { siteId, textOf } from './wire.ts'

/** The wire of translations, for readers, the desk and the owners who try one. */

const target = v.picklist(TRANSLATION_LANGUAGES)

export const TranslationRequest = v.object({ target })
export const DeskTranslationRequest = v.object({ site: siteId, target })

export const Translation = v.object({
  text: v.string(),
  lang: v.string(),
  dir: v.picklist(['ltr', 'rtl']),
  from: v.nullable(v.string()),
  by: v.string(),
})

export const Translator = v.object({ url: v.string(), hasKey: v.boolean() })
export const TranslatorKeyRequest = v.object({
  key: v.nullable(v.pipe(v.string(), v.trim(), v.regex(/^[\x21-\x7e]{1,500}$/, '1 to 500 characters without spaces'))),
})
export const TranslatorTrialRequest = v.object({ text: textOf(LIMITS.translatorTrial), target })
export const TranslatorTrial = v.object({ translation: v.nullable(Translation), trouble: v.nullable(v.string()) })
