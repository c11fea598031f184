import fc from 'fast-check'
import { bare, token } from './plan.ts'

/** JSON values that nobody asked for. */
const NASTY: unknown[] = [
  null,
  true,
  0,
  bare('raw', '-0'),
  bare('raw', '1e400'),
  bare('raw', '-1e400'),
  bare('raw', '9007199254740993'),
  bare('raw', '123456789012345678901234567890'),
  bare('raw', '1e-400'),
  0.5,
  -1,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202e',
  '\r\nX-Evil: 1',
  '__proto__',
  'constructor',
  'toString',
  '%',
  '%00',
  '../../etc/passwd',
  "' OR 1=1 --",
  '{{7*7}}<%= 7*7 %>',
  'NaN',
  'Infinity',
  'undefined',
  'data:text/html,<script>alert(1)</script>',
  'javascript:alert(1)',
  'http://[::1',
  'http://user:pw@daily.example:99999/',
  'https://daily.example:443/\\\\x',
  token('long', 3_000),
  token('long', 100_000),
  bare('deep', 100),
  bare('deep', 20_000),
  [],
  {},
  [[]],
  { __proto__: null, valueOf: 'x', length: -1 },
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  Array.from({ length: 600 }, (_, n) => n),
  'Ω'.repeat(5_000),
]

export const nasty = fc.constantFrom(...NASTY)
export const nastyText = fc.constantFrom(
  ...(NASTY.filter(each => typeof each === 'string' && !each.startsWith('‹#')) as string[]),
)

/** One thing done to a JSON value: at a place, chosen by number among all that it has. */
export interface Harm {
  at: number
  does: 'replace' | 'remove' | 'add' | 'wrap' | 'again' | 'flip'
  with: unknown
}

export const harm: fc.Arbitrary<Harm> = fc.record({
  at: fc.nat(1_000),
  does: fc.constantFrom('replace' as const, 'replace', 'replace', 'remove', 'add', 'wrap', 'again', 'flip'),
  with: nasty,
})

/** The value with one thing done to it. */
export function harmed(value: unknown, { at, does, with: other }: Harm): unknown {
  const holder = { it: structuredClone(value) }
  const places: [Record<string, unknown>, string][] = []
  const walk = (parent: Record<string, unknown>, key: string) => {
    places.push([parent, key])
    const node = parent[key]
    if (node !== null && typeof node === 'object')
      for (const each of Object.keys(node)) walk(node as Record<string, unknown>, each)
  }
  walk(holder, 'it')
  const [parent, key] = places[at % places.length]!
  const node = parent[key]
  if (does === 'remove' && parent !== holder) delete parent[key]
  else if (does === 'wrap') parent[key] = [node]
  else if (does === 'again' && Array.isArray(parent)) parent.push(...Array.from({ length: 50 }, () => node))
  else if (does === 'flip' && typeof node === 'string') parent[key] = flipped(node, at)
  else if (does === 'add' && node !== null && typeof node === 'object')
    Object.defineProperty(node, at % 3 === 0 ? '__proto__' : `x${at}`, {
      value: other,
      enumerable: true,
      configurable: true,
    })
  else Object.defineProperty(parent, key, { value: other, enumerable: true, configurable: true, writable: true })
  return holder.it
}

/** A string with one of its letters changed; of a token, all that comes after it. */
export const flipped = (text: string, at: number) =>
  text.startsWith('‹')
    ? `${text}${'zl-~\u0000'[at % 5]}`
    : text.slice(0, at % (text.length + 1)) + 'Zz0-'[at % 4] + text.slice((at % (text.length + 1)) + 1)
