import type { Finding } from '../../server/contract.ts'
import { moment, piece } from './phrases.ts'
import { languageName } from './queue-words.ts'

/** What a rule adds to what it found, as far as it is words and not what somebody wrote. */
export const english = {
  all: 'all of the site',
  article: 'this article',
  section: 'the section {section}',
  forTime: 'all of the site for a time',
  until: 'until {time}',
  network: 'from the network of an author banned today',
  inName: '{word} (in the name)',
  tooMuch: 'too much fits',
  refused: '{refused} of the last {decided} refused',
  same: 'like it by the same author: {n}',
  others: 'like it by others: {n}',
  links: 'links: {n}',
  typed: '{letters} characters in {seconds} s',
} as const

const own = piece('details', english)

type Made = readonly [wording: RegExp, say: (part: string, other: string) => string]

const LISTED: Made[] = [
  [/^too much fits$/, () => own.tooMuch],
  [/^(.+) \(in the name\)$/s, word => own.inName(word)],
]

/** The server keeps details in English; by rule, so that no word of an owner's list is taken for one of ours. */
const MADE: Readonly<Record<string, Made[]>> = {
  heldHere: [
    [/^all of the site$/, () => own.all],
    [/^this article$/, () => own.article],
    [/^the section (.+)$/s, section => own.section(section)],
    [/^all of the site for a time$/, () => own.forTime],
  ],
  bannedAuthor: [[/^until (\S+Z)$/, time => own.until(moment(Date.parse(time)))]],
  bannedNetwork: [[/^from the /, () => own.network]],
  refusedWords: LISTED,
  heldWords: LISTED,
  oftenRefused: [[/^(\d+) of the last (\d+) /, (n, all) => own.refused({ refused: +n, decided: +all })]],
  saidAlready: [[/^(\d+) /, n => own.same(+n)]],
  saidByOthers: [[/^(\d+) /, n => own.others(+n)]],
  tooManyLinks: [[/^(\d+) /, n => own.links(+n)]],
  typedTooFast: [[/^(\d+) \D+([\d.]+) s$/, (letters, s) => own.typed({ letters: +letters, seconds: +s })]],
  languageNobodyReads: [[/^([a-z-]+)$/i, lang => languageName(lang)]],
}

/** What a rule adds to its finding, in the desk's language; as the server has it where that is nothing we know. */
export function detailOf({ rule, detail }: Pick<Finding, 'rule' | 'detail'>): string | null {
  if (detail === null) return null
  for (const [wording, say] of MADE[rule] ?? []) {
    const found = wording.exec(detail)
    if (found) return say(found[1] ?? '', found[2] ?? '')
  }
  return detail
}
