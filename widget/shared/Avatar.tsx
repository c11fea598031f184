/**
 * Scripts whose letters join, from Arabic to Mandaic, and Mongolian: two of them side by side would read as a syllable,
 * so they stand apart.
 */
const JOINED = /[\u0600-\u08ff\u1800-\u18af]/

/** What a reader would call the first letter of a word. Its marks are bounded: a name is hostile. */
const FIRST = /[\p{L}\p{N}\p{S}]\p{M}{0,4}/u

/** The first letters of up to two words of a name; empty if it has none. */
export function initials(name: string | null): string {
  const letters = (name ?? '').split(/\s+/).flatMap(word => FIRST.exec(word)?.[0] ?? [])
  const two = letters.slice(0, 2)
  return two.join(JOINED.test(two.join('')) ? '\u200c\u2009' : '').toUpperCase()
}

/** Four quarter discs, each turned by two bits of the seed. */
function pattern(seed: number): string {
  const turns = [
    'h12a12 12 0 0 1-12 12z',
    'h12v12a12 12 0 0 1-12-12z',
    'm12 0v12h-12a12 12 0 0 1 12-12z',
    'v12h12a12 12 0 0 0-12-12z',
  ]
  return [0, 1, 2, 3]
    .map(tile => `M${6 + 12 * (tile % 2)} ${6 + 12 * (tile >> 1)}${turns[(seed >>> (8 + 2 * tile)) & 3]}`)
    .join('')
}

/**
 * A face drawn from a name and 32 bits. Letters take the text's own colour over a thin tint, so that they stand out in
 * light and dark alike; the pattern behind them tells two of the same name apart where their tints are near each other.
 */
export function Avatar({ name, seed }: { name: string | null; seed: number }) {
  const letters = initials(name)
  const tint = `hsl(${(seed >>> 0) % 360},58%,50%)`
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true">
      <circle cx="18" cy="18" r="17.5" fill={tint} fill-opacity=".2" />
      <path d={pattern(seed)} fill={tint} fill-opacity={letters ? 0.28 : 1} />
      {letters && (
        <text x="18" y="18" fill="currentColor" font-size="13" font-weight="600" text-anchor="middle" dy=".36em">
          {letters}
        </text>
      )}
    </svg>
  )
}
