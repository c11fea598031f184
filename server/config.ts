import { type Captcha, readCaptcha } from './comments/captcha.ts'
import { readNetwork } from './http/addresses.ts'
import { PROXY_HEADERS, type ProxyHeader } from './http/client.ts'
import { type DeskRule, readDeskRules } from './people/desk-openid.ts'
import { type Provider, readProviders } from './people/providers.ts'
import { isLoopbackHost, readOrigin } from './sites/origins.ts'
import type { MailLimits } from './store/outbox.ts'

/** A setting of the installation: an environment variable on Node, a binding or var on Workers. */
export interface Setting {
  name: string
  default: string
  words: string
}

/** Every setting there is; the README's table is made from this one. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'PARLEY_DATABASE_URL',
    default: 'file:data/parley.db',
    words:
      'The database: `file:…`, or `libsql://…`, `https://…`, `http://…`; for the command line also `d1:DB`. On Workers the `DB` binding, unless this is set.',
  },
  { name: 'PARLEY_DATABASE_TOKEN', default: '', words: 'The token of a libSQL database over HTTP.' },
  {
    name: 'PARLEY_ORIGIN',
    default: 'http://localhost:PORT',
    words:
      'Where people reach Parley, such as `https://comments.example.org`, or below a path of another host, such as `https://www.example.org/comments`. Must be https, except on this machine.',
  },
  { name: 'PORT', default: '8787', words: 'The port Node listens on.' },
  {
    name: 'PARLEY_HOST',
    default: '127.0.0.1',
    words: 'The address Node listens on; `0.0.0.0` lets other machines in, for a container or a proxy elsewhere.',
  },
  {
    name: 'PARLEY_SOCKET',
    default: '',
    words:
      'The path of a Unix socket that Node listens on instead of a port, for a proxy on the same machine; with its mode after a space where `660` is not the right one: `/run/parley/socket 666`.',
  },
  {
    name: 'PARLEY_TRUSTED_PROXIES',
    default: '',
    words:
      'Addresses or networks (CIDR, comma-separated) of proxies that are believed for whom they ask; `unix` for who speaks through `PARLEY_SOCKET`.',
  },
  {
    name: 'PARLEY_PROXY_HEADER',
    default: 'X-Forwarded-For',
    words:
      'The header in which they say so: this one, or `Forwarded` (RFC 7239). Name the one that your proxy writes; the other may come from anybody and is not looked at.',
  },
  {
    name: 'PARLEY_SECRET',
    default: 'made at the first start',
    words:
      'At least 32 characters. On Node it is made beside the database file (mode 0600) when unset; on Workers, and with a database over HTTP, it is required.',
  },
  {
    name: 'PARLEY_SECRET_BEFORE',
    default: '',
    words:
      'After `PARLEY_SECRET` was changed: the one before, or several with commas between. What they have signed still counts; nothing is signed with them any more.',
  },
  {
    name: 'PARLEY_SMTP_URL',
    default: '',
    words:
      'The mail server: `smtp://user:password@mail.example.org:587?from=parley@example.org`, or `smtps://…`. `from` is an address alone: mail to readers has the site’s name before it, other mail “Parley”. Without it no mail is sent. On Workers, whose sockets reach no port 25, a password asks for a server that has STARTTLS or `smtps`.',
  },
  {
    name: 'PARLEY_MAIL_API',
    default: '',
    words:
      'Instead of a mail server: the address of a provider that takes mail over https, such as `https://api.resend.com/emails`, Postmark’s or Brevo’s. Others get `{from, to, subject, text, html, headers}`.',
  },
  { name: 'PARLEY_MAIL_API_TOKEN', default: '', words: 'What that provider knows the installation by.' },
  {
    name: 'PARLEY_MAIL_FROM',
    default: 'parley@HOST',
    words: 'The address that mail by `PARLEY_MAIL_API` comes from, without a name.',
  },
  {
    name: 'PARLEY_MAIL_PER_ADDRESS',
    default: '10 40',
    words:
      'How many mails go to one address in an hour, and in a day; what is more waits. Codes, for which somebody waits, have budgets of their own.',
  },
  {
    name: 'PARLEY_MAIL_PER_SITE',
    default: '500',
    words: 'How many mails of one site go out in an hour; what is more waits.',
  },
  {
    name: 'PARLEY_MAIL_PER_HOUR',
    default: '1000',
    words: 'How many mails of all sites go out in an hour: what your mail server or provider allows.',
  },
  {
    name: 'PARLEY_MAIL_DAYS',
    default: '7',
    words:
      'For how many days is remembered where a mail went and what it was about. What was given up is remembered for 30.',
  },
  {
    name: 'PARLEY_GITHUB',
    default: '',
    words:
      '`ID:SECRET` of an OAuth app at GitHub; readers can then sign in with it. Its callback is `/sign-in/back/github`.',
  },
  {
    name: 'PARLEY_GOOGLE',
    default: '',
    words: '`ID:SECRET` of an OAuth client at Google. Its redirect address is `/sign-in/back/google`.',
  },
  {
    name: 'PARLEY_OPENID',
    default: '',
    words:
      'Other OpenID issuers, several with `;` between: `NAME https://issuer.example ID SECRET`. The redirect address is `/sign-in/back/NAME`.',
  },
  {
    name: 'PARLEY_DESK_OPENID',
    default: '',
    words:
      'Who of an organisation is what at the desk, several with `;` between: `NAME groups=editors moderator daily,weekly`. `NAME` is `google` or one of `PARLEY_OPENID`; `domain=example.org` or `email=a@example.org` may stand for `groups=…`, `owner` for `moderator`, `*` for all sites. The redirect address is `/desk/back/NAME`.',
  },
  {
    name: 'PARLEY_CAPTCHA',
    default: '',
    words:
      '`turnstile SITEKEY SECRET` or `hcaptcha SITEKEY SECRET`, as Cloudflare or hCaptcha gave them: while work is asked for, what a browser could not solve may be proved with them instead. Without it nobody else is asked, and nothing of theirs is loaded.',
  },
  {
    name: 'PARLEY_LOG',
    default: '',
    words:
      '`requests` writes a line of JSON for each request: its route, status, time and size, and nothing of who asked or for what. Node only.',
  },
  {
    name: 'PARLEY_METRICS_TOKEN',
    default: '',
    words:
      'At least 16 characters, with which `/metrics` is read (`Authorization: Bearer …`). Without it only this machine itself may. Node only.',
  },
  {
    name: 'PARLEY_IMPORT_MB',
    default: '1024',
    words:
      'How large a file may be, in MB, that an owner gives at the desk to be imported. It waits in a folder beside the database until it is. `0` takes none. Node only.',
  },
  {
    name: 'PARLEY_LIMITS',
    default: 'on',
    words: '`off` lifts the budgets for benchmarks; refused unless Parley listens on loopback only.',
  },
]

export interface Config {
  databaseUrl: string
  databaseToken: string | undefined
  /** Where people reach Parley: an origin, and the path below which it is, if it shares its host. No slash at the end. */
  origin: string
  /** Whether that origin is this machine: plain http is allowed, and the demo site is offered. */
  isLocal: boolean
  port: number
  host: string
  /** The Unix socket to listen on instead, and its mode. */
  socket: { path: string; mode: number } | undefined
  /** Proxies that are believed: addresses, networks, or `unix`. */
  trustedProxies: string[]
  proxyHeader: ProxyHeader
  /** Undefined where it is still to be made. */
  secret: string | undefined
  /** Secrets that were in use before: what they have signed still counts. */
  secretsBefore: string[]
  limits: boolean
  /** How large a file may be that is given at the desk, in bytes; 0 where none is taken. */
  importBytes: number
  /** Whether there is a line in the log for each request. */
  logsRequests: boolean
  /** With what the figures of the process are read from elsewhere. */
  metricsToken: string | undefined
  /** The mail server, and the address that mail comes from; undefined where none is sent. */
  smtp: { server: string; from: string } | undefined
  /** The provider that takes mail over https instead. */
  mailApi: { url: string; token: string; from: string } | undefined
  /** How many mails are sent at the most; undefined where no budget counts. */
  mailLimits: MailLimits | undefined
  /** For how many days a mail that was sent is remembered. */
  keepsMailDays: number
  /** With whom readers can sign in. */
  providers: Provider[]
  /** Whom of those providers' people the desk knows. */
  deskRules: DeskRule[]
  /** Who says that a reader is none of the programs, where the work could not be done; undefined where nobody is asked. */
  captcha: Captcha | undefined
}

