import type { Rule } from '../facts.ts'

/** A language that nobody at this desk reads waits for somebody who does. */
export const languageNobodyReads: Rule = ({ draft: { lang }, policy }) =>
  policy.languages.length > 0 && lang !== null && !policy.languages.includes(lang)
    ? { verdict: 'hold', reason: 'language', detail: lang }
    : null
