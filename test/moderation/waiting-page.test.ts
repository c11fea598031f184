import { expect, test } from 'vitest'
import { localeFor } from '../../server/locales.ts'
import type { Moderator } from '../people.ts'
import { type World, world } from '../world.ts'

/** A site whose queue has something in it, and a moderator who looks at it on a telephone. */
async function telephone() {
  const stage = await world({ settings: { holds: 'all' } })
  const { as, send, site, deps } = stage
  const parley = deps.config.origin
  await as('ada').posts('The **first** one', { name: 'Ada', title: 'The night ferry' })
  await as('ben').posts('<script>alert(1)</script> [here](https://spam.example/x)', { name: 'Ben "><b>' })
  const mona = await stage.atDesk('mona')
  const opens = async (query = '', who: Moderator | null = mona) => {
    const headers = { accept: 'text/html', ...(who && { cookie: who.cookie }) }
    const answer = await send(`/desk/waiting?site=${site}${query}`, { headers })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  /** Presses a button of a page as a browser would. */
  const presses = async (page: string, ruling: string, more: Record<string, string> = {}, extra: object = {}) => {
    const form = page.split('<form').find(each => each.includes(`value="${ruling}"`))!
    const fields = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)]
    const body = new URLSearchParams([...fields.map(([, name, value]) => [name!, value!]), ['ruling', ruling]])
    for (const [name, value] of Object.entries(more)) body.set(name, value)
    const headers = {
      ...{ accept: 'text/html', origin: parley, cookie: mona.cookie },
      ...{ 'content-type': 'application/x-www-form-urlencoded', ...extra },
    }
    return send('/desk/waiting', { method: 'POST', headers, body: body.toString() })
  }
  /** And follows to where that leads. */
  const follows = async (answer: Response) => {
    expect(answer.status).toBe(303)
    return opens(answer.headers.get('location')!.split(`site=${site}`)[1])
  }
  const statuses = async () => (await mona.queue()).cases.map(({ text }) => text)
  return { ...stage, mona, opens, presses, follows, statuses }
}

test('shows what waits one after the other, with what is told of it, and nothing that it says can run', async () => {
  const { opens } = await telephone()
  const { status, text, headers } = await opens()
  expect(status).toBe(200)
  expect(text).toContain('2 comments wait.')
  expect(text).toContain('The <strong>first</strong> one')
  expect(text).toContain('The night ferry')
  expect(text).toContain('Every comment waits here')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('cache-control')).toBe('private, no-store')
  const later = /href="[^"]*?(&amp;after=\w+)"/.exec(text)![1]!.replace('&amp;', '&')
  const second = await opens(later)
  expect(second.text).toContain('&#60;script&#62;')
  expect(second.text).not.toMatch(/<script|<b>(?!<bdi)/)
})

test('its buttons decide, say what was done, take it back, and end with an empty queue', async () => {
  const { opens, presses, follows, statuses, as } = await telephone()
  const first = await opens()
  const second = await follows(await presses(first.text, 'approve'))
  expect(second.text).toContain('Approved.')
  expect(second.text).toContain('One comment waits.')
  expect((await as('chiara').reads()).comments.map(({ author }) => author?.name)).toEqual(['Ada'])
  const back = await follows(await presses(second.text, 'restore'))
  expect(back.text).toContain('it waits again')
  expect(await statuses()).toHaveLength(2)
  const again = await follows(await presses(back.text, 'spam'))
  const done = await follows(await presses(again.text, 'reject', { reason: 'abuse' }))
  expect(done.text).toContain('Refused.')
  expect(done.text).toContain('Nothing waits. You are done.')
  expect(await statuses()).toEqual([])
})