/** Thrown for settings that cannot be served; its message names each one and what to write instead. */
export class WrongSettings extends Error {
  override name = 'WrongSettings'
  constructor(faults: readonly string[]) {
    super(`These settings cannot be used:\n${faults.map(fault => `  ${fault}`).join('\n')}`)
  }
}

/**
 * The environment as checked settings; fails closed.
 * @throws WrongSettings naming every fault at once
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = []
  const value = (name: string) => env[name]?.trim() || undefined

  const databaseUrl = value('PARLEY_DATABASE_URL') ?? 'file:data/parley.db'
  // The command line speaks to D1 for the Worker, whose dev server takes the next port.
  const usual = databaseUrl.startsWith('d1:') ? 8788 : 8787
  const port = Number(value('PORT') ?? usual)
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536
  if (!isPort) faults.push('PORT must be a number from 1 to 65535.')

  if (!/^(file:|libsql:|https?:|d1:)/.test(databaseUrl)) {
    faults.push('PARLEY_DATABASE_URL must begin with file:, libsql:, https:, http: or d1:.')
  }
  if (/^file:(\/\/)?([?#]|$)|:memory:/.test(databaseUrl)) {
    faults.push(
      'PARLEY_DATABASE_URL must name a file, such as file:data/parley.db: what has no name is lost at the end.',
    )
  }

  const place = value('PARLEY_ORIGIN') ?? `http://localhost:${isPort ? port : usual}`
  const bare = readOrigin(place)
  if (!bare) faults.push('PARLEY_ORIGIN must be an http or https address, such as https://comments.example.org.')
  const path = bare === null ? '' : new URL(place).pathname.replace(/\/$/, '')
  const origin = bare === null ? null : bare + path
  if (origin !== null && new URL(place).href.replace(/\/$/, '') !== origin) {
    faults.push(`PARLEY_ORIGIN must be no more than an address: ${origin}.`)
  }
  if (!/^(\/[\w.~-]+)*$/.test(path)) {
    faults.push('PARLEY_ORIGIN: a path is made of letters, digits, hyphens and single slashes, such as /comments.')
  }
  if (OWN_PATHS.test(path)) {
    faults.push(`PARLEY_ORIGIN: ${path} is a path of Parley’s own. Take another, such as /comments.`)
  }
  const isLocal = origin !== null && isLoopbackHost(new URL(origin).hostname)
  if (origin?.startsWith('http:') && !isLocal) {
    faults.push('PARLEY_ORIGIN must be https: over plain http a stranger on the way could sign in as a moderator.')
  }

  const host = value('PARLEY_HOST') ?? '127.0.0.1'
  const secret = value('PARLEY_SECRET')
  if (secret !== undefined && secret.length < 32) faults.push('PARLEY_SECRET must have at least 32 characters.')

  const secretsBefore = listed(value('PARLEY_SECRET_BEFORE'))
  if (secretsBefore.some(each => each.length < 32)) {
    faults.push('PARLEY_SECRET_BEFORE must name secrets of at least 32 characters, with commas between.')
  }
  if (secretsBefore.length > 0 && secret === undefined) {
    faults.push('PARLEY_SECRET_BEFORE goes with PARLEY_SECRET: set both, or neither.')
  }

  const socket = readSocket(value('PARLEY_SOCKET'))
  if (socket === null) {
    faults.push('PARLEY_SOCKET must be an absolute path, such as /run/parley/socket, and may have a mode such as 666.')
  }
  if (socket && value('PARLEY_ORIGIN') === undefined) {
    faults.push('PARLEY_SOCKET needs PARLEY_ORIGIN: the address at which the proxy before it is reached.')
  }
  const trustedProxies = listed(value('PARLEY_TRUSTED_PROXIES'))
  for (const proxy of trustedProxies) {
    if (proxy === 'unix' || readNetwork(proxy)) continue
    faults.push(`PARLEY_TRUSTED_PROXIES: “${proxy}” is no address or network, such as 10.0.0.0/8.`)
  }
  if (trustedProxies.includes('unix') && !socket) {
    faults.push('PARLEY_TRUSTED_PROXIES: “unix” means who speaks through PARLEY_SOCKET, which is not set.')
  }
  const header = (value('PARLEY_PROXY_HEADER') ?? 'X-Forwarded-For').toLowerCase()
  const proxyHeader = PROXY_HEADERS.find(known => known === header)
  if (!proxyHeader) faults.push('PARLEY_PROXY_HEADER must be X-Forwarded-For or Forwarded.')

  const limits = value('PARLEY_LIMITS') ?? 'on'
  if (limits !== 'on' && limits !== 'off') faults.push('PARLEY_LIMITS must be on or off.')
  if (limits === 'off' && !(isLocal && !socket && (isLoopbackHost(host) || host === '::1'))) {
    faults.push('PARLEY_LIMITS=off is for benchmarks on this machine: leave PARLEY_HOST and PARLEY_ORIGIN at loopback.')
  }

  const importMb = value('PARLEY_IMPORT_MB') ?? '1024'
  if (!/^\d{1,6}$/.test(importMb)) faults.push('PARLEY_IMPORT_MB must be a number of megabytes, such as 1024, or 0.')

  const log = value('PARLEY_LOG')
  if (log !== undefined && log !== 'requests') faults.push('PARLEY_LOG must be requests, or not be set.')
  const metricsToken = value('PARLEY_METRICS_TOKEN')
  if (metricsToken !== undefined && !/^[!-~]{16,}$/.test(metricsToken)) {
    faults.push('PARLEY_METRICS_TOKEN must have at least 16 characters, and no spaces.')
  }

  const smtp = readSmtp(value('PARLEY_SMTP_URL'), origin)
  if (smtp === null) {
    faults.push('PARLEY_SMTP_URL must look like smtp://user:password@mail.example.org:587?from=parley@example.org.')
  }

  const mailApi = readMailApi(
    value('PARLEY_MAIL_API'),
    value('PARLEY_MAIL_API_TOKEN'),
    value('PARLEY_MAIL_FROM'),
    origin,
  )
  if (mailApi === null) {
    faults.push(
      'PARLEY_MAIL_API must be an https address such as https://api.resend.com/emails, with PARLEY_MAIL_API_TOKEN; PARLEY_MAIL_FROM an e-mail address.',
    )
  }
  const mailLimits = {
    ...numbers('PARLEY_MAIL_PER_ADDRESS', ['hour', 'day'], value, faults),
    ...numbers('PARLEY_MAIL_PER_SITE', ['here'], value, faults),
    ...numbers('PARLEY_MAIL_PER_HOUR', ['everywhere'], value, faults),
  }
  const { days } = numbers('PARLEY_MAIL_DAYS', ['days'], value, faults)
  const { providers, faults: wrong } = readProviders({
    github: value('PARLEY_GITHUB'),
    google: value('PARLEY_GOOGLE'),
    openid: value('PARLEY_OPENID'),
  })
  faults.push(...wrong)
  const { rules: deskRules, faults: unruly } = readDeskRules(value('PARLEY_DESK_OPENID'), providers)
  faults.push(...unruly)

  const captcha = readCaptcha(value('PARLEY_CAPTCHA'))
  if (captcha === null) {
    faults.push('PARLEY_CAPTCHA must be turnstile SITEKEY SECRET or hcaptcha SITEKEY SECRET.')
  }

  if (faults.length > 0) throw new WrongSettings(faults)
  return {
    databaseUrl,
    databaseToken: value('PARLEY_DATABASE_TOKEN'),
    origin: origin!,
    isLocal,
    port,
    host,
    socket: socket ?? undefined,
    trustedProxies,
    proxyHeader: proxyHeader!,
    secret,
    secretsBefore,
    limits: limits === 'on',
    importBytes: Number(importMb) * 1_000_000,
    logsRequests: log === 'requests',
    metricsToken,
    smtp: smtp ?? undefined,
    mailApi: mailApi ?? undefined,
    mailLimits: limits === 'on' ? mailLimits : undefined,
    keepsMailDays: days,
    providers,
    deskRules,
    captcha: captcha ?? undefined,
  }
}

/** What Parley serves below its base: a base of that name could not be told from it where a proxy takes the base off. */
const OWN_PATHS =
  /^\/(api|assets|c|demo|desk|embed\.js|feeds|healthz|metrics|privacy|sign-in|theme|thread|thread\.css|unsubscribe)(\/|$)/

