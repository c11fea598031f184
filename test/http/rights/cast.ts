import { SignJWT } from 'jose'
import type { Comment, KeyScope } from '../../../server/contract.ts'
import { makeKey } from '../../../server/people/api-keys.ts'
import { ensureHostKey } from '../../../server/people/host-keys.ts'
import { openIdIssuer } from '../../issuer.ts'
import { type Moderator, Reader, tokenOf } from '../../people.ts'
import { world } from '../../world.ts'

const DAY = 24 * 3_600_000

/** Everybody who may knock. The first three readers hold tokens, the last are programs with keys, the rest sessions of the desk. */
export const WHO = [
  'nobody',
  'author',
  'reader',
  'banned',
  'elsewhere',
  'moderator',
  'owner',
  'demoted',
  'expired',
  'signed-out',
  'reading key',
  'moderating key',
  'managing key',
  'dead key',
] as const
export type Who = (typeof WHO)[number]

export const isReader = (who: Who) => who === 'author' || who === 'reader' || who === 'banned'
export const isKey = (who: Who) => who.endsWith(' key')
/** Whether a session of the desk lives; what it opens is another question. */
export const isIn = (who: Who) => ['elsewhere', 'moderator', 'owner', 'demoted'].includes(who)

/** A site with everything that there is to be reached for, and everybody who may knock. */
export async function openHouse() {
  const issuer = await openIdIssuer()
  const stage = await world({
    settings: {
      ...{ holds: 'none', showsEditions: true, badges: ['editors:staff'] },
      translate: 'https://translate.example/translate',
    },
    mail: true,
    providers: [issuer.provider],
    fetch: issuer.fetch,
  })
  stage.deps.assets = async path => new Response(path, { headers: { 'Content-Type': 'text/plain' } })
  stage.clock.now = Date.now() - 40 * DAY
  const { deps, site, signIn } = stage
  const expired = await signIn('ezra', site, 'owner')
  stage.clock.now = Date.now()
  const there = `${site}-there`
  await stage.addSite(there, ['https://there.example'])
  const elsewhere = await signIn('stan', there, 'owner')
  const desk: Partial<Record<Who, Moderator>> = { expired, elsewhere }
  desk.moderator = await stage.atDesk('mona')
  desk.owner = await stage.atDesk('olga')
  desk.demoted = await signIn('dora', site, 'moderator')
  desk['signed-out'] = await signIn('sol', site, 'owner')
  await desk['signed-out'].asks('/api/desk/session', { method: 'DELETE' })
  const dora = (await deps.store.people.named(`dora-${stage.number}`))!
  // She keeps her role elsewhere, and thereby her session.
  await deps.store.people.grant(dora.id, [there], 'moderator')
  await deps.store.people.dismiss(dora.id, site)

  const keyTo = async (scope: KeyScope) => (await makeKey(deps, { site, name: scope, scope, days: null }, olga)).token
  const olga = (await deps.store.people.named(`olga-${stage.number}`))!.id
  const keys: Partial<Record<Who, string>> = {
    'reading key': await keyTo('read'),
    'moderating key': await keyTo('moderate'),
    'managing key': await keyTo('manage'),
    'dead key': (await makeKey(deps, { site, name: 'dead', scope: 'manage', days: null }, dora.id)).token,
  }
  // A key is stamped with the day of its first use; later uses write nothing.
  for (const key of Object.values(keys))
    await stage.send('/api/desk/me', { headers: { Authorization: `Bearer ${key}` } })
  await stage.passes(0)

  let made = 0
  /** A reader whom nobody has seen before, who may write from the page. */
  const newcomer = () => {
    made += 1
    return new Reader(tokenOf(`r${made}`, stage.number), stage)
  }
  /** A comment that is public, by somebody new. */
  async function comment(by = newcomer()): Promise<{ by: Reader; comment: Comment }> {
    return { by, comment: await by.posts(`A word ${made} of ${by.token.slice(4, 9)}`, { name: undefined }) }
  }
  async function banned(): Promise<Reader> {
    const { by, comment: last } = await comment()
    await desk.moderator!.acts(last, 'ban', { until: null, reason: 'abuse' })
    return by
  }
  const alwaysBanned = await banned()

  /** A JWT of the site's own login, for somebody new. */
  async function login(): Promise<string> {
    const { id, key } = await ensureHostKey(deps, site)
    made += 1
    const now = Math.floor(stage.clock.now / 1000)
    return new SignJWT({ sub: `u${made}`, aud: site, iat: now, exp: now + 3_600 })
      .setProtectedHeader({ alg: 'HS256', kid: id })
      .sign(new TextEncoder().encode(key))
  }

  /** What somebody sends to be known by; somebody who will not be the same afterwards is made anew. */
  async function credential(who: Who, { author, isLost }: { author?: string | undefined; isLost: boolean }) {
    const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` })
    if (who === 'nobody') return {}
    if (who === 'author') return bearer(author ?? newcomer().token)
    if (who === 'reader') return bearer(newcomer().token)
    if (who === 'banned') return bearer((isLost ? await banned() : alwaysBanned).token)
    if (isKey(who)) return bearer(keys[who]!)
    return { Cookie: desk[who]!.cookie }
  }

  /** Somebody whose session has ended gets another. */
  async function signInAgain(who: Who) {
    const again = {
      elsewhere: () => signIn('stan', there, 'owner'),
      moderator: () => signIn('mona', site, 'moderator'),
      owner: () => signIn('olga', site, 'owner'),
      demoted: () => signIn('dora', there, 'moderator'),
    }
    desk[who] = await again[who as keyof typeof again]()
  }

  return { ...stage, issuer, there, desk, newcomer, comment, login, credential, signInAgain }
}

export type House = Awaited<ReturnType<typeof openHouse>>