test('a button that is pressed twice has decided once, and says what it did; so has the page that one goes back to', async () => {
  const { opens, presses, follows, statuses } = await telephone()
  const { text } = await opens()
  const [one, two] = await Promise.all([presses(text, 'approve'), presses(text, 'approve')])
  for (const answer of [one, two, await presses(text, 'approve')]) {
    const after = await follows(answer)
    expect(after.text).toContain('Approved.')
    expect(after.text).not.toContain('somebody else')
  }
  expect(await statuses()).toHaveLength(1)
  // Back, and another button: that is not what stands.
  const other = await follows(await presses(text, 'reject', { reason: 'abuse' }))
  expect(other.text).toContain('changed or decided')
  expect(await statuses()).toHaveLength(1)
})

test('opening it changes nothing, however often a program does', async () => {
  const { opens, statuses } = await telephone()
  const { text } = await opens()
  const id = /name="comment" value="(\w+)"/.exec(text)![1]!
  for (const query of [`&did=approve&of=${id}`, `&comment=${id}&seen=1&ruling=approve`, '&ruling=spam']) {
    expect((await opens(query)).status).toBe(200)
  }
  expect(await statuses()).toHaveLength(2)
})

test('without a session it shows nothing and decides nothing: who has the mail has no key', async () => {
  const { opens, presses, statuses } = await telephone()
  const { text } = await opens()
  const stranger = await opens('', null)
  expect(stranger.status).toBe(401)
  expect(stranger.text).toContain('Sign in first')
  expect(stranger.text).not.toMatch(/first<\/strong>|Ada|Ferry/)
  expect((await presses(text, 'approve', {}, { cookie: '' })).status).toBe(401)
  expect(await statuses()).toHaveLength(2)
})

test('a decision comes from the page itself, of a moderator of the site, on the version that was seen', async () => {
  const { opens, presses, follows, statuses, mona, signIn, addSite, number } = await telephone()
  const { text } = await opens()
  for (const origin of ['https://evil.example', 'null']) {
    expect((await presses(text, 'approve', {}, { origin })).status).toBe(403)
  }
  await addSite(`other-${number}`, [])
  const stranger = await signIn('Ole', `other-${number}`, 'owner')
  expect((await presses(text, 'approve', {}, { cookie: stranger.cookie })).status).toBe(403)
  expect((await opens('', stranger)).status).toBe(403)
  const faults: Record<string, string>[] = [
    { seen: '-1' },
    { ruling: 'ban' },
    { seen: '' },
    { comment: 'x'.repeat(5_000) },
  ]
  for (const fault of faults) {
    expect((await presses(text, 'approve', fault)).status).toBeGreaterThanOrEqual(400)
  }
  expect(await statuses()).toHaveLength(2)
  const [one] = (await mona.queue()).cases
  await mona.rulesOnAll([{ comment: one!.id, ruling: 'spam', seen: one!.version }])
  const after = await follows(await presses(text, 'approve'))
  expect(after.text).toContain('changed or decided by somebody else')
  expect((await mona.queue()).cases).toHaveLength(1)
})

test('it speaks the language that somebody has chosen for the desk, else the browser’s where the desk has it', async () => {
  const { opens, mona, send, site } = await telephone()
  await mona.asks('/api/desk/me', { method: 'PATCH', json: { language: 'fa' } })
  expect((await opens()).text).toMatch(/<html lang="fa" dir="rtl">[\s\S]*۲ دیدگاه در انتظار است/)
  const stranger = await send(`/desk/waiting?site=${site}`, { headers: { 'accept-language': 'xx, de-AT;q=0.8' } })
  expect(await stranger.text()).toContain('Bitte erst anmelden')
})

test('the digest leads there', async () => {
  const { deps, site }: World = await world({ mail: true })
  const { digestMail } = await import('../../server/notices/digest.ts')
  const about = { site: { id: site, name: 'The Daily' }, waiting: 2, since: deps.clock(), origin: deps.config.origin }
  const { text, html } = digestMail(about, await localeFor())
  for (const body of [text, html]) expect(body).toContain(`/desk/waiting?site=${site}`)
})
