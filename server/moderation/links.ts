/** What the rules need to know of links. */

/**
 * The domain of a link as lists name it: lower case, punycode, without `www.` and a final dot. Null for what has none,
 * such as an address of mail.
 */
export function domainOf(link: string): string | null {
  if (!URL.canParse(link)) return null
  const { hostname, protocol } = new URL(link)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  return hostname.replace(/\.$/, '').replace(/^www\./, '') || null
}

/** Domains of a comment's links that are looked up and kept. */
const DOMAINS = 20

/** The first domains of a comment's links, each once. */
export const domainsIn = (links: readonly string[]): string[] =>
  [...new Set(links.flatMap(link => domainOf(link) ?? []))].slice(0, DOMAINS)

/** Hosts, and paths on them, that lead into a chat, a group or a channel elsewhere. */
const INVITES: Record<string, RegExp> = {
  't.me': /^\/./,
  'telegram.me': /^\/./,
  'telegram.dog': /^\/./,
  'chat.whatsapp.com': /^\/./,
  'whatsapp.com': /^\/channel\//,
  'wa.me': /^\/./,
  'discord.gg': /^\/./,
  'discord.com': /^\/invite\//,
  'discordapp.com': /^\/invite\//,
  'signal.group': /^/,
  'signal.me': /^/,
  'invite.viber.com': /^/,
  'line.me': /^\/(?:R\/)?ti\//,
  'matrix.to': /^/,
  'vk.me': /^\/./,
  'eitaa.com': /^\/./,
  'eitaa.ir': /^\/./,
  'ble.ir': /^\/./,
  'rubika.ir': /^\/./,
  'splus.ir': /^\/./,
  'zangi.com': /^\/./,
  'groups.google.com': /^\/g\//,
  'joinsubreddit.com': /^/,
}

/** Whether a link invites into a chat, a group or a channel elsewhere. */
export function isInvite(link: string): boolean {
  const domain = domainOf(link)
  if (domain === null) return false
  const { pathname } = new URL(link)
  // `name.t.me` is Telegram's other way to write `t.me/name`.
  if (domain.endsWith('.t.me')) return true
  return Object.hasOwn(INVITES, domain) && INVITES[domain]!.test(pathname)
}

/** Characters that go on with an address: a link that is found before or after one of them is part of another. */
const GOES_ON = /[\p{L}\p{N}_@-]/u

/** Where the text shows a link, if it does: as it leads, or as it was typed without a scheme; never within another one. */
export function placeOfLink(text: string, link: string): { at?: { start: number; end: number } } {
  for (const spelled of [link, link.replace(/^https?:\/\//, '')]) {
    for (let start = text.indexOf(spelled); start >= 0; start = text.indexOf(spelled, start + 1)) {
      const end = start + spelled.length
      const before = text[start - 1] ?? ''
      const after = text.slice(end, end + 2)
      const isWithin =
        GOES_ON.test(before) || before === '.' || GOES_ON.test(after[0] ?? '') || /^\.[\p{L}\p{N}]/u.test(after)
      if (!isWithin) return { at: { start, end } }
    }
  }
  return {}
}
