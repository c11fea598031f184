import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, type Stage } from './stage.ts'

/** The desk's page of a site: what an owner pastes, and how it looks. */
describe.skipIf(!CHROMIUM)('an owner at the page of the site', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  async function atSite(options = {}) {
    const opened = await stage.opens(options)
    const { page } = opened
    await page.goto(await stage.link('Olga', 'owner'))
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.locator('.top').waitFor()
    await page.keyboard.press('e')
    await page.getByRole('heading', { name: 'The site' }).waitFor()
    return opened
  }

  test('copies the snippet, and sees in the gallery’s own preview what a knob does', async () => {
    const { page, context, troubles } = await atSite()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy' }).first().click()
    await page.getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `<script type="module" src="${stage.origin}/embed.js"></script>\n<parley-thread site="demo"></parley-thread>`,
    )
    // What nobody sees is not drawn.
    await page.locator('iframe[title=Preview]').scrollIntoViewIfNeeded()
    const preview = page.frameLocator('iframe[title=Preview]')
    await preview.getByText('128 comments').waitFor()
    await page.getByRole('combobox', { name: 'Shown' }).selectOption('writing')
    await page.getByRole('combobox', { name: 'Direction' }).selectOption('fa')
    const post = preview.getByRole('button', { name: 'ارسال' })
    await post.waitFor()
    await page.getByLabel('Accent').first().fill('#b00020')
    await expect.poll(() => post.evaluate(each => getComputedStyle(each).backgroundColor)).toBe('rgb(176, 0, 32)')
    await page.getByText('--parley-accent: #b00020').waitFor()
    await expectAccessible(page)
    expect(troubles).toEqual([])
  })

  test('changes settings, is told what an address gives, takes it back, and finds it written down', async () => {
    const { page, troubles } = await atSite()
    await page.getByLabel('Levels of replies that are indented').fill('5')
    await page.getByLabel('Name', { exact: true }).first().fill('The Lamp')
    await page.getByRole('heading', { name: 'Which page is which article' }).waitFor()
    await page.getByText('2 changes not saved').waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('The site was saved.').first().waitFor()
    await page.getByText(/set “.?Levels of replies that are indented.?” to .?“.?5/).waitFor()
    expect(await stage.store().sites.find('demo')).toMatchObject({ name: 'The Lamp', settings: { depth: 5 } })
    await page.getByRole('button', { name: /^Undo/ }).click()
    await page.getByText('Taken back.').first().waitFor()
    expect(await stage.store().sites.find('demo')).toMatchObject({ name: 'The Harbour Lamp' })
    const origins = page.getByLabel('Where its pages are').first()
    await origins.fill('loopback\nexample.org')
    await page.getByText('“example.org” needs its scheme: https://example.org').first().waitFor()
    await origins.fill('loopback\nhttps://fa.example.org')
    await page.getByLabel('Try addresses').fill('https://fa.example.org/خبر')
    await page.getByText(/\/\/fa\.example\.org\/%D8%AE%D8%A8%D8%B1.? \(an edition of its own\)/).waitFor()
    await expectAccessible(page)
    // An origin that is half typed is refused.
    expect(troubles.filter(line => !line.includes('400'))).toEqual([])
  })

  test('gives the thread a look that the page’s own style sheet goes before', async () => {
    await stage.store().sites.change('demo', { settings: { theme: 'accent=%23b00020&radius=1em' } })
    const { page } = await stage.opens()
    await page.goto(stage.sample)
    const property = (name: string) =>
      page.locator('parley-thread').evaluate((each, asked) => getComputedStyle(each).getPropertyValue(asked), name)
    await expect.poll(() => property('--parley-radius')).toBe('1em')
    // The sample article sets its own.
    expect(await property('--parley-accent')).not.toBe('#b00020')
    const { page: plain } = await stage.opens()
    await plain.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        for (const sheet of document.querySelectorAll('link[rel=stylesheet], style')) sheet.remove()
      }),
    )
    await plain.goto(stage.sample)
    const accent = () =>
      plain.locator('parley-thread').evaluate(each => getComputedStyle(each).getPropertyValue('--parley-accent'))
    await expect.poll(accent).toBe('#b00020')
  })

  test('invites somebody, who comes in by the link, and puts them out again', async () => {
    const { page, troubles } = await atSite()
    await page.keyboard.press('t')
    await page.getByRole('heading', { name: 'The people of the site' }).waitFor()
    await page.getByLabel('Whom it is for').fill('Nora')
    await page.getByRole('button', { name: 'Make the link' }).click()
    const link = await page.locator('.people-link code').innerText()
    await expectAccessible(page)
    const other = await stage.opens({ viewport: { width: 360, height: 740 } })
    await other.page.goto(link)
    await other.page.getByText(/invites you to be a moderator of .?The Harbour Lamp/).waitFor()
    expect(other.page.url()).not.toContain('pri_')
    await expectAccessible(other.page)
    await other.page.getByLabel('Your name').fill('Nora')
    await other.page.getByRole('button', { name: 'Come in' }).click()
    await other.page.locator('.top').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^People/ }).click()
    await page.reload()
    const role = page.getByRole('combobox', { name: 'Role: Nora' })
    await role.selectOption('owner')
    await page
      .getByText(/Nora.? is an owner now/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: /^Remove .?Nora.? from the site$/ }).click()
    await page.getByRole('button', { name: 'Yes, remove' }).click()
    await page
      .getByText(/Nora.? has no role here any more/)
      .first()
      .waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    // Her desk asks what is new within five seconds, and shows the door.
    await other.page.getByRole('heading', { name: /Sign in/ }).waitFor({ timeout: 6_000 })
    expect(troubles).toEqual([])
  })

  test('finds everything on a phone, and goes back with the same key', async () => {
    const { page } = await atSite({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
    await page.locator('iframe[title=Preview]').scrollIntoViewIfNeeded()
    await page.frameLocator('iframe[title=Preview]').getByText('128 comments').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await expectAccessible(page)
    await page.keyboard.press('e')
    await page.getByText('Nothing is waiting.').waitFor()
  })
})
