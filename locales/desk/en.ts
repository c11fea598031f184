/**
 * The reference of what the desk says: each piece brings its English words itself. A further language is one file beside
 * this one, named like the one of `locales/` that says what the language is called and whither it runs. It names its
 * `reviewer`, who speaks it and has read all of its words in their places, or null; and has an object for each name that
 * is exported here:
 *
 * - Phrases may have `{places}`; a translation has the same, in whatever order its sentences want. What is filled in is
 *   a number in the language's digits, or a text that is kept apart from the words around it by marks of direction.
 * - Phrases by number have the forms that `Intl.PluralRules` knows of the language, no more and no fewer; `{n}` is the
 *   number. It may be left out of `one` only where that form is for 1 alone, as in German, but not in Russian.
 * - Who did something stands before what was done (`deeds` of `desk`, `change` of `site`).
 * - Languages that mirror need nothing more: arrows and keys are no words.
 *
 * `test/house/locales.test.ts` compares names, places and forms; where a language has no file here, its desk is English.
 */
export { english as acts } from '../../widget/desk/acts/words.ts'
export { english as articles } from '../../widget/desk/articles/english.ts'
export { english as desk } from '../../widget/desk/english.ts'
export { english as erasing } from '../../widget/desk/erasing/words.ts'
export { english as exports } from '../../widget/desk/export/words.ts'
export { english as imports } from '../../widget/desk/import/words.ts'
export { english as keys } from '../../widget/desk/keys/words.ts'
export { english as log } from '../../widget/desk/log/words.ts'
export { english as notifications } from '../../widget/desk/notifications/words.ts'
export { english as people, organisedEnglish as organised } from '../../widget/desk/people/words.ts'
export { english as policy } from '../../widget/desk/policy/words.ts'
export { english as privacy } from '../../widget/desk/privacy/words.ts'
export { english as queue } from '../../widget/desk/queue-words.ts'
export { settingsEnglish as settings } from '../../widget/desk/site/settings-words.ts'
export { english as site } from '../../widget/desk/site/words.ts'
export { english as webhooks } from '../../widget/desk/webhooks/words.ts'
export { english as you, waysEnglish as ways } from '../../widget/desk/you/words.ts'
