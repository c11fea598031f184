import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { sinceStamp, stampOf } from '../../server/comments/stamp.ts'
import { networksOf } from '../../server/http/networks.ts'
import { ensureHostKey } from '../../server/people/host-keys.ts'
import { codeIn, Reader } from '../people.ts'
import { type World, world } from '../world.ts'

/** The same installation after its secret was changed. */
function restarted(stage: World, secretsBefore: string[]) {
  const deps = { ...stage.deps, config: { ...stage.deps.config, secret: 'n'.repeat(43), secretsBefore } }
  const app = createApp(deps)
  const send: World['send'] = async (path, { json, ...init } = {}) => {
    const headers = new Headers(init.headers)
    if (json !== undefined) headers.set('content-type', 'application/json')
    const body = json === undefined ? init.body : JSON.stringify(json)
    return app.request(`https://parley.example${path}`, { ...init, headers, ...(body != null && { body }) })
  }
  return { deps, send, as: (reader: Reader) => new Reader(reader.token, { ...stage, send }) }
}

const before = ['k'.repeat(43)]

describe('after the secret was changed', () => {
  test('a code that was under way still proves, where the secret before is named', async () => {
    const stage = await world({ mail: true })
    const [kept, lost] = [stage.as('ada'), stage.as('ben')]
    const [mine, other] = [await kept.claims('ada@mail.example'), await lost.claims('ben@mail.example')]
    const [first, second] = stage.mails.map(codeIn)
    await expect(restarted(stage, []).as(lost).types(other, second!)).rejects.toMatchObject({ code: 'code_wrong' })
    expect(await restarted(stage, before).as(kept).types(mine, first!)).toMatchObject({ way: 'email' })
  })

  test('a plain form that was open can still be sent', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    const query = new URLSearchParams({ site: stage.site, url: stage.page })
    const page = await (await stage.send(`/thread?${query}`)).text()
    const hidden = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
    const form = Object.fromEntries(hidden.map(([, name, value]) => [name!, value!]))
    const sends = async (to: ReturnType<typeof restarted>) =>
      (await to.send('/thread', { method: 'POST', body: new URLSearchParams({ ...form, text: 'Late' }) })).status
    expect([await sends(restarted(stage, [])), await sends(restarted(stage, before))]).toEqual([403, 303])
  })

  test('a token of the site’s own login, signed with its old key, still counts, and so does one of the new key', async () => {
    const stage = await world()
    const login = async ({ id, key }: { id: string; key: string }) => {
      const now = Math.floor(stage.clock.now / 1000)
      return new SignJWT({ sub: 'u1', aud: stage.site, iat: now, exp: now + 60 })
        .setProtectedHeader({ alg: 'HS256', kid: id })
        .sign(new TextEncoder().encode(key))
    }
    const old = await ensureHostKey(stage.deps, stage.site)
    const after = restarted(stage, before)
    const fresh = await ensureHostKey(after.deps, stage.site)
    expect([fresh.id, fresh.key === old.key]).toEqual([old.id, false])
    for (const key of [old, fresh]) expect(await after.as(stage.as('ada')).comesFrom(await login(key))).toBeTruthy()
    const forgotten = restarted(stage, []).as(stage.as('ben'))
    await expect(forgotten.comesFrom(await login(old))).rejects.toMatchObject({ code: 'login_refused' })
  })

  test('the time somebody began to write holds, and so does the network of who was banned', async () => {
    const stage = await world()
    const [stamp, now] = [stampOf(stage.deps, stage.site, stage.clock.now), stage.clock.now + 5]
    const [after, forgotten] = [restarted(stage, before).deps, restarted(stage, []).deps]
    expect(sinceStamp(after, stage.site, stamp, now)).toBe(5)
    expect(sinceStamp(forgotten, stage.site, stamp, now)).toBeNull()
    const [today] = await networksOf(stage.deps, '203.0.113.9', now)
    const known = await networksOf(after, '203.0.113.9', now)
    expect([known.indexOf(today!) > 0, known[0]]).toEqual([true, (await networksOf(forgotten, '203.0.113.9', now))[0]])
  })

  test('nothing is signed with the secret before', async () => {
    const stage = await world()
    const stamp = stampOf(restarted(stage, before).deps, stage.site, stage.clock.now)
    expect(sinceStamp(stage.deps, stage.site, stamp, stage.clock.now)).toBeNull()
  })

  test('what is kept by digest goes on: readers, sessions, links', async () => {
    const stage = await world({ settings: { holds: 'none' } })
    const comment = await stage.as('ada').posts('Mine')
    const mona = await stage.atDesk('mona')
    const after = restarted(stage, [])
    expect((await after.as(stage.as('ada')).withdraws(comment)).status).toBe('withdrawn')
    expect((await after.send('/api/desk/me', { headers: { Cookie: mona.cookie } })).status).toBe(200)
  })
})
