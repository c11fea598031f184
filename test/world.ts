import { sql } from 'drizzle-orm'
import { createApp } from '../server/app.ts'
import type { Captcha } from '../server/comments/captcha.ts'
import { newId } from '../server/comments/ids.ts'
import type { Deps } from '../server/deps.ts'
import type { Mail } from '../server/notices/mail.ts'
import { readDeskRules } from '../server/people/desk-openid.ts'
import { makeDeskLink } from '../server/people/desk-session.ts'
import type { Provider } from '../server/people/providers.ts'
import type { SiteSettings } from '../server/sites/settings.ts'
import { Moderator, Reader, type ReaderName, type Send, tokenOf } from './people.ts'
import { storeOfFile } from './runtime/store-of-file.ts'

export { inWorkerd } from './runtime/in-workerd.ts'

export interface WorldOptions {
  settings?: Partial<SiteSettings>
  origins?: string[]
  isDemo?: boolean
  limits?: boolean
  /** With whom readers can sign in, and how other servers answer. */
  providers?: Provider[]
  /** Whom of their people the desk knows, as `PARLEY_DESK_OPENID` says it. */
  deskOpenId?: string
  /** Whose captcha counts instead of the work. */
  captcha?: Captcha
  fetch?: Deps['fetch']
  /** Whether a mail server is there; what it takes is in `mails`, at once or when a test lets time pass. */
  mail?: boolean | 'later'
  /** Where Parley itself is reached. */
  parley?: string
}

let worlds = 0

/** A site with its readers and moderators, over the real app and a real database, with a clock that tests set. */
export async function world(options: WorldOptions = {}) {
  const number = ++worlds
  const id = `daily-${number}`
  const parley = options.parley ?? 'https://parley.example'
  const origins = options.origins ?? ['https://daily.example']
  const origin = origins[0]!
  const clock = { now: Date.UTC(2026, 10, 22, 9) + number }
  const log: object[] = []
  const mails: Mail[] = []
  const putOff = new Set<{ at: number; isAtOnce: boolean; work: () => Promise<void> }>()
  const deps: Deps = {
    config: {
      origin: parley,
      isLocal: parley.includes('localhost'),
      limits: options.limits ?? false,
      secret: 'k'.repeat(43),
      providers: options.providers ?? [],
      deskRules: readDeskRules(options.deskOpenId, options.providers ?? []).rules,
      ...(options.captcha && { captcha: options.captcha }),
    },
    store: await storeOfFile(),
    build: 'test',
    clock: () => clock.now,
    assets: async () => null,
    client: c => c.req.header('x-test-client') ?? null,
    fetch: options.fetch ?? (async () => Promise.reject(new Error('nobody is asked'))),
    log: line => log.push(line),
    ...(options.mail && { mail: async (mail: Mail) => void mails.push(mail) }),
    later: (_, ms, work) => putOff.add({ at: clock.now + ms, isAtOnce: ms === 0 && options.mail === true, work }),
  }
  const app = createApp(deps)
  // The worlds of a file share a database: what was not sent in one is not sent in the next.
  if (options.mail) {
    await deps.store.engine.write(
      ['outbox', 'suppressed', 'mail_server'].map(table => sql`DELETE FROM ${sql.raw(table)}`),
    )
  }
  const addSite = (site: string, pages: string[]) =>
    deps.store.sites.add({
      id: site,
      name: 'The Daily',
      origins: pages,
      settings: options.settings ?? {},
      isDemo: options.isDemo ?? false,
      createdAt: clock.now,
    })
  await addSite(id, origins)

  const send: Send = async (path, { json, ...init } = {}) => {
    clock.now += 1
    const headers = new Headers(init.headers)
    if (json !== undefined) headers.set('content-type', 'application/json')
    const answer = await app.request(`${parley}${path}`, {
      ...init,
      headers,
      ...(json !== undefined && { body: JSON.stringify(json) }),
    })
    // What is to be done at once, such as sending a mail, is done before anybody looks.
    for (const each of [...putOff].filter(({ isAtOnce }) => isAtOnce)) {
      putOff.delete(each)
      await each.work()
    }
    return answer
  }
  const stage = { site: id, origin, page: `${origin}/news/1`, send }
  const moderators = new Map<string, Promise<Moderator>>()

  async function signIn(name: string, site: string, role: 'owner' | 'moderator'): Promise<Moderator> {
    const person = await deps.store.people.ensure(newId(clock.now), `${name}-${number}`, clock.now)
    await deps.store.people.grant(person.id, [site], role)
    return enter(person.id, site, name)
  }

  async function enter(person: number, site: string, name = 'somebody'): Promise<Moderator> {
    const link = new URL(await makeDeskLink(deps, person)).hash.slice('#link='.length)
    const response = await send('/api/desk/session', {
      method: 'POST',
      headers: { Origin: new URL(parley).origin },
      json: { link },
    })
    if (response.status !== 201) throw new Error(`${name} cannot sign in: ${await response.text()}`)
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!
    return new Moderator(cookie, { ...stage, site, desk: new URL(parley).origin })
  }

  return {
    ...stage,
    deps,
    app,
    clock,
    log,
    mails,
    number,
    addSite,
    putOff,
    /** Lets so many ms pass, and does what was put off until then. */
    async passes(ms: number) {
      clock.now += ms
      for (const each of [...putOff].filter(({ at }) => at <= clock.now)) {
        putOff.delete(each)
        await each.work()
      }
    },
    /** A reader of the cast, on the site's page or another of its pages. */
    as: (name: ReaderName, page = stage.page) => new Reader(tokenOf(name, number), { ...stage, page }),
    /** Mona and Omar moderate this site, Olga owns it. */
    atDesk(name: 'mona' | 'omar' | 'olga'): Promise<Moderator> {
      const known = moderators.get(name) ?? signIn(name, id, name === 'olga' ? 'owner' : 'moderator')
      moderators.set(name, known)
      return known
    },
    signIn,
    /** Who owns the installation, with the owner's role on this site. */
    async installer(): Promise<Moderator> {
      const owner = (await deps.store.people.owner())!
      await deps.store.people.grant(owner.id, [id], 'owner')
      return enter(owner.id, id)
    },
  }
}

export type World = Awaited<ReturnType<typeof world>>
