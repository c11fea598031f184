/**
 * The key that was meant: the letter typed where the layout is Latin, else the letter that stands on the same key of a
 * Latin keyboard, so that `ф` and `ش` are `a`. Digits count in every script and on the top row of every layout.
 */
export function keyMeant(event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  const { key, code, shiftKey } = event
  // Keys have names in ASCII; one of the Arabic layout types two letters.
  if (/^[A-Z]\w/.test(key)) return key
  if (key === '?' || key === '؟') return '?'
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  if (/^[0-9]$/.test(key)) return key
  if (digit && !shiftKey) return digit
  if (shiftKey) return ''
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  // An apostrophe stands there on Hebrew keyboards only.
  return letter && (key.charCodeAt(0) > 0x7f || letter + key === "W'") ? letter.toLowerCase() : ''
}
