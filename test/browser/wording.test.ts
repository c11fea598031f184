import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, expectAccessible, openStage, pressesAbove, type Stage } from './stage.ts'

describe.skipIf(!CHROMIUM)('an owner’s own words', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.end())

  test('are found, said otherwise, refused where they do not fit, and read by readers', async () => {
    const { page: desk, troubles } = await stage.opens({ viewport: { width: 360, height: 740 } })
    await desk.goto(await stage.link('Olga', 'owner'))
    await desk.getByRole('button', { name: /sign in/i }).click()
    await pressesAbove(desk, 'Site')
    await desk.getByRole('button', { name: 'Words and languages' }).click()
    const language = desk.getByRole('combobox', { name: 'Language', exact: true })
    await language.selectOption('fa')
    await desk.getByText(/^Unreviewed: nobody/).waitFor()
    await language.selectOption('en')
    await desk.getByText(/^Read by .?the makers of Parley/).waitFor()
    await desk.getByRole('searchbox', { name: 'Search' }).fill('Reply to')
    const reply = desk.getByRole('textbox', { name: /^Instead of “.?Reply to \{name\}/ })
    await reply.fill('Answer them')
    await expectAccessible(desk)
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('Nothing was saved: some phrases do not fit.').waitFor()
    await desk.getByText('{name} must be in it').first().waitFor()
    await reply.fill('Answer {name}')
    await desk.getByText('Answer Nora').waitFor()
    await desk.getByRole('searchbox', { name: 'Search' }).fill('thread.count')
    await desk.getByRole('textbox', { name: /for the form “.?other/ }).fill('{n} letters')
    await desk.getByText('2 changes are not saved').waitFor()
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('Nothing is changed.').waitFor()
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(360)

    await stage.publishes(stage.sample, 'One', 'Two')
    const { page } = await stage.opens()
    await page.goto(stage.sample)
    await page.getByRole('heading', { name: '2 letters' }).waitFor()
    await page
      .getByRole('button', { name: /^Answer / })
      .first()
      .waitFor()

    // What is as usual again is not kept.
    await desk.getByRole('checkbox', { name: 'Only those that I say otherwise' }).check()
    await desk.getByRole('searchbox', { name: 'Search' }).fill('')
    for (const _ of [1, 2]) await desk.getByRole('button', { name: 'As usual again' }).first().click()
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('No phrase is like that.').waitFor()
    await desk.getByRole('combobox', { name: 'Language of the site' }).selectOption('de')
    await expect
      .poll(async () => {
        const { settings } = (await stage.store().sites.find('demo'))!
        return [settings.language, settings.words]
      })
      .toEqual(['de', {}])
    // The refusal is all that the console had.
    expect(troubles.filter(each => !/400/.test(each))).toEqual([])
  })
})
