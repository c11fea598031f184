import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

/** What the page's policy has stopped, from now on. */
async function watchesPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const stopped: string[] = []
    Object.assign(globalThis, { stopped })
    addEventListener('securitypolicyviolation', event => stopped.push(`${event.effectiveDirective} ${event.sample}`))
  })
  return () => page.evaluate(() => (globalThis as unknown as { stopped: string[] }).stopped)
}

describe.skipIf(!CHROMIUM)('the desk in a real browser', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.reader('ada', stage.sample).posts('Somebody waits here')
  })
  afterAll(() => stage?.end())

  const signsIn = async (name: string, address?: string) => {
    const opened = await stage.opens()
    const stopped = await watchesPolicy(opened.page)
    await opened.page.goto(address ?? (await stage.link(name)))
    await opened.page.getByRole('button', { name: /sign in/i }).click()
    await opened.page.getByText('Somebody waits here').first().waitFor()
    return { ...opened, stopped }
  }

  test('a link that a scanner opened five times, with its scripts, and that was fetched ahead, still lets the person in', async () => {
    const address = await stage.link('Mona')
    for (let n = 0; n < 5; n++) {
      const bare = await fetch(address)
      expect([bare.status, bare.headers.get('set-cookie')]).toEqual([200, null])
      const { page, context } = await stage.opens()
      await page.goto(address)
      await page.getByRole('button', { name: /sign in/i }).waitFor()
      await page.getByRole('button', { name: /sign in/i }).hover()
      expect(await context.cookies()).toEqual([])
      await context.close()
    }
    const { page: mailbox } = await stage.opens()
    const ahead = [
      `<link rel="prefetch" href="${address}">`,
      `<script type="speculationrules">${JSON.stringify({
        prerender: [{ source: 'list', urls: [address] }],
        prefetch: [{ source: 'list', urls: [address] }],
      })}</script>`,
      `<a href="${address}">To the desk</a>`,
    ]
    await mailbox.goto(stage.hosts('/mailbox', { html: ahead.join('') }))
    await mailbox.waitForLoadState('networkidle')
    await mailbox.getByRole('link').click()
    await mailbox.getByRole('button', { name: /sign in/i }).click()
    await mailbox.getByText('Somebody waits here').first().waitFor()
  })

  test('runs under its policy without one violation, on all its pages', async () => {
    const { page, troubles, stopped } = await signsIn('Olga')
    for (const name of ['Articles', 'Decisions', 'Policy', 'Site']) {
      await page
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .first()
        .click()
      await expect
        .poll(() =>
          page
            .getByRole('button', { name: new RegExp(`^${name}`) })
            .first()
            .getAttribute('aria-current'),
        )
        .toBe('page')
    }
    await page.waitForLoadState('networkidle')
    expect(await stopped()).toEqual([])
    expect(troubles).toEqual([])
  })

  test('an injected script, a handler, HTML from a string, a foreign script and a form elsewhere are stopped', async () => {
    const { page, stopped } = await signsIn('Mona')
    const outcome = await page.evaluate(async () => {
      const ran: string[] = []
      Object.assign(globalThis, { ran: (what: string) => ran.push(what) })
      const refused: string[] = []
      const tries = (what: string, work: () => unknown) => {
        try {
          work()
        } catch (error) {
          refused.push(`${what}: ${(error as Error).name}`)
        }
      }
      tries('innerHTML', () => {
        document.body.innerHTML += '<img src=x onerror="ran(1)">'
      })
      tries('outerHTML', () => {
        document.body.firstElementChild!.outerHTML = '<b>x</b>'
      })
      tries('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'))
      tries('document.write', () => document.write('<b>x</b>'))
      tries('a policy', () =>
        (
          globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
        ).trustedTypes.createPolicy('mine', {}),
      )
      // Later: what the protocol itself evaluates is not bound by the page's policy.
      await new Promise<void>(resolve =>
        setTimeout(() => {
          // biome-ignore lint/security/noGlobalEval: that it is stopped is what is shown
          tries('eval', () => globalThis.eval('ran(2)'))
          resolve()
        }),
      )
      tries('a script’s text', () => {
        const script = document.createElement('script')
        script.textContent = 'ran(3)'
        document.body.append(script)
      })
      const image = document.createElement('img')
      tries('a handler', () => image.setAttribute('onerror', 'ran(4)'))
      image.src = 'https://evil.example/x.png'
      document.body.append(image)
      const form = document.createElement('form')
      form.action = 'https://evil.example/'
      document.body.append(form)
      form.submit()
      const styled = document.createElement('p')
      styled.setAttribute('style', 'position:fixed')
      document.body.append(styled)
      const fetched = await fetch('https://evil.example/').then(
        () => 'went',
        () => 'stopped',
      )
      await new Promise(resolve => setTimeout(resolve, 100))
      return {
        ran,
        refused: refused.map(line => line.split(':')[0]),
        fetched,
        position: getComputedStyle(styled).position,
      }
    })
    expect(outcome.ran).toEqual([])
    expect(outcome.refused).toEqual(
      expect.arrayContaining(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write', 'a policy', 'eval']),
    )
    expect([outcome.fetched, outcome.position]).toEqual(['stopped', 'static'])
    const directives = new Set((await stopped()).map(line => line.split(' ')[0]))
    for (const each of [
      'require-trusted-types-for',
      'trusted-types',
      'img-src',
      'connect-src',
      'form-action',
      'style-src-attr',
    ])
      expect([...directives]).toContain(each)
    expect(new URL(page.url()).pathname).toBe('/desk')
  })

  test('shows in nobody’s frame, and who opened its window reaches nothing in it', async () => {
    const { page } = await stage.opens()
    const html = `<iframe src="${stage.origin}/desk"></iframe><iframe src="${stage.origin}/theme"></iframe>`
    await page.goto(stage.hosts('/framer', { html }))
    await page.waitForLoadState('networkidle')
    expect(
      page
        .frames()
        .slice(1)
        .map(frame => frame.url()),
    ).toEqual(Array(2).fill('chrome-error://chromewebdata/'))
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate(
        address => Object.assign(globalThis, { other: window.open(address) }) && undefined,
        `${stage.origin}/desk`,
      ),
    ])
    await opened.getByRole('heading').first().waitFor()
    expect(await opened.evaluate(() => window.opener)).toBeNull()
    await expect.poll(() => page.evaluate(() => (globalThis as unknown as { other: Window }).other.closed)).toBe(true)
  })

  test('whose role is taken while the queue is open loses it within five seconds', async () => {
    const { page } = await signsIn('Dora')
    const { people } = stage.store()
    const dora = (await people.named('Dora'))!
    const at = Date.now()
    // A role elsewhere keeps the session.
    await stage.store().sites.add({
      ...{ id: 'other', name: 'The Other Lamp', origins: ['https://other.example'], settings: {} },
      ...{ isDemo: false, createdAt: at },
    })
    await people.grant(dora.id, ['other'], 'moderator')
    await people.dismiss(dora.id, DEMO.site)
    await page.getByText('Somebody waits here').first().waitFor({ state: 'detached', timeout: 5_500 })
    await page.getByText('The Other Lamp').first().waitFor()
    expect(await page.getByText('The Harbour Lamp').count()).toBe(0)
    await people.dismiss(dora.id, 'other')
    await page
      .getByText(/link -- |parley -- link/)
      .first()
      .waitFor()
    expect(await page.getByText('The Other Lamp').count()).toBe(0)
  })

  test('who is put out reads so, and hears nothing of a decision that was not taken', async () => {
    const { page } = await signsIn('Dora')
    const { people } = stage.store()
    const dora = (await people.named('Dora'))!
    await people.dismiss(dora.id, DEMO.site)
    await page.keyboard.press('a')
    const heading = page.getByRole('heading', { name: 'Sign in to the desk' })
    await heading.waitFor()
    expect(await page.getByRole('status').allTextContents()).toEqual([''])
    expect(await heading.evaluate(at => at === document.activeElement)).toBe(true)
    const why = page.locator(`#${await heading.getAttribute('aria-describedby')}`)
    expect(await why.innerText()).toMatch(/session has ended, or your role here was taken back/)
    await expectAccessible(page)
    expect((await stage.store().queue.counts(DEMO.site)).pending).toBe(1)
  })

  test('whose last role is taken while the desk looks where else there is one reads just that', async () => {
    const { page } = await signsIn('Dora')
    const { people } = stage.store()
    const dora = (await people.named('Dora'))!
    await people.grant(dora.id, ['other'], 'moderator')
    await page.route('**/api/desk/me', async route => {
      await people.dismiss(dora.id, 'other')
      await route.continue()
    })
    await people.dismiss(dora.id, DEMO.site)
    await page.getByText('Your role here was taken back').waitFor()
    expect(await page.getByText('session has ended').count()).toBe(0)
  })

  test('“Sign out everywhere” ends the session on the other device, too', async () => {
    const [here, there] = [await signsIn('Mona'), await signsIn('Mona')]
    await here.page.getByRole('button', { name: 'Notifications' }).click()
    await here.page.getByRole('button', { name: 'Sign out everywhere' }).click()
    for (const { page } of [here, there])
      await page
        .getByText(/parley -- link/)
        .first()
        .waitFor()
    expect(await there.page.getByText('Somebody waits here').count()).toBe(0)
  })
})
