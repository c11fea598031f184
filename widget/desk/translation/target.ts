import { TRANSLATION_LANGUAGES, type TranslationLanguage } from '../../../server/contract.ts'
import { LANG } from '../phrases.ts'

/** The language that whoever is at the desk reads it in. */
export const target = (): TranslationLanguage => {
  const [spoken] = LANG.split('-')
  return TRANSLATION_LANGUAGES.find(language => language === spoken) ?? 'en'
}
