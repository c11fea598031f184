import type { Shape } from './shape.ts'
import { JSON_HEADERS, piecesOf } from './words.ts'

/** Every mark of Discord's Markdown, mentions, timestamps and emoji among them. */
const escaped = (text: string) => text.replace(/[\\*_~`|<>[\]()#@:\-+.!]/g, mark => `\\${mark}`)

/** Discord takes 2,000 characters; escaped, the quote may have twice as many as were written. */
const MOST = 2_000
const QUOTE = 1_200

/** A webhook of a Discord channel. `allowed_mentions` calls nobody, whatever the text says; flag 4 shows no previews. */
export const discord: Shape = (told, { url }) => {
  const { what, where, who, quote, link } = piecesOf(told)
  const cut = (text: string) =>
    text.length > QUOTE ? `${text.slice(0, QUOTE).replace(/[\\\ud800-\udbff]+$/, '')}…` : text
  const said = quote ? [`> ${who ? `**${escaped(who)}**: ` : ''}${cut(escaped(quote))}`] : []
  const content = [`**${what}** · ${escaped(where)}`, ...said, `<${link}>`].join('\n').slice(0, MOST)
  const body = JSON.stringify({ content, allowed_mentions: { parse: [] }, flags: 4 })
  return { url, method: 'POST', headers: JSON_HEADERS, body }
}