/** The Unix socket that a setting names; null where it names none, undefined where there is no setting. */
function readSocket(text: string | undefined): Config['socket'] | null {
  if (text === undefined) return undefined
  const [, path, mode = '660'] = /^(\/\S+)(?:\s+0?([0-7]{3}))?$/.exec(text) ?? []
  return path === undefined ? null : { path, mode: Number.parseInt(mode, 8) }
}

/** The numbers that a setting names, one for each of these, from 1 to 100,000; adds a fault where they are none. */
function numbers<N extends string>(
  name: string,
  names: readonly N[],
  value: (name: string) => string | undefined,
  faults: string[],
): Record<N, number> {
  const usual = SETTINGS.find(setting => setting.name === name)!.default
  const read = (value(name) ?? usual).split(/[\s,/]+/).map(Number)
  if (read.length !== names.length || !read.every(n => Number.isInteger(n) && n >= 1 && n <= 100_000)) {
    faults.push(`${name} must be ${names.length === 1 ? 'a number' : `${names.length} numbers`}, such as ${usual}.`)
  }
  return Object.fromEntries(names.map((each, at) => [each, read[at]])) as Record<N, number>
}

/** The parts of a text with commas between. */
const listed = (text = ''): string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)

const SENDER = /^[^\s\p{Cc}@<>"]+@[^\s\p{Cc}@<>"]+$/u
const usualSender = (origin: string | null) => `parley@${origin ? new URL(origin).hostname : 'localhost'}`

/** The provider of mail that the settings name; null where they do not fit, undefined where there are none. */
function readMailApi(
  url: string | undefined,
  token: string | undefined,
  from: string | undefined,
  origin: string | null,
): Config['mailApi'] | null {
  if (url === undefined) return undefined
  const read = URL.canParse(url) ? new URL(url) : null
  const isSafe = read?.protocol === 'https:' || (read?.protocol === 'http:' && isLoopbackHost(read.hostname))
  const sender = from ?? usualSender(origin)
  return isSafe && token && SENDER.test(sender) ? { url, token, from: sender } : null
}

/** The mail server that a setting names; null where it names none, undefined where there is no setting. */
function readSmtp(text: string | undefined, origin: string | null): Config['smtp'] | null {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) return null
  const from = url.searchParams.get('from') ?? usualSender(origin)
  if (!SENDER.test(from)) return null
  url.search = ''
  return { server: url.href, from }
}
