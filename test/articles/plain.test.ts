import { expect, test } from 'vitest'
import { localeFor } from '../../server/locales.ts'
import { type World, world } from '../world.ts'

/** A reader without JavaScript: keeps cookies, fills in the form that the page holds. */
function browser({ send, site, page, deps }: World) {
  const cookies = new Map<string, string>()
  const address = `/thread?${new URLSearchParams({ site, url: page })}`
  const headers = () => ({ Cookie: [...cookies].map(pair => pair.join('=')).join('; ') })
  const gets = async (path = address) => {
    const response = await send(path, { headers: headers() })
    return { response, html: await response.text() }
  }
  return {
    address,
    cookies,
    gets,
    /** Fills in the form of a page and sends it, as a browser would. */
    async posts(
      text: string,
      more: Record<string, string> = {},
      path = address,
      extra: Record<string, string> = { Origin: deps.config.origin },
    ) {
      const { html } = await gets(path)
      const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(match => [
        match[1]!,
        unescaped(match[2]!),
      ])
      const body = new URLSearchParams({ ...Object.fromEntries(hidden), text, name: 'Ada', ...more })
      const response = await send('/thread', {
        method: 'POST',
        headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded', ...extra },
        body: body.toString(),
      })
      const cookie = response.headers.get('set-cookie')?.match(/^([^=]+)=([^;]*)/)
      if (cookie) cookies.set(cookie[1]!, cookie[2]!)
      return { response, body }
    },
  }
}

const unescaped = (text: string) =>
  text.replace(/&#(\d+);|&(amp|lt|gt|quot);/g, (_, code, name) =>
    code ? String.fromCharCode(Number(code)) : { amp: '&', lt: '<', gt: '>', quot: '"' }[name as 'amp'],
  )

test('the thread reads without JavaScript, as semantic HTML with structured data', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const root = await stage.as('ada').posts('A **strong** word', { name: 'Ada', title: 'The <night> ferry' })
  const reply = await stage.as('ben').replies(root, 'An answer', { name: '"><script>alert(1)</script>' })
  await stage.as('eve').replies(reply, 'And another')
  const { response, html } = await browser(stage).gets()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(response.headers.get('referrer-policy')).toBe('same-origin')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(html).toContain('The &lt;night&gt; ferry')
  expect(html).toContain('<strong>strong</strong>')
  expect(html).toContain(`id="comment-${root.id}" itemprop="comment" itemscope itemtype="https://schema.org/Comment"`)
  expect(html).toContain('itemtype="https://schema.org/DiscussionForumPosting"')
  expect(html).toContain(`<a href="#comment-${reply.id}"`)
  expect(html).not.toMatch(/<script|prl_|style=/i)
})

test('a reader posts with the plain form, sees the comment waiting, and nobody else does', async () => {
  const stage = await world()
  const reader = browser(stage)
  expect((await reader.gets()).response.headers.get('set-cookie')).toBeNull()
  const { response } = await reader.posts('No script needed')
  expect(response.status).toBe(303)
  const location = response.headers.get('location')!
  expect(location).not.toContain('prl_')
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-parley-reader-[^=]+=prl_.*HttpOnly/)
  const { html, response: own } = await reader.gets(location.split('#')[0]!)
  expect(html).toContain('Your comment is waiting for a moderator.')
  expect(html).toContain('No script needed')
  // Nobody has told the article's title: it is called by its path.
  expect(html).toMatch(/<h1>.*<bdi>\/[^<]+<\/bdi>/)
  expect(own.headers.get('cache-control')).toBe('private, no-store')
  expect((await browser(stage).gets()).html).not.toContain('No script needed')
  await reader.posts('And a second one')
  const { cases } = await (await stage.atDesk('mona')).queue()
  expect(cases.map(({ author }) => author.name)).toEqual(['Ada', 'Ada'])
  await (await stage.atDesk('mona')).rules(cases[0]!, 'approve')
  expect((await browser(stage).gets()).html).toContain('No script needed')
})

test.each([
  ['en', 'Programs write here, too. Your browser could not', 'It reads like advertising.'],
  ['fa', 'برنامه‌ها نیز اینجا می‌نویسند. مرورگر شما نتوانست', 'به آگهی می‌ماند.'],
])(
  'whose comment waits for want of a proof, or was refused, reads why without JavaScript (%s)',
  async (lang, unproven, spam) => {
    const stage = await world({ settings: { holds: 'none', asksWork: 'always' } })
    const reader = browser(stage)
    const page = `${reader.address}&lang=${lang}`
    const { response } = await reader.posts('No script, no proof', {}, page)
    const { html } = await reader.gets(response.headers.get('location')!.split('#')[0]!)
    expect(html).toContain(`<p>${(await localeFor(lang)).writing.postedWaiting} ${unproven}`)
    expect((await reader.gets(page)).html).toContain(unproven)
    expect((await browser(stage).gets(page)).html).not.toContain(unproven)
    const mona = await stage.atDesk('mona')
    await mona.rules((await mona.queue()).cases[0]!, 'reject', { reason: 'spam' })
    expect((await reader.gets(page)).html).toContain(`<p>${(await localeFor(lang)).writing.postedRefused} ${spam}</p>`)
  },
)

