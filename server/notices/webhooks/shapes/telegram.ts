import type { Shape } from './shape.ts'
import { JSON_HEADERS, piecesOf } from './words.ts'

/**
 * A Telegram bot: `https://api.telegram.org/botTOKEN/sendMessage?chat_id=ID`. Without a `parse_mode` its text is plain, and no
 * mark in it counts; names are kept from calling people by a word joiner.
 */
export const telegram: Shape = (told, { url }) => {
  const { what, where, who, quote, link } = piecesOf(told)
  const plain = (text: string) => text.replace(/[@/#]/g, sign => `${sign}\u2060`)
  const said = quote ? [`“${plain(quote)}”${who ? ` — ${plain(who)}` : ''}`] : []
  const text = [`${what} · ${plain(where)}`, ...said, link].join('\n').slice(0, 4_000)
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
