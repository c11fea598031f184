import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../server/contract.ts'
import { DEMO } from '../../server/sites/demo.ts'
import { openMailbox } from './mailbox.ts'
import { CHROMIUM, openStage, posts, type Stage } from './stage.ts'

/** What axe cannot see: where the focus is after each action, what is said of it, and what is left of the look. */
describe.skipIf(!CHROMIUM)('who does not see or does not point', () => {
  let stage: Stage
  let mailbox: Awaited<ReturnType<typeof openMailbox>>
  let address: string
  beforeAll(async () => {
    mailbox = await openMailbox()
    stage = await openStage({ PARLEY_LIMITS: 'off', ...mailbox.settings })
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none', linksAllowed: 9 } })
    address = hostPage('/assistive')
    for (let at = 1; at <= LIMITS.rootsPage + 2; at++) {
      await stage.reader(`r${at}`, address).posts(`Root ${at}`, { name: `Reader ${at}` })
    }
    const { comments } = await stage.reader('r1', address).reads()
    await stage.reader('ben', address).replies(comments[0]!, 'A first answer', { name: 'Ben' })
  })
  afterAll(async () => {
    await stage?.end()
    await mailbox?.end()
  })

  const hostPage = (path: string) =>
    stage.hosts(path, {
      html: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>The harbour</title><body style="margin:16px"><script type="module" src="${stage.origin}/embed.js"></script>
        <a href="#a" id="before">Before</a><main><h1>The harbour</h1><parley-thread site="${DEMO.site}"></parley-thread></main>
        <a href="#b" id="after">After</a>`,
    })
  const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text }).first()
  const newest = `Root ${LIMITS.rootsPage + 2}`

  /** Opens the thread, with an ear for all that its live regions say. */
  async function opens(options?: BrowserContextOptions) {
    const opened = await stage.opens(options)
    const { page } = opened
    await page.goto(address)
    await comment(page, newest)
      .getByRole('button', { name: /^More on/ })
      .waitFor()
    await page.evaluate(() => {
      const said: string[] = []
      Object.assign(window, { said })
      const LIVE = '[role=status],[role=alert],[aria-live]'
      const root = document.querySelector('parley-thread')!.shadowRoot!
      const before = new Map<Element, string>()
      for (const each of root.querySelectorAll(LIVE)) before.set(each, each.textContent!)
      new MutationObserver(() => {
        for (const each of root.querySelectorAll(LIVE)) {
          const text = each.textContent!
          if (text.trim() && text !== before.get(each)) said.push(text.replace(/\s+/g, ' ').trim())
          before.set(each, text)
        }
      }).observe(root, { childList: true, characterData: true, subtree: true })
    })
    return opened
  }

  /** What has the focus, by its label or text; `nothing` if that is the page's body. */
  const focus = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement?.shadowRoot?.activeElement
      if (!at) return 'nothing'
      const name = at.getAttribute('aria-label') ?? at.textContent!.trim()
      return `${at.getAttribute('role') ?? at.localName}: ${name.replace(/[\s\u2068\u2069]+/g, ' ').trim()}`
    })
  const settled = async (page: Page, wanted: string | RegExp) => expect.poll(() => focus(page)).toMatch(wanted)
  /** What was said since it was last asked. */
  const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0))
  const hears = (page: Page, wanted: string[]) => {
    const heard: string[] = []
    return expect.poll(async () => [...(heard.push(...(await said(page))) ? heard : heard)]).toEqual(wanted)
  }
  const press = (page: Page, text: string, name: string | RegExp) =>
    comment(page, text).getByRole('button', { name }).first().click()

  test('writing: each change is said once, and the focus goes on from there', async () => {
    const { page, troubles } = await opens()
    await posts(page, 'Mine, to begin with', 'Ada')
    await settled(page, /^article: .*Mine, to begin with/)
    await hears(page, ['Your comment is published.'])

    await press(page, newest, /^Reply to/)
    await settled(page, /^textarea: Reply to/)
    await page.keyboard.press('Escape')
    await settled(page, /^button: Reply to/)
    await page.keyboard.press('Enter')
    await settled(page, /^textarea: Reply to/)
    await page.keyboard.type('An answer of mine')
    await page.keyboard.press('Control+Enter')
    await settled(page, /^article: .*An answer of mine/)
    // The same words again are said again.
    await hears(page, ['Your comment is published.'])

    await press(page, newest, /^Reply to/)
    await settled(page, /^textarea: Reply to/)
    await page.keyboard.press('Control+Enter')
    await hears(page, ['Write something first, then post it.'])
    await settled(page, /^textarea: Reply to/)
    await page.keyboard.press('Escape')
    await settled(page, /^button: Reply to/)

    await press(page, 'Mine, to begin with', 'Edit')
    await settled(page, /^textarea/)
    await page.keyboard.press('End')
    await page.keyboard.type(' and better')
    await page.keyboard.press('Control+Enter')
    await settled(page, /^article: .*and better/)
    await hears(page, ['Your change is saved.'])

    await press(page, 'and better', /^Edit$/)
    await settled(page, /^textarea/)
    await page.keyboard.press('Escape')
    await settled(page, /^(article|button): /)
    expect(await said(page)).toEqual([])

    await press(page, 'and better', 'Delete')
    await settled(page, /^article: .*Comment deleted/)
    await hears(page, [expect.stringMatching(/deleted/i) as unknown as string])
    await page.getByRole('button', { name: 'Undo' }).click()
    await settled(page, /^article: .*and better/)
    await hears(page, [expect.stringMatching(/back/i) as unknown as string])
    expect(troubles).toEqual([])
  })

  test('reading: votes, menus, reports, folding, muting, orders and more keep the focus in the thread', async () => {
    const { page, troubles } = await opens()
    await press(page, newest, /^Vote for/)
    await expect
      .poll(() =>
        comment(page, newest)
          .getByRole('button', { name: /^Vote for/ })
          .first()
          .getAttribute('aria-pressed'),
      )
      .toBe('true')
    await settled(page, /^button: Vote for/)

    const chooses = async (text: string, item: RegExp) => {
      await press(page, text, /^More on/)
      await settled(page, /^menuitem: /)
      await page.getByRole('menuitem', { name: item }).click()
    }
    await press(page, newest, /^More on/)
    await settled(page, /^menuitem: Copy link/)
    await page.keyboard.press('Escape')
    await settled(page, /^button: More on/)
    expect(await said(page)).toEqual([])

    await chooses(newest, /^Follow/)
    await hears(
      page,
      ['You follow this conversation'].map(text => expect.stringContaining(text) as unknown as string),
    )
    await settled(page, /^button: More on/)

    await chooses(newest, /^Report/)
    await settled(page, /^input/)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await settled(page, /^button: More on/)
    await chooses(newest, /^Report/)
    await settled(page, /^input/)
    await page.getByRole('radio').first().check()
    await page
      .getByRole('button', { name: /^(Send|Report)/ })
      .first()
      .click()
    await settled(page, /^p: /)
    await hears(page, [await focus(page).then(text => text.slice(3))])

    await press(page, newest, /^Hide 1 reply|^Show 1 reply|^Hide|^Show/)
    await settled(page, /^button: (Show|Hide)/)

    await chooses(`Root ${LIMITS.rootsPage}`, /^Mute/)
    await settled(page, /^article: .*muted/)
    await hears(page, ['You will not see this author’s comments any more. Nobody is told.'])

    await page.getByRole('button', { name: 'Show more comments' }).click()
    await settled(page, /^article: .*Root \d/)
    await page.getByRole('combobox', { name: 'Order' }).selectOption('oldest')
    await expect.poll(() => page.getByRole('article').first().textContent()).toContain('Root 1')
    expect(await focus(page)).not.toBe('nothing')
    expect(troubles).toEqual([])
  })

  test('the drawer and signing in: what is said is said in it, and the focus comes back', async () => {
    const { page } = await opens()
    await page.getByRole('textbox', { name: 'Write a comment' }).click()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await settled(page, /^input: Your e-mail address/)
    await page.keyboard.type('nowhere')
    await page.keyboard.press('Enter')
    await hears(page, ['This is no e-mail address we can write to. Please look at it again.'])
    await settled(page, /^input: Your e-mail address/)
    await page.keyboard.type('@mail.example')
    await page.keyboard.press('Enter')
    await settled(page, /^input: The code/)
    await page.keyboard.type('no')
    await page.keyboard.press('Enter')
    await hears(page, ['One moment…', 'This is not the code. It has six digits.'])
    await settled(page, /^input: The code/)
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .fill(await mailbox.codeFor('nowhere@mail.example'))
    // The drawer was open for this only.
    await settled(page, /^textarea: Write a comment/)
    await hears(page, ['One moment…', 'You are signed in.'])
    await page.getByRole('button', { name: 'You' }).click()
    await settled(page, /^tab: Comments/)
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await settled(page, /^tab: Comments/)
    await hears(page, [expect.stringContaining('You are signed out.') as unknown as string])
    await page.keyboard.press('Escape')
    await settled(page, /^(button|textarea): /)

    await page.getByRole('button', { name: 'You' }).click()
    await settled(page, /^tab: Comments/)
    await page.getByRole('button', { name: 'Close' }).click()
    await settled(page, /^button: You/)
  })

  test('the order and the names of what is there make sense', async () => {
    const { page } = await opens()
    await page.getByRole('textbox', { name: 'Write a comment' }).pressSequentially('a')
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await page.getByRole('toolbar').waitFor()
    const tree = await page.locator('parley-thread').ariaSnapshot()
    const order = [
      /region "\d+ comments"/,
      /heading "\d+ comments" \[level=2\]/,
      /combobox "Order"/,
      /button "You"/,
      /textbox "Write a comment"/,
      /toolbar/,
      /textbox "Name \(optional\)"/,
      /button "Sign in"/,
      /button "Post"/,
      /list/,
      /listitem/,
      /article "Reader \d+ /,
      /button "Reply to ⁨Reader \d+⁩"/,
      /button "Vote for the comment by ⁨Reader \d+⁩"/,
      /button "More on the comment by ⁨Reader \d+⁩"/,
    ]
    let at = 0
    for (const each of order) {
      const found = tree.slice(at).search(each)
      expect(found, `${each} after ${tree.slice(Math.max(0, at - 60), at)}`).toBeGreaterThanOrEqual(0)
      at += found
    }
    // No button without a name.
    expect(tree).not.toMatch(/button$/m)
    expect(tree).not.toMatch(/(button|link|textbox|article) ""/)
  })

  test('Tab goes through the thread and out of it, both ways', async () => {
    const { page } = await opens()
    await page.locator('#before').focus()
    const outer = () => page.evaluate(() => document.activeElement!.id || document.activeElement!.localName)
    const walks = async (key: string, end: string) => {
      let steps = 0
      do {
        await page.keyboard.press(key)
        steps++
      } while ((await outer()) === 'parley-thread' && steps < 1_000)
      expect(await outer()).toBe(end)
      return steps
    }
    const there = await walks('Tab', 'after')
    expect(there).toBeGreaterThan(LIMITS.rootsPage * 3)
    expect(await walks('Shift+Tab', 'before')).toBeGreaterThan(LIMITS.rootsPage * 3)
  })

  test('no shortcut of the page fires while somebody types, wherever that is', async () => {
    const { page } = await opens()
    await page.evaluate(() => {
      const keys: string[] = []
      Object.assign(window, { keys })
      for (const target of [document, window]) {
        for (const type of ['keydown', 'keypress', 'keyup'] as const) {
          target.addEventListener(type, event => keys.push(`${type} ${(event as KeyboardEvent).key}`))
        }
      }
    })
    const typesIn = async (name: RegExp) => {
      const field = page.getByRole('textbox', { name }).last()
      await field.click()
      await page.keyboard.type('jk')
      expect(await page.evaluate('keys.splice(0)'), String(name)).toEqual([])
    }
    await typesIn(/^Write a comment/)
    await typesIn(/^Name/)
    await posts(page, 'To be changed', 'Ada')
    await comment(page, 'To be changed').waitFor()
    await press(page, 'To be changed', 'Edit')
    await typesIn(/^Your comment/)
    await page.getByRole('button', { name: 'Cancel' }).last().click()
    await press(page, newest, /^Reply to/)
    await typesIn(/^Reply to/)
    await page.getByRole('button', { name: 'Cancel' }).last().click()
    await press(page, newest, /^More on/)
    await page.getByRole('menuitem', { name: /^Report/ }).click()
    await typesIn(/moderator/)
    await page.getByRole('textbox', { name: 'Write a comment' }).click()
    await page.getByRole('button', { name: 'Sign in' }).first().click()
    await page.getByRole('dialog').waitFor()
    await typesIn(/e-mail/)
    await page.getByRole('dialog').getByRole('textbox').fill('keys@mail.example')
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await page.getByRole('textbox', { name: 'The code' }).waitFor()
    await typesIn(/The code/)
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'You' }).click()
    await page.getByRole('tab', { name: 'This device' }).click()
    await page.getByRole('button', { name: 'I have a phrase' }).click()
    await typesIn(/phrase/)
  })

  test('with forced colours rings and pressed states are seen', async () => {
    const { page } = await opens()
    await page.emulateMedia({ forcedColors: 'active' })
    const vote = comment(page, newest)
      .getByRole('button', { name: /^Vote for/ })
      .first()
    // The mark alone: the number beside it changes, too.
    const look = async () => {
      await page.locator('#before').hover()
      await page.locator('#before').focus()
      return vote.locator('svg').screenshot()
    }
    const before = await look()
    await vote.click()
    await expect.poll(() => vote.getAttribute('aria-pressed')).toBe('true')
    expect((await look()).equals(before)).toBe(false)
    await vote.click()
    await expect.poll(() => vote.getAttribute('aria-pressed')).toBe('false')
    expect((await look()).equals(before)).toBe(true)
    const rings = [
      page.getByRole('textbox', { name: 'Write a comment' }),
      comment(page, newest)
        .getByRole('button', { name: /^Reply to/ })
        .first(),
      comment(page, newest).getByRole('link').first(),
      page.getByRole('combobox'),
    ]
    for (const each of rings) {
      await each.focus()
      await page.keyboard.press('Shift')
      const ring = await each.evaluate(element => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
        return { outlineStyle, outlineWidth: Number.parseFloat(outlineWidth), outlineColor }
      })
      expect(ring.outlineStyle, String(each)).not.toBe('none')
      expect(ring.outlineWidth).toBeGreaterThanOrEqual(1)
      expect(ring.outlineColor).not.toMatch(/, 0\)$/)
    }
  })

  test('where motion is to be reduced, nothing moves', async () => {
    const { page } = await opens({ reducedMotion: 'reduce' })
    await page.getByRole('textbox', { name: 'Write a comment' }).pressSequentially('a')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('dialog').getByRole('textbox').waitFor()
    const moving = await page.evaluate(() => {
      const root = document.querySelector('parley-thread')!.shadowRoot!
      return [...root.querySelectorAll('*')]
        .filter(each => !each.matches('.probe'))
        .filter(each => {
          const { animationName, transitionDuration } = getComputedStyle(each)
          return animationName !== 'none' || transitionDuration.split(',').some(time => Number.parseFloat(time) > 0)
        })
        .map(each => each.outerHTML.slice(0, 80))
    })
    expect(moving).toEqual([])
  })

  test('every target is large enough for a finger on a narrow screen', async () => {
    const { page } = await opens({ viewport: { width: 360, height: 760 }, hasTouch: true })
    const small = () =>
      page.evaluate(() => {
        const root = document.querySelector('parley-thread')!.shadowRoot!
        const targets = root.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, [role=menuitem]')
        return [...targets]
          .filter(each => !each.closest('.text, .said') && each.checkVisibility())
          .filter(each => {
            // A field is pressed by its label, too; a link in a line of text is as high as the line.
            const { width, height } = (each.closest('label') ?? each).getBoundingClientRect()
            return width > 0 && (width < 24 || height < 24) && getComputedStyle(each).display !== 'inline'
          })
          .map(each => each.outerHTML.slice(0, 120))
      })
    await page.getByRole('textbox', { name: 'Write a comment' }).tap()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await page.getByRole('toolbar').waitFor()
    expect(await small()).toEqual([])
    await comment(page, newest)
      .getByRole('button', { name: /^More on/ })
      .first()
      .tap()
    await page.getByRole('menuitem').first().waitFor()
    expect(await small()).toEqual([])
    await page.getByRole('menuitem', { name: /^Report/ }).tap()
    await page.getByRole('radio').first().waitFor()
    expect(await small()).toEqual([])
    await page.getByRole('textbox', { name: 'Write a comment' }).tap()
    await page.getByRole('button', { name: 'Sign in' }).first().tap()
    await page.getByRole('dialog').getByRole('textbox').waitFor()
    expect(await small()).toEqual([])
  })
})
