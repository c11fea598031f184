import { checkedHeaders, headerLine, type Mail, senderName } from './mail.ts'

/** A text as base64 in lines of 76 characters (RFC 2045), in which nothing can be mistaken for anything of SMTP's. */
function base64Lines(text: string): string {
  const bytes = new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'))
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(binary).replace(/.{76}(?=.)/g, '$&\r\n')
}

/** How many bytes one encoded word holds: with its frame it has at most 75 characters (RFC 2047). */
const WORD = 42

/** A text as it stands in a header: as it is where that is short ASCII, else in encoded words, none of which cuts a letter. */
export function encodedLine(text: string): string {
  const line = headerLine(text)
  return /^[ -~]{0,60}$/.test(line) ? line : encodedWords(line)
}

/** A name before an address: as it is where nothing in it could be taken for anything else. */
const phrase = (name: string): string => (/^[A-Za-z0-9 ]+$/.test(name) ? name : encodedWords(name))

function encodedWords(line: string): string {
  const words = ['']
  const size = (part: string) => new TextEncoder().encode(part).length
  for (const letter of line) {
    if (size(words.at(-1)! + letter) > WORD) words.push('')
    words[words.length - 1] += letter
  }
  return words.map(word => `=?UTF-8?B?${base64Lines(word)}?=`).join('\r\n ')
}

/**
 * A mail as it goes over the line (RFC 5322), in ASCII but for the address, if that is not.
 * @param boundary what separates the parts, and stands in neither
 * @throws Error for a header that cannot be what it should be
 */
export function mimeOf(mail: Mail, from: string, at: number, boundary: string): string {
  const part = (type: string, text: string) =>
    `--${boundary}\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(text)}\r\n`
  const headers = {
    From: `${phrase(senderName(mail))} <${from}>`,
    To: `<${mail.to}>`,
    Subject: encodedLine(mail.subject),
    Date: new Date(at).toUTCString().replace('GMT', '+0000'),
    'Auto-Submitted': 'auto-generated',
    ...checkedHeaders(mail.headers),
    'MIME-Version': '1.0',
    'Content-Type': `multipart/alternative; boundary="${boundary}"`,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${lines.join('')}\r\n${part('plain', mail.text)}${part('html', mail.html)}--${boundary}--\r\n`
}
