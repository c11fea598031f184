import { serve } from '@hono/node-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { openMailbox } from '../browser/mailbox.ts'
import { openStage, type Stage } from '../browser/stage.ts'
import { openIdIssuer } from '../issuer.ts'
import { freePort } from '../runtime/free-port.ts'
import type { Engine, ProfileOptions } from './engine.ts'
import type { Sought } from './finding.ts'
import { hostsThread } from './page.ts'
import { Person, until, type Window } from './window.ts'

const BOX: Sought = { role: 'textbox', name: 'Write a comment' }
const POST: Sought = { role: 'button', name: /^Post$/ }
const comment = (text: string): Sought => ({ role: 'article', text })
const dialog = (sought: Sought): Sought => ({ ...sought, within: { role: 'dialog' } })
const accessible = async (window: Window, part?: string) => expect(await window.faults(part)).toEqual([])

/** Told in every engine; the test of an engine that is not there fails in CI and is passed over, loudly, elsewhere. */
export function tellStories(engine: Engine): void {
  const isMissing = engine.program === null
  const advice = `${engine.name} is not on this machine: apt-get install --no-install-recommends ${engine.packages}`
  if (isMissing && process.env['CI']) test(engine.name, () => expect.fail(advice))
  else if (isMissing) console.warn(`\nSKIPPED: ${advice}\n`)

  describe.skipIf(isMissing)(engine.name, () => {
    let stage: Stage
    let mailbox: Awaited<ReturnType<typeof openMailbox>>
    let endIssuer: () => void
    let people: Person[] = []
    let n = 0
    let path: string

    beforeAll(async () => {
      mailbox = await openMailbox()
      const port = await freePort()
      const issuer = await openIdIssuer(`http://localhost:${port}`)
      const server = serve({ fetch: issuer.app.fetch, port, hostname: '127.0.0.1' })
      endIssuer = () => server.close()
      const { name, issuer: address, clientId, clientSecret } = issuer.provider
      stage = await openStage({
        PARLEY_OPENID: `${name} ${address} ${clientId} ${clientSecret}`,
        PARLEY_LIMITS: 'off',
        ...mailbox.settings,
      })
    })
    afterAll(async () => {
      await stage?.end()
      await mailbox?.end()
      endIssuer?.()
    })
    beforeEach(() => {
      path = `/harbour-${++n}`
    })
    afterEach(async () => {
      await Promise.all(people.map(person => person.leaves()))
      people = []
    })

    const somebody = async (options?: ProfileOptions) => {
      const person = await Person.with(engine, options)
      people.push(person)
      return person
    }
    const holds = (holds: 'none' | 'first') =>
      stage.store().sites.change(DEMO.site, { settings: { holds, downVotes: true } })
    const stored = (window: Window) => window.runs(() => Object.keys(localStorage).length)

    test('a guest reads, writes, sees the comment wait, and finds it again', async () => {
      await holds('first')
      const address = hostsThread(stage, path)
      await stage.publishes(address, 'The lamp was lit at nine')
      const ada = await somebody()
      const window = await ada.opens(address)
      await window.sees(comment('The lamp was lit at nine'))
      expect(await stored(window)).toBe(0)
      await window.fills(BOX, 'The lamp is *lovely*.')
      await window.fills({ role: 'textbox', name: /^Name/ }, 'Ada')
      await window.clicks(POST)
      const mine = comment('The lamp is lovely.')
      await window.sees({ ...mine, text: /The lamp is lovely.*Waiting|Waiting.*The lamp is lovely/ })
      expect((await window.sees({ css: 'em', within: mine })).text).toBe('lovely')
      expect(await stored(window)).toBeGreaterThan(0)
      await accessible(window, 'parley-thread')
      await window.reloads()
      await window.sees({ ...mine, text: /Waiting/ })
      const ben = await somebody()
      const other = await ben.opens(address)
      await other.sees(comment('The lamp was lit at nine'))
      expect(await other.counts(mine)).toBe(0)
      expect([await window.troubles(), await other.troubles()]).toEqual([[], []])
    })

    test('a moderator signs in by the link, approves by key, and the reader sees it come', async () => {
      await holds('first')
      const address = hostsThread(stage, path)
      await stage.publishes(address, 'Already here')
      await stage.reader('chiara', address).posts('Please approve me', { name: 'Chiara' })
      const [mona, darya] = [await somebody(), await somebody()]
      const page = await darya.opens(address)
      await page.sees(comment('Already here'))
      const desk = await mona.opens(await stage.link('Mona'))
      await desk.clicks({ role: 'button', name: /sign in/i })
      await desk.sees({ role: 'button', name: /^approve/i })
      await desk.sees({ text: 'Please approve me' })
      await accessible(desk)
      await desk.presses('a')
      await desk.sees({ text: /Approved/ })
      // Without a reload: the thread is told, and moves nothing until it is asked to.
      await page.clicks({ role: 'button', name: '1 new comment' })
      await page.sees(comment('Please approve me'))
      await desk.presses('u')
      await desk.sees({ text: /Undone/ })
      await page.misses(comment('Please approve me'))
      expect(await page.troubles()).toEqual([])
    })

    test('a reader answers in place by keyboard, votes, edits, and opens the menu', async () => {
      await holds('none')
      const address = hostsThread(stage, path)
      await stage.reader('marta', address).posts('A question', { name: 'Marta' })
      const window = await (await somebody()).opens(address)
      await window.clicks({ role: 'button', name: /^Reply to ⁨Marta/ })
      await until('the focus in the answer', async () => /^Reply to/.test(await window.focused()))
      await window.types('My own answr')
      await window.sees(POST)
      await window.presses('Control+Enter')
      const mine: Sought = { ...comment('My own answr'), within: { css: '.replies' } }
      await window.sees(mine)
      await window.clicks({ role: 'button', name: 'Edit', within: mine })
      await window.fills({ role: 'textbox', within: { css: '.replies' } }, 'My own *answer*')
      await window.clicks({ role: 'button', name: /^Save/ })
      await window.sees({ ...comment('My own answer'), within: { css: '.replies' } })
      const vote: Sought = { role: 'button', name: /^Vote for/ }
      await window.clicks(vote)
      await until('one vote', async () => (await window.sees(vote)).text === '1')
      expect((await window.sees(vote)).attributes['aria-pressed']).toBe('true')
      await window.clicks({ role: 'button', name: /^More on/ })
      await until('the focus in the menu', async () => (await window.focused()) === 'Copy link')
      await window.presses('ArrowDown')
      expect(await window.focused()).toBe('Follow this conversation')
      await window.presses('Escape')
      await window.misses({ role: 'menu' })
      expect(await window.focused()).toMatch(/^More on/)
      await accessible(window, 'parley-thread')
      expect(await window.troubles()).toEqual([])
    })

    test('reads and writes Persian from the right on a phone, and nothing scrolls sideways', async () => {
      await holds('none')
      const address = hostsThread(stage, path, { lang: 'fa' })
      const window = await (await somebody()).opens(address, 360, 740)
      const box: Sought = { role: 'textbox', name: 'دیدگاه خود را بنویسید' }
      expect((await window.sees(box, { styles: ['direction'] })).styles).toEqual({ direction: 'rtl' })
      await window.fills(box, 'می‌خواهم English هم بنویسم')
      await window.fills({ role: 'textbox', name: /^نام/ }, 'مینا')
      await window.clicks({ role: 'button', name: /^ارسال/ })
      const mine = comment('می‌خواهم')
      await window.sees(mine)
      const thread = (await window.sees({ css: 'parley-thread' })).box
      const [face, name, text] = [
        (await window.sees({ css: '.comment > :first-child', within: mine })).box,
        (await window.sees({ css: '[part=name]', within: mine })).box,
        await window.sees({ css: '.text p', within: mine }, { styles: ['direction', 'text-align'] }),
      ]
      expect(thread.x + thread.width - (face.x + face.width)).toBeLessThan(2)
      expect(name.x + name.width).toBeLessThanOrEqual(face.x)
      expect(text.styles['direction']).toBe('rtl')
      expect(await window.runs(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await accessible(window, 'parley-thread')
      expect(await window.troubles()).toEqual([])
    })

    test('proves an address by a code, and what was typed is still there', async () => {
      await holds('none')
      const window = await (await somebody()).opens(hostsThread(stage, path))
      await window.fills(BOX, 'Half a thought')
      await window.clicks({ role: 'button', name: /^Sign in$/ })
      const email = `${engine.name.toLowerCase()}@mail.example`
      await window.fills(dialog({ role: 'textbox', name: 'Your e-mail address' }), email)
      await window.presses('Enter')
      await until('the focus in the code', async () => (await window.focused()) === 'The code')
      await accessible(window)
      await window.types(await mailbox.codeFor(email))
      await window.sees({ text: 'You are signed in.' })
      await window.misses({ role: 'dialog' })
      expect((await window.sees(BOX)).value).toBe('Half a thought')
      await window.clicks(POST)
      await window.sees({ ...comment('Half a thought'), text: /Verified/ })
      expect(await window.troubles()).toEqual([])
    })

    test('signs in elsewhere, in a window that hands over and closes', async () => {
      await holds('none')
      const iris = await somebody()
      const window = await iris.opens(hostsThread(stage, path))
      await window.clicks(BOX)
      await window.clicks({ role: 'button', name: /^Sign in$/ })
      await window.clicks(dialog({ role: 'button', name: 'Go on with Harbour' }))
      await window.sees({ text: 'You are signed in as ⁨Iris⁩.' })
      await until('the window to close', async () => (await iris.windowCount()) === 1)
      await window.fills(BOX, 'Under my name')
      await window.clicks(POST)
      await window.sees({ ...comment('Under my name'), text: /Iris.*Verified/ })
      expect(await window.troubles()).toEqual([])
    })

    test('without script, reads and posts by the plain page', async () => {
      await holds('first')
      const address = hostsThread(stage, path)
      await stage.publishes(address, 'Read without script')
      const window = await (await somebody({ isWithoutScript: true })).opens(address)
      await window.clicks({ role: 'link', name: 'Comments' })
      await window.sees({ text: 'Read without script' })
      await window.fills({ role: 'textbox', css: 'textarea' }, 'Written without script')
      await window.clicks({ role: 'button', name: /^Post/ })
      await window.sees({ text: 'Written without script' })
      await window.sees({ text: 'Your comment is waiting for a moderator.' })
    })
  })
}
