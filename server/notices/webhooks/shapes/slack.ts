import type { Shape } from './shape.ts'
import { JSON_HEADERS, piecesOf, unlinked, unmarked } from './words.ts'

/**
 * Without Slack's three characters, with which every mention and given link begins (`<!channel>`, `<@U1>`,
 * `<https://…|here>`), its marks, and what it would make a link of by itself. Mattermost and Rocket.Chat read Markdown, and
 * call people by plain names.
 */
const escaped = (text: string) =>
  unmarked(unlinked(text)).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Above 4,000 characters Slack makes several messages of one; escaped, a quote may have five times as many as were written. */
const QUOTE = 2_000

function cut(quote: string): string {
  for (let letters = [...quote]; ; letters = letters.slice(0, letters.length * 0.8)) {
    const text = escaped(letters.join(''))
    if (text.length <= QUOTE) return letters.join('') === quote ? text : `${text}…`
  }
}

/** An incoming webhook of Slack; Mattermost and Rocket.Chat take the same. */
export const slack: Shape = (told, { url }) => {
  const { what, where, who, quote, link } = piecesOf(told)
  const head = `*${what}* · ${escaped(where)}`
  const said = quote ? [`> ${who ? `${escaped(who)}: ` : ''}${cut(quote)}`] : []
  const text = [head, ...said, `<${link.replaceAll('&', '&amp;')}|Open>`].join('\n')
  const body = JSON.stringify({ text, unfurl_links: false, unfurl_media: false, link_names: 0 })
  return { url, method: 'POST', headers: JSON_HEADERS, body }
}
