import type { Comment } from '../../../server/contract.ts'
import { ensureHostKey } from '../../../server/people/host-keys.ts'
import { openIdIssuer } from '../../issuer.ts'
import type { Moderator } from '../../people.ts'
import { type World, world } from '../../world.ts'

/** A site where strangers' strings come in, with its people and a conversation that was there before. */
export interface Place {
  stage: World
  olga: Moderator
  mona: Moderator
  root: Comment
  issuer: Awaited<ReturnType<typeof openIdIssuer>>
  /** A token of the site's own login that says this of somebody. */
  loginOf(said: Record<string, unknown>): Promise<string>
}

let issuer: ReturnType<typeof openIdIssuer> | undefined

/** A place of one's own in the database of this process. */
export async function newPlace(): Promise<Place> {
  issuer ??= openIdIssuer()
  const known = await issuer
  const stage = await world({
    settings: { holds: 'none', hashRoutes: true, showsEditions: true, downVotes: true, badges: ['editors:staff'] },
    origins: ['https://daily.example', 'https://fa.daily.example'],
    mail: true,
    providers: [known.provider],
    fetch: known.fetch,
  })
  // The issuer signs by the true time.
  stage.clock.now = Date.now()
  const { SignJWT } = await import('jose')
  return {
    stage,
    issuer: known,
    olga: await stage.atDesk('olga'),
    mona: await stage.atDesk('mona'),
    root: await stage.as('ben').posts('What was there before', { name: 'Ben', title: 'The night ferry' }),
    async loginOf(said) {
      const { id, key } = await ensureHostKey(stage.deps, stage.site)
      const now = Math.floor(stage.clock.now / 1000)
      return new SignJWT({ sub: 'u1', aud: stage.site, iat: now, exp: now + 3_600, ...said })
        .setProtectedHeader({ alg: 'HS256', kid: id })
        .sign(new TextEncoder().encode(key))
    },
  }
}
