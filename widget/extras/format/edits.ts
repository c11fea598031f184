/** A change of a text: what is put in place of what, and what is selected then. Offsets are UTF-16. */
export interface Edit {
  from: number
  to: number
  text: string
  start: number
  end: number
}

export const FORMATS = ['bold', 'italic', 'strike', 'code', 'link', 'quote', 'list'] as const
export type Format = (typeof FORMATS)[number]

const MARKS: Partial<Record<Format, string>> = { bold: '**', italic: '*', strike: '~~', code: '`' }
const LINES: Partial<Record<Format, string>> = { quote: '> ', list: '- ' }

/** What a format does to a selection. Done twice, it is undone. */
export function editFor(value: string, start: number, end: number, format: Format): Edit {
  const selected = value.slice(start, end)
  if (format === 'link') return link(start, end, selected)
  const line = LINES[format]
  if (line) return lines(value, start, end, line)
  if (format === 'code' && selected.includes('\n')) return lined(value, start, end, selected)
  return marked(value, start, end, MARKS[format]!)
}

/** Spaces at the ends of a selection stay outside, where Markdown takes the marks for marks. */
function marked(value: string, start: number, end: number, mark: string): Edit {
  const selected = value.slice(start, end)
  const inner = selected.trim()
  if (inner) start += selected.indexOf(inner)
  end = start + inner.length
  const size = mark.length
  const isDouble = mark === '*' && value.slice(start - 2, start) === '**' && value.slice(start - 3, start) !== '***'
  if (
    !isDouble &&
    start >= size &&
    value.slice(start - size, start) === mark &&
    value.slice(end, end + size) === mark
  ) {
    return { from: start - size, to: end + size, text: inner, start: start - size, end: end - size }
  }
  return { from: start, to: end, text: mark + inner + mark, start: start + size, end: end + size }
}

function link(start: number, end: number, selected: string): Edit {
  if (/^(https?:\/\/|mailto:)\S+$/i.test(selected)) {
    return { from: start, to: end, text: `[](${selected})`, start: start + 1, end: start + 1 }
  }
  const address = 'https://'
  const at = start + selected.length + 3
  return { from: start, to: end, text: `[${selected}](${address})`, start: at, end: at + address.length }
}

/** A block of code of its own lines. */
function lined(value: string, start: number, end: number, selected: string): Edit {
  const before = start === 0 || value[start - 1] === '\n' ? '' : '\n'
  const after = end === value.length || value[end] === '\n' ? '' : '\n'
  const text = `${before}\`\`\`\n${selected}\n\`\`\`${after}`
  const from = start + before.length + 4
  return { from: start, to: end, text, start: from, end: from + selected.length }
}

/** Puts something before each line of the selection, or takes it away where all of them have it. */
function lines(value: string, start: number, end: number, prefix: string): Edit {
  const from = value.lastIndexOf('\n', start - 1) + 1
  const next = value.indexOf('\n', end)
  const to = next < 0 ? value.length : next
  const all = value.slice(from, to).split('\n')
  const isOn = all.every(line => line.startsWith(prefix))
  const text = all.map(line => (isOn ? line.slice(prefix.length) : prefix + line)).join('\n')
  return { from, to, text, start: all.length > 1 ? from : from + text.length, end: from + text.length }
}

/** What quotes a text in an answer: at the place of the caret, in lines of its own, with an empty line after it. */
export function quoteEdit(value: string, at: number, quoted: string): Edit {
  const lines = quoted.trim().split(/\s*\n\s*/)
  const before = at === 0 ? '' : value.slice(0, at).endsWith('\n\n') ? '' : value[at - 1] === '\n' ? '\n' : '\n\n'
  const text = `${before}${lines.map(line => `> ${line}`).join('\n')}\n\n`
  return { from: at, to: at, text, start: at + text.length, end: at + text.length }
}

/** Makes a change as if it were typed, so that the browser can undo it. */
export function apply(area: HTMLTextAreaElement, { from, to, text, start, end }: Edit): void {
  area.focus()
  area.setSelectionRange(from, to)
  // There is no other way to change a field that keeps what the browser can undo.
  const isTyped = text ? document.execCommand('insertText', false, text) : document.execCommand('delete')
  if (!isTyped) {
    area.setRangeText(text, from, to, 'end')
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: text }))
  }
  area.setSelectionRange(start, end)
}