test('why a comment waits for a moderator who reads all is no more than that it waits', async () => {
  const stage = await world({ settings: { holds: 'all' } })
  const reader = browser(stage)
  await reader.posts('As all do')
  expect((await reader.gets()).html).toContain(`<p>${(await localeFor('en')).writing.postedWaiting}</p>`)
})

test('a reply goes where the link said', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const root = await stage.as('ada').posts('Root')
  const reader = browser(stage)
  const { html } = await reader.gets()
  const link = unescaped(/href="([^"]*parent=[^"#]*)/.exec(html)![1]!)
  await reader.posts('Under it', {}, link)
  expect((await stage.as('ben').reads()).comments.map(({ parent }) => parent)).toEqual([null, root.id])
})

test('the same form sent twice is one comment', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const reader = browser(stage)
  const { body } = await reader.posts('Once')
  const again = await stage.send('/thread', {
    method: 'POST',
    headers: {
      Cookie: [...reader.cookies].map(pair => pair.join('=')).join('; '),
      Origin: stage.deps.config.origin,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: body.toString(),
  })
  expect(again.status).toBe(303)
  expect(await stage.as('ben').sees()).toEqual(['Once'])
})

test.each([
  ['empty', ' ', {}, 422, 'Write something first, then post it.'],
  ['too long', 'x'.repeat(10_001), {}, 422, 'a comment may have 10,000 characters'],
  ['under a name that is too long', 'Fine', { name: 'n'.repeat(61) }, 422, 'This name is too long.'],
  ['with a proof that was altered', 'Fine', { proof: 'x'.repeat(43) }, 403, 'Your text is still here'],
  ['with a proof of another time', 'Fine', { issued: '1' }, 403, 'Your text is still here'],
])('a text that is %s comes back with words, and nothing is lost', async (_, text, more, status, words) => {
  const stage = await world()
  const { response } = await browser(stage).posts(text, more)
  const html = await response.text()
  expect(response.status).toBe(status)
  expect(html).toContain(words)
  expect(html).toContain(`>${text}</textarea>`)
  expect(response.headers.get('set-cookie')).toBeNull()
  expect((await (await stage.atDesk('mona')).queue()).counts.pending).toBe(0)
})

test('a form of a foreign page is refused, one without an Origin needs our proof, and a proof ends after a day', async () => {
  const stage = await world()
  const reader = browser(stage)
  for (const Origin of ['https://evil.example', 'https://daily.example', 'null']) {
    expect((await reader.posts('Forged', {}, reader.address, { Origin })).response.status).toBe(403)
  }
  expect((await reader.posts('From an old browser', {}, reader.address, {})).response.status).toBe(303)
  const { body } = await reader.posts('Fresh')
  stage.clock.now += 25 * 3_600_000
  const late = await stage.send('/thread', {
    method: 'POST',
    headers: { Origin: stage.deps.config.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
  expect(late.status).toBe(403)
})

test('a long branch and a long thread go on, on pages of their own', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const root = await stage.as('ada').posts('Long branch')
  for (let n = 1; n <= 25; n++) await stage.as('ben').replies(root, `Reply ${n} of the branch`)
  for (let n = 1; n <= 26; n++) await stage.as('eve').posts(`Root ${n} of the thread`)
  const reader = browser(stage)
  const first = await reader.gets(`${reader.address}&sort=oldest`)
  expect(first.html).toContain('Reply 20 of')
  expect(first.html).not.toContain('Reply 21 of')
  const branch = await reader.gets(unescaped(/href="([^"]*replies=[^"]*)"/.exec(first.html)![1]!))
  for (const n of [1, 21, 25]) expect(branch.html).toContain(`Reply ${n} of`)
  const next = await reader.gets(unescaped(/rel="next" href="([^"]*)"/.exec(first.html)![1]!))
  expect(next.html).toContain('Root 26 of')
  expect(next.html).toContain('Back to the first page')
})

test('the fragment is the comments alone, and nobody’s own', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  await stage.as('ada').posts('For crawlers')
  const { html } = await browser(stage).gets(`${browser(stage).address}&fragment=1`)
  expect(html).toMatch(/^<section class="parley"/)
  expect(html).toContain('For crawlers')
  expect(html).not.toMatch(/<form|<html|<link/)
})

test('the links of a fragment lead to Parley, from whatever page it stands in', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  for (let n = 1; n <= 26; n++) await stage.as('eve').posts(`Root ${n} of the thread`)
  const { html } = await browser(stage).gets(`${browser(stage).address}&fragment=1`)
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(match => unescaped(match[1]!))
  expect(links.length).toBeGreaterThan(3)
  for (const link of links) expect(link).toMatch(/^https:\/\/parley\.example\/(thread\?|c\/)/)
  expect(links.at(-1)).toMatch(/#write$/)
})

test('a reader without JavaScript chooses the order', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const quiet = await stage.as('ada').posts('Lively')
  await stage.as('ada').posts('Quiet')
  await stage.as('ben').replies(quiet, 'A reply')
  const { html } = await browser(stage).gets()
  expect(html).toContain('<b aria-current="true">Newest first</b>')
  expect(html).not.toContain('elpful')
  const discussed = /href="([^"]*sort=discussed[^"]*)"/.exec(html)![1]!
  const ordered = (await browser(stage).gets(unescaped(discussed))).html
  expect(ordered.indexOf('Lively')).toBeLessThan(ordered.indexOf('Quiet'))
})

