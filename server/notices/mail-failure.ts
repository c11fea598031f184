/** What a failure to send says of the next try. */
export type Verdict =
  /** The mail server cannot be used by anybody: it is not there, hangs, knows the password not, or takes no mail at all. */
  | 'server'
  /** This letter is not taken now. */
  | 'later'
  /** This letter is never taken, */
  | 'never'
  /** and nothing that goes to its address will be. */
  | 'address'

/** Why a mail did not go: a code for the operator, which names nobody, and what to do. */
export interface MailFailure {
  code: string
  verdict: Verdict
}

/** Thrown by whoever sends and knows better than a code tells. */
export class MailFailed extends Error {
  override name = 'MailFailed'
  readonly code: string
  readonly verdict: Verdict
  constructor(code: string, verdict: Verdict) {
    super('the mail was not taken')
    this.code = code
    this.verdict = verdict
  }
}

/** What a mail server has said when a mail did not go. */
export interface Refusal {
  /** The first digits of its answer (RFC 5321); null where it gave none. */
  status: number | null
  /** All of its answer, in which an enhanced status (RFC 3463) may stand; it may name addresses. */
  words: string
  /** To which command: `RCPT TO`, `DATA`, … */
  command: string
}

/**
 * What the refusal of a mail server means. What it says of the sender, the password or itself is no fault of a letter: all of
 * them wait. Only who does not exist there is not written to again; a full mailbox, or a policy (5.7) that may well be
 * against this server, is.
 */
export function verdictOn({ status, words, command }: Refusal): Verdict {
  if (status === null || status === 421) return 'server'
  const isOfLetter = /^(RCPT TO|DATA)/i.test(command)
  if (!isOfLetter) return 'server'
  if (status < 500) return 'later'
  const enhanced = /\b5\.(\d{1,3})\.\d{1,3}\b/.exec(words)?.[1]
  const isNobody = enhanced === undefined ? [550, 551, 553].includes(status) : enhanced === '1'
  return /^RCPT TO/i.test(command) && isNobody ? 'address' : 'never'
}

/** What a provider’s answer over HTTP means. */
export function verdictOnStatus(status: number): Verdict {
  if ([400, 406, 413, 422].includes(status)) return 'never'
  return 'server'
}

/** What any error of a sender means; one that says nothing may be over soon. */
export function failureOf(error: unknown): MailFailure {
  if (error instanceof MailFailed) return { code: error.code, verdict: error.verdict }
  const code = String((error as { code?: unknown } | null)?.code ?? 'unknown')
  return { code: /^[\w.-]{1,40}$/.test(code) ? code : 'unknown', verdict: 'later' }
}
