import type { Shape } from './shape.ts'
import { JSON_HEADERS, piecesOf, unlinked } from './words.ts'

/**
 * A Telegram bot: `https://api.telegram.org/botTOKEN/sendMessage?chat_id=ID`. Without a `parse_mode` its text is plain, and no
 * mark in it counts; but Telegram looks for addresses, names, tags and commands in it.
 */
export const telegram: Shape = (told, { url }) => {
  const { what, where, who, quote, link } = piecesOf(told)
  const said = quote ? [`“${unlinked(quote)}”${who ? ` — ${unlinked(who)}` : ''}`] : []
  const text = [`${what} · ${unlinked(where)}`, ...said, link].join('\n').slice(0, 4_000)
  const to = new URL(url)
  const body = {
    chat_id: to.searchParams.get('chat_id'),
    ...(to.searchParams.has('message_thread_id') && {
      message_thread_id: Number(to.searchParams.get('message_thread_id')),
    }),
    text,
    link_preview_options: { is_disabled: true },
  }
  return { url: to.origin + to.pathname, method: 'POST', headers: JSON_HEADERS, body: JSON.stringify(body) }
}
