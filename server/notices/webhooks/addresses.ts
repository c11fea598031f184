import type { WebhookShape } from '../../contract.ts'
import { mayBeAsked } from '../../http/outward.ts'
import { Problem } from '../../problems.ts'

/** What must be so of an address beside that it may be asked, and how to say that it is not. */
const KINDS: Record<WebhookShape, [fits: (url: URL) => boolean, hint: string]> = {
  standard: [() => true, 'Give an https address that is reached from the internet.'],
  slack: [() => true, 'Give the address of an incoming webhook, such as https://hooks.slack.com/services/…'],
  discord: [
    ({ pathname }) => /^\/api(\/v\d+)?\/webhooks\/\d+\/[\w-]+$/.test(pathname),
    'Give the address of a webhook of the channel: https://discord.com/api/webhooks/…',
  ],
  telegram: [
    ({ pathname, searchParams }) =>
      /^\/bot[\w:-]+\/sendMessage$/.test(pathname) && /^(-?\d+|@\w+)$/.test(searchParams.get('chat_id') ?? ''),
    'Give https://api.telegram.org/botTOKEN/sendMessage?chat_id=ID, with the bot’s token and the chat’s id.',
  ],
  matrix: [
    ({ pathname }) => /^\/(!|%21)[^/]+$/i.test(pathname),
    'Give https://HOMESERVER/!ROOM:SERVER, the room by its internal id, and the access token of the account.',
  ],
}

/**
 * The address of a webhook, as it is kept.
 * @throws Problem `webhook_refused`
 */
export function readAddressOf(shape: WebhookShape, text: string, token: string | undefined, isLocal: boolean): string {
  const [fits, detail] = KINDS[shape]
  const url = URL.canParse(text) ? new URL(text) : null
  const isFit = url !== null && mayBeAsked(url, isLocal) && fits(url) && isDecodable(url.pathname)
  if (!isFit || (shape === 'matrix' && !token)) throw new Problem('webhook_refused', { detail })
  url.hash = ''
  return url.href
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

/** An address as owners see it again: those of chats are secrets, of which the host and the end tell enough. */
export function shownAddress(shape: WebhookShape, url: string): string {
  if (shape === 'standard' || shape === 'matrix') return url
  return `${new URL(url).origin}/…${url.slice(-4)}`
}
