import { fold } from '../comments/fold.ts'

/** An e-mail address: where mail goes, and what it is compared by. */
export interface EmailAddress {
  /** As it was typed, with the domain in ASCII. */
  to: string
  /** In lower case, so that one mailbox is one subject. */
  subject: string
}

const LONGEST = 254

/**
 * An address as somebody typed it; null where it is none that mail can be sent to. One address, without a name, quotes,
 * comments, spaces or control characters, so that it cannot say anything else in a mail's header; a domain in any script
 * becomes ASCII (IDNA).
 */
export function readAddress(typed: string): EmailAddress | null {
  const [, local, host] =
    /^([^\s\p{C}@<>()[\]\\,;:"]{1,64})@([^\s\p{C}@<>()[\]\\,;:"/?#%]+)$/u.exec(typed.normalize('NFC').trim()) ?? []
  if (local === undefined || host === undefined) return null
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null
  if (!URL.canParse(`http://${host}/`)) return null
  const domain = new URL(`http://${host}/`).hostname
  // What is all digits would be an address of a network; a mail domain has a dot, and a name behind it.
  if (!/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/.test(domain)) return null
  const to = `${local}@${domain}`
  return to.length > LONGEST ? null : { to, subject: to.toLowerCase() }
}

/**
 * Whose mailbox an address most likely is, for budgets only: what follows a `+`, and dots before the `@`, make another
 * address of the same box at the large providers.
 */
export function mailboxOf({ subject }: EmailAddress): string {
  const [local = '', domain = ''] = subject.split('@')
  return `${local.replace(/(?<=.)\+.*/, '').replaceAll('.', '')}@${domain}`
}

/** A code as somebody typed it: six digits of any script, with whatever spaces and dashes; null where it is none. */
export function readCode(typed: string): string | null {
  const digits = fold(typed).text.replace(/[\s\p{Cf}\p{Pd}]+/gu, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
