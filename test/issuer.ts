import { Hono } from 'hono'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** Who is signed in at the issuer, and what it says of them. */
export type Somebody = JWTPayload & { sub: string }

/**
 * A small OpenID issuer: discovery, a page that says yes at once, tokens for codes with PKCE, and keys (ES256). `fetch`
 * reaches it, as another server would.
 */
export async function openIdIssuer(origin = 'https://issuer.example') {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'i', alg: 'ES256' }]
  const codes = new Map<string, { challenge: string; nonce: string; redirect: string; who: Somebody }>()
  const issuer = {
    provider: { name: 'harbour', issuer: origin, clientId: 'parley', clientSecret: 's3cret:with/signs' },
    who: { sub: 'u-1', name: 'Iris', email: 'iris@mail.example', email_verified: true } as Somebody,
    /** What its tokens say otherwise than they should. */
    lies: {} as JWTPayload,
    /** What becomes of who comes to its page: a yes, a no, or somebody who has yet to make up their mind. */
    says: 'yes' as 'yes' | 'no' | 'nothing',
    asked: [] as string[],
    fetch: async (url: string, init?: RequestInit): Promise<Response> => {
      issuer.asked.push(`${init?.method ?? 'GET'} ${url}`)
      if (!url.startsWith(origin)) throw new TypeError(`nobody at ${url}`)
      return app.request(url, init)
    },
    /** Somebody says yes on the issuer's page; gives where the browser goes then. */
    async saysYes(page: string): Promise<URL> {
      const answer = await app.request(page)
      return new URL(answer.headers.get('location')!)
    },
  }
  const app = new Hono()
  app.get('/.well-known/openid-configuration', c =>
    c.json({
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/jwks`,
    }),
  )
  app.get('/authorize', c => {
    const asked = c.req.query()
    if (asked['code_challenge_method'] !== 'S256' || asked['client_id'] !== 'parley') return c.text('no', 400)
    if (issuer.says === 'nothing') return c.text('Please sign in')
    const back = (more: Record<string, string>) =>
      c.redirect(`${asked['redirect_uri']}?${new URLSearchParams({ ...more, state: asked['state']! })}`)
    if (issuer.says === 'no') return back({ error: 'access_denied' })
    const code = crypto.randomUUID()
    codes.set(code, {
      challenge: asked['code_challenge']!,
      nonce: asked['nonce']!,
      redirect: asked['redirect_uri']!,
      who: issuer.who,
    })
    return back({ code })
  })
  app.post('/token', async c => {
    const form = await c.req.parseBody()
    const grant = codes.get(String(form['code']))
    codes.delete(String(form['code']))
    const hash = new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(String(form['code_verifier']))),
    )
    const challenge = btoa(String.fromCharCode(...hash))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
    const client = `Basic ${btoa(`parley:${encodeURIComponent('s3cret:with/signs')}`)}`
    const fits =
      grant?.challenge === challenge &&
      grant.redirect === form['redirect_uri'] &&
      c.req.header('authorization') === client
    if (!fits) return c.json({ error: 'invalid_grant' }, 400)
    const idToken = await new SignJWT({ aud: 'parley', iss: origin, nonce: grant.nonce, ...grant.who, ...issuer.lies })
      .setProtectedHeader({ alg: 'ES256', kid: 'i' })
      .setIssuedAt()
      .setExpirationTime(issuer.lies.exp ?? '1h')
      .sign(privateKey)
    return c.json({ access_token: 'a', token_type: 'Bearer', id_token: idToken })
  })
  app.get('/jwks', c => c.json({ keys }))
  return Object.assign(issuer, { app })
}