test('Persian words stand from the right', async () => {
  const stage = await world()
  const { html } = await browser(stage).gets(`${browser(stage).address}&lang=fa-IR`)
  expect(html).toContain('<html lang="fa-IR" dir="rtl">')
  expect(html).toContain('دیدگاه خود را بنویسید')
})

test.each([
  ['no site', '?url=https://daily.example/', 400],
  ['an unknown site', '?site=nowhere&url=https://daily.example/', 404],
  ['a foreign page', '?site=SITE&url=https://evil.example/%3Cscript%3E', 403],
  ['an address that is none', '?site=SITE&url=%3Cscript%3E', 400],
  ['a foreign branch', '?site=SITE&url=https://daily.example/news/1&replies=zzz', 404],
])('%s is told on a page', async (_, query, status) => {
  const { send, site } = await world()
  const response = await send(`/thread${query.replace('SITE', site)}`, { headers: { Accept: 'text/html' } })
  const html = await response.text()
  expect(response.status).toBe(status)
  expect(html).toMatch(/^<!doctype html>/)
  expect(html).not.toContain('<script')
})

test.each([
  ['a form in pieces that do not fit', 'multipart/form-data; boundary=b', '--b garbage', 400],
  ['a form without a boundary', 'multipart/form-data; boundary=', 'x', 400],
  ['a form of 250 kB', 'application/x-www-form-urlencoded', `text=${'x'.repeat(250_000)}`, 413],
])('%s is refused, and nothing fails', async (_, type, body, status) => {
  const { send, log } = await world()
  const response = await send('/thread', { method: 'POST', headers: { 'content-type': type }, body })
  expect(response.status).toBe(status)
  expect(log).toEqual([])
})

test('a warned reader without JavaScript reads the warning, says so, and the text is not lost', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const plain = browser(stage)
  await plain.posts('Rude')
  const mona = await stage.atDesk('mona')
  const [rude] = (await mona.queue('published')).cases
  await mona.acts(rude!, 'warn', { words: 'Please be <kind>.' })
  const { response } = await plain.posts('What?')
  const html = await response.text()
  expect(response.status).toBe(403)
  expect(html).toContain('Please be &lt;kind&gt;.')
  expect(html).toContain('>What?</textarea>')
  expect((await plain.posts('What?', { read: '1' })).response.status).toBe(303)
  expect((await plain.posts('And more')).response.status).toBe(303)
})

test('the page without JavaScript shows marks and a moderator’s words, and offers no reply in a locked branch', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const plain = browser(stage)
  await plain.posts('Mine')
  const mona = await stage.atDesk('mona')
  const [mine] = (await mona.queue('published')).cases
  const root = await stage.as('ada').posts('A quarrel')
  await mona.acts(root, 'pin')
  await mona.acts(root, 'lock')
  await mona.rules(mine!, 'reject', { words: 'Not “here”.' })
  const { html } = await plain.gets()
  expect(html).toMatch(/<span>Pinned<\/span>\s*<span>Locked: no more replies<\/span>/)
  expect(html).toContain('Not “here”.')
  expect(html).not.toContain('rel="nofollow">Reply</a>')
})

test('the page without JavaScript has the look that its site has chosen, and no style but that one may run', async () => {
  const { send, site, page, deps } = await world({
    settings: { theme: 'accent=%23b00020&radius=0.5em&text=%23222222' },
  })
  const at = `/thread?${new URLSearchParams({ site, url: page })}`
  const answer = await send(at)
  const text = await answer.text()
  const style = /<style>(.*?)<\/style>/.exec(text)![1]!
  expect(style).toContain('--parley-accent:#b00020;--parley-radius:0.5em')
  // A colour of text without its ground could not be read in the other scheme.
  expect(style).not.toContain('#222222')
  const hash = btoa(
    String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)))),
  )
  expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'sha256-${hash}';`)
  expect(await (await send(`${at}&fragment=1`)).text()).not.toContain('<style>')
  await deps.store.sites.change(site, { settings: { theme: '' } })
  const plain = await send(at)
  expect([await plain.text(), plain.headers.get('content-security-policy')]).toEqual([
    expect.not.stringContaining('<style>'),
    expect.stringContaining("style-src 'self';"),
  ])
})
