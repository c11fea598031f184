import type { Deps } from '../deps.ts'
import { DEMO, MEMBERS } from '../sites/demo.ts'
import { ensureHostKey } from './host-keys.ts'

/** The placeholder on the members' page where the site's own login puts the token of whoever is signed in. */
const PLACE = 'token=""'

/**
 * The demo's members' page as the site's own login serves it: with a token for the made-up member that its address names,
 * or for nobody. A site of one's own does the same with its own people.
 * @param who what the address says after `?as=`
 */
export async function membersPage(deps: Deps, html: string, who: string | undefined): Promise<string> {
  const marked = html.replace(`href="?as=${who}"`, () => `href="?as=${who}" aria-current="true"`)
  if (who === undefined || !Object.hasOwn(MEMBERS, who)) {
    return html.replace(` ${PLACE}`, '').replace('href="/demo/members"', 'href="/demo/members" aria-current="true"')
  }
  const { SignJWT } = await import('jose')
  const { id, key } = await ensureHostKey(deps, DEMO.site)
  const member: Record<string, unknown> = MEMBERS[who as keyof typeof MEMBERS]
  const now = Math.floor(deps.clock() / 1000)
  const url = member['url'] === undefined ? {} : { url: `${deps.config.origin}${member['url']}` }
  const token = await new SignJWT({ ...member, ...url })
    .setProtectedHeader({ alg: 'HS256', kid: id })
    .setAudience(DEMO.site)
    .setIssuedAt(now)
    .setExpirationTime(now + 3_600)
    .sign(new TextEncoder().encode(key))
  return marked.replace(PLACE, () => `token="${token}"`)
}
