import type { Shape } from './shape.ts'
import { JSON_HEADERS, piecesOf, unlinked } from './words.ts'

/**
 * A room of Matrix: `https://HOMESERVER/!ROOM:SERVER` and the access token of an account that has joined it. A notice without
 * `formatted_body` is plain text, in which clients look for addresses and names; the empty `m.mentions` says that nobody is
 * called, and older clients, which look for `@room`, find none. The message's id is
 * the transaction, so that the server shows it once however often it is sent.
 */
export const matrix: Shape = (told, { url, token, message }) => {
  const { what, where, who, quote, link } = piecesOf(told)
  const said = quote ? [`“${unlinked(quote)}”${who ? ` — ${unlinked(who)}` : ''}`] : []
  const room = decodeURIComponent(new URL(url).pathname.slice(1))
  const at = `/_matrix/client/v3/rooms/${encodeURIComponent(room)}/send/m.room.message/${message}`
  const body = {
    msgtype: 'm.notice',
    body: [`${what} · ${unlinked(where)}`, ...said, link].join('\n'),
    'm.mentions': {},
  }
  return {
    url: new URL(url).origin + at,
    method: 'PUT',
    headers: { ...JSON_HEADERS, Authorization: `Bearer ${token ?? ''}` },
    body: JSON.stringify(body),
  }
}
