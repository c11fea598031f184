import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { CHROMIUM, expectAccessible, openStage, posts, type Stage } from './stage.ts'

const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
const box = (page: Page) => page.getByRole('textbox', { name: 'Write a comment' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** What has the focus, inside the thread. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('parley-thread')!.shadowRoot!
    return root.activeElement?.tagName ?? null
  })

let places = 0

describe.skipIf(!CHROMIUM)('an author', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.store().sites.change(DEMO.site, {
      settings: {
        holds: 'none',
        showsEditions: true,
        watchesTyping: false,
        repeatsAllowed: 0,
        guidelines: 'Be **kind**.',
      },
    })
  })
  afterAll(() => stage?.end())

  /** A page of its own, so that no test reads another's comments. */
  const place = (lang = 'en') => {
    places += 1
    const script = `<script type="module" src="${stage.origin}/embed.js"></script>`
    return stage.hosts(`/writing-${places}`, {
      html: `<!doctype html><html lang="${lang}"><title>Writing ${places}</title><h1>An article</h1>${script}<parley-thread site="demo"></parley-thread>`,
    })
  }
  const opened = async (address = place(), options = {}) => {
    const all = await stage.opens(options)
    await all.page.goto(address)
    await box(all.page).waitFor()
    return { ...all, address }
  }

  test('changes a comment in its place, with exactly what was typed, and takes the change back', async () => {
    const { page, troubles, address } = await opened()
    await posts(page, '*Teh* ferry  \n> leaves &amp; comes', 'Ada')
    const mine = comment(page, 'ferry')
    await mine.getByRole('button', { name: 'Edit' }).click()
    const field = page.getByRole('textbox', { name: 'Your comment' })
    await field.waitFor()
    expect(await field.inputValue()).toBe('*Teh* ferry  \n> leaves &amp; comes')
    await expect.poll(() => focused(page)).toBe('TEXTAREA')
    await expectAccessible(page, 'parley-thread')
    await field.press('Escape')
    await field.waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('ARTICLE')

    await mine.getByRole('button', { name: 'Edit' }).click()
    await field.fill('*The* ferry')
    await field.press('Control+Enter')
    await mine.getByText('Your change is saved.').waitFor()
    expect(await focused(page)).toBe('ARTICLE')
    expect(await mine.locator('.text').textContent()).toBe('The ferry')
    await expectAccessible(page, 'parley-thread')
    await mine.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => mine.locator('.text').textContent()).toContain('Teh ferry')

    const { page: other } = await stage.opens()
    await other.goto(address)
    await comment(other, 'Teh').getByRole('button', { name: 'Edited: show what this comment said before' }).click()
    await comment(other, 'Teh').getByRole('list').getByText('The ferry').waitFor()
    await expectAccessible(other, 'parley-thread')
    expect(troubles).toEqual([])
  })

  test('keeps a changed text that could not be saved, and saves it at another try', async () => {
    const { page } = await opened()
    await posts(page, 'Before', 'Ada')
    await comment(page, 'Before').getByRole('button', { name: 'Edit' }).click()
    const field = page.getByRole('textbox', { name: 'Your comment' })
    await field.fill('After')
    await page.route('**/api/comments/*', route => route.abort())
    await button(page, 'Save').click()
    await page.getByText('Your text is safe here').first().waitFor()
    expect(await field.inputValue()).toBe('After')
    await page.unroute('**/api/comments/*')
    await button(page, 'Save').click()
    await comment(page, 'After').getByText('Your change is saved.').waitFor()
  })

  test('reads that a changed comment waits, also where others see that it is gone', async () => {
    const { page, address } = await opened()
    await posts(page, 'Approved as it was', 'Ada')
    await comment(page, 'Approved as it was').getByRole('button', { name: 'Edit' }).waitFor()
    const { comments } = await stage.reader('ben', address).reads()
    await stage.reader('ben', address).replies(comments[0]!, 'An answer')
    await page.getByRole('button', { name: '1 new comment' }).click()
    await page.getByRole('heading', { name: '2 comments' }).waitFor()
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'all' } })
    await comment(page, 'Approved as it was').getByRole('button', { name: 'Edit' }).click()
    await page.getByRole('textbox', { name: 'Your comment' }).fill('Changed since')
    await page.getByRole('textbox', { name: 'Your comment' }).press('Control+Enter')
    await comment(page, 'Changed since').getByText('Waiting:').waitFor()
    await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
    // What comes after it on the same way has come.
    await stage.reader('ben', address).posts('Said later')
    await page.getByRole('button', { name: '1 new comment' }).waitFor()
    await comment(page, 'Changed since').getByText('Waiting:').waitFor()
    expect(await page.getByText('Removed by a moderator').count()).toBe(0)
  })

  test('goes on with a change that a reload broke off; Escape throws nothing away, Cancel does', async () => {
    const { page } = await opened()
    await posts(page, 'As it was', 'Ada')
    const edit = () => comment(page, 'As it was').getByRole('button', { name: 'Edit' }).click()
    const field = page.getByRole('textbox', { name: 'Your comment' })
    await edit()
    await field.fill('As it was going to be')
    await field.press('Escape')
    expect(await field.inputValue()).toBe('As it was going to be')
    await page.reload()
    await edit()
    await expect.poll(() => field.inputValue()).toBe('As it was going to be')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await edit()
    await expect.poll(() => field.inputValue()).toBe('As it was')
  })

  test('deletes without a question, and brings the comment back', async () => {
    const { page, troubles } = await opened()
    await posts(page, 'Too fast', 'Ada')
    await comment(page, 'Too fast').getByRole('button', { name: 'Delete' }).click()
    const stub = comment(page, 'Comment deleted')
    await stub.waitFor()
    expect(await focused(page)).toBe('ARTICLE')
    await expectAccessible(page, 'parley-thread')
    await stub.getByRole('button', { name: 'Undo' }).click()
    await comment(page, 'Too fast').getByRole('button', { name: 'Delete' }).waitFor()
    expect(await focused(page)).toBe('ARTICLE')
    await page.reload()
    await comment(page, 'Too fast').waitFor()
    expect(troubles).toEqual([])
  })

  test('reads the guidelines above the box once it is opened', async () => {
    const { page } = await opened()
    expect(await page.getByText('Be kind.').count()).toBe(0)
    await box(page).click()
    const note = page.getByRole('note', { name: 'What is asked of you here' })
    await note.waitFor()
    expect((await note.boundingBox())!.y).toBeLessThan((await box(page).boundingBox())!.y)
    await expectAccessible(page, 'parley-thread')
  })

  test('formats by buttons and keys, undoes it as any typing, and sees how it will look', async () => {
    const { page, troubles } = await opened()
    await box(page).click()
    await page.getByRole('toolbar', { name: 'Format' }).waitFor()
    await page.keyboard.type('ferry')
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+B')
    expect(await box(page).inputValue()).toBe('**ferry**')
    await page.keyboard.press('Control+B')
    expect(await box(page).inputValue()).toBe('ferry')
    await button(page, 'Italic').click()
    expect(await box(page).inputValue()).toBe('*ferry*')
    await page.keyboard.press('Control+Z')
    expect(await box(page).inputValue()).toBe('ferry')
    await page.keyboard.press('Control+Shift+9')
    expect(await box(page).inputValue()).toBe('> ferry')
    await button(page, 'Preview').click()
    const preview = page.getByRole('region', { name: 'Preview' })
    await preview.locator('blockquote').getByText('ferry').waitFor()
    await box(page).fill('**now**')
    await preview.locator('strong').getByText('now').waitFor()
    await expectAccessible(page, 'parley-thread')
    await button(page, 'Bold').focus()
    await page.keyboard.press('ArrowRight')
    expect(
      await page.evaluate(() => document.querySelector('parley-thread')!.shadowRoot!.activeElement!.ariaLabel),
    ).toBe('Italic')
    expect(troubles).toEqual([])
  })

  test('quotes what is selected in the comment that is answered', async () => {
    const { page, address } = await opened()
    await stage.reader('ben', address).posts('The ferry leaves at six. The rest is silence.', { name: 'Ben' })
    await page.reload()
    const one = comment(page, 'The ferry leaves')
    await one.getByRole('button', { name: 'More on the comment by' }).waitFor()
    await one.locator('.text p').evaluate(element => {
      const range = document.createRange()
      range.setStart(element.firstChild!, 0)
      range.setEnd(element.firstChild!, 24)
      getSelection()!.setBaseAndExtent(element.firstChild!, 0, element.firstChild!, 24)
    })
    await one.getByRole('button', { name: /^Reply/ }).click()
    const field = page.getByRole('textbox', { name: /Reply to/ })
    await expect.poll(() => field.inputValue()).toBe('> The ferry leaves at six.\n\n')
  })

  test('calls people of the thread by name', async () => {
    const { page, address, troubles } = await opened()
    const ben = stage.reader('ben', address)
    await ben.posts('One', { name: 'Ben' })
    await stage.reader('sara', address).posts('Two', { name: 'سارا' })
    await page.reload()
    await comment(page, 'Two').waitFor()
    await box(page).click()
    await page.getByRole('toolbar').waitFor()
    await page.keyboard.type('Hi @')
    const list = page.getByRole('listbox', { name: 'People in this conversation' })
    await list.waitFor()
    expect(await list.getByRole('option').allTextContents()).toEqual(['سسارا', 'BBen'])
    await expectAccessible(page, 'parley-thread')
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
    await page.keyboard.press('Backspace')
    await page.keyboard.type('@b')
    await list.waitFor()
    await page.keyboard.press('Enter')
    expect(await box(page).inputValue()).toBe('Hi @Ben ')
    await page.keyboard.type('and @nobody')
    await button(page, 'Post').click()
    const mine = comment(page, 'Hi @Ben')
    await mine.waitFor()
    expect(await mine.locator('.text b').allTextContents()).toEqual(['@Ben'])
    expect(troubles).toEqual([])
  })

  describe('keeps a draft', () => {
    const types = async (page: Page, text: string) => {
      await box(page).fill(text)
      await button(page, 'Post').waitFor()
      await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(text.slice(0, 50))
    }
    const another = async (context: BrowserContext, address: string) => {
      const page = await context.newPage()
      await page.goto(address)
      await box(page).click()
      await button(page, 'Post').waitFor()
      return page
    }

    test('when its tab is closed, under its own article only', async () => {
      const { page, context, address } = await opened()
      await types(page, 'Half a thought')
      await page.close()
      const elsewhere = await another(context, place())
      expect(await box(elsewhere).inputValue()).toBe('')
      const again = await another(context, address)
      expect(await box(again).inputValue()).toBe('Half a thought')
      await button(again, 'Post').click()
      await comment(again, 'Half a thought').waitFor()
      const third = await another(context, address)
      expect(await box(third).inputValue()).toBe('')
    })

    test('in each of two tabs, and none overwrites the other', async () => {
      const { page, context, address } = await opened()
      const two = await another(context, address)
      await types(page, 'First tab')
      await types(two, 'Second tab')
      for (const [each, text] of [
        [page, 'First tab'],
        [two, 'Second tab'],
      ] as const) {
        await each.reload()
        await box(each).click()
        await expect.poll(() => box(each).inputValue()).toBe(text)
      }
    })

    test('and is gone from every tab once it is posted, with the beginnings it had in others', async () => {
      const { page, context, address } = await opened()
      await types(page, 'Day one.')
      await page.close()
      const second = await another(context, address)
      await box(second).press('End')
      await box(second).pressSequentially(' Day two.')
      await second.close()
      const third = await another(context, address)
      await expect.poll(() => box(third).inputValue()).toBe('Day one. Day two.')
      await button(third, 'Post').click()
      await comment(third, 'Day two.').waitFor()
      await third.close()
      const fourth = await context.newPage()
      await fourth.goto(address)
      await comment(fourth, 'Day two.').waitFor()
      await box(fourth).click()
      expect(await box(fourth).inputValue()).toBe('')
    })

    test('no longer than 30 days', async () => {
      const { page, context, address } = await opened()
      await types(page, 'Long ago')
      await page.evaluate(() => {
        for (const name of Object.keys(localStorage)) {
          if (!name.startsWith('parley-draft:')) continue
          const draft = JSON.parse(localStorage.getItem(name)!)
          localStorage.setItem(name, JSON.stringify({ ...draft, at: draft.at - 31 * 24 * 3_600_000 }))
        }
      })
      await page.close()
      const again = await another(context, address)
      expect(await box(again).inputValue()).toBe('')
    })

    test('of 1 MB for as long as the page is open, says that it is too long, and breaks nothing', async () => {
      const { page, troubles } = await opened()
      await box(page).fill('word '.repeat(200_000))
      await button(page, 'Post').click()
      await page.getByText('This is too long to post').first().waitFor()
      await box(page).fill('Short')
      await button(page, 'Post').click()
      await comment(page, 'Short').waitFor()
      expect(troubles).toEqual([])
    })
  })

  describe('has posted exactly once', () => {
    const once = async (page: Page, address: string, text: string) => {
      await comment(page, text).waitFor()
      expect(await stage.reader('zoe', address).sees()).toEqual([text])
      await expect.poll(() => box(page).inputValue()).toBe('')
      expect(await comment(page, text).count()).toBe(1)
    }
    const isPost = (url: URL) => url.pathname === '/api/comments'

    test('after a double click', async () => {
      const { page, address } = await opened()
      await box(page).fill('Twice')
      await button(page, 'Post').dblclick()
      await once(page, address, 'Twice')
    })

    test('when the answer was lost and the reader tries again', async () => {
      const { page, address } = await opened()
      await page.route(
        isPost,
        async route => {
          if (route.request().method() === 'POST') await route.fetch()
          await route.abort()
        },
        { times: 1 },
      )
      await box(page).fill('Lost')
      await button(page, 'Post').click()
      await page.getByText('No answer came').first().waitFor()
      await button(page, 'Post').click()
      await once(page, address, 'Lost')
    })

    test('when the page was reloaded in mid-flight', async () => {
      const { page, address } = await opened()
      const isSent = Promise.withResolvers<void>()
      await page.route(
        isPost,
        async route => {
          await route.fetch()
          isSent.resolve()
          // The answer never comes.
        },
        { times: 1 },
      )
      await box(page).fill('In flight')
      await button(page, 'Post').click()
      await isSent.promise
      await page.reload()
      await expect.poll(() => box(page).inputValue()).toBe('')
      await once(page, address, 'In flight')
    })

    test('when the line was down, once it is back', async () => {
      const { page, context, address } = await opened()
      await box(page).fill('From a tunnel')
      await button(page, 'Post').waitFor()
      await context.setOffline(true)
      await button(page, 'Post').click()
      await page.getByText('goes out by itself when you are back').first().waitFor()
      await expectAccessible(page, 'parley-thread')
      await context.setOffline(false)
      await once(page, address, 'From a tunnel')
    })

    test('an answer to somebody, after the line was down and the page was left', async () => {
      const { page, context, address } = await opened()
      await stage.reader('ben', address).posts('A question', { name: 'Ben' })
      // Who has written before is known when the page is opened again.
      await posts(page, 'Hello', 'Ada')
      await comment(page, 'Hello').waitFor()
      await page.reload()
      await comment(page, 'A question')
        .getByRole('button', { name: /^Reply/ })
        .click()
      const field = page.getByRole('textbox', { name: /Reply to/ })
      await field.fill('Because')
      await button(page, 'Post').last().waitFor()
      await context.setOffline(true)
      await field.press('Control+Enter')
      await page.getByText('goes out by itself').first().waitFor()
      await page.close()
      await context.setOffline(false)
      const again = await context.newPage()
      await again.goto(address)
      await again.locator('.replies').getByText('Because').waitFor()
      expect((await stage.reader('zoe', address).sees()).filter(text => text === 'Because')).toHaveLength(1)
    })

    test.each([
      [
        'answers 502',
        (page: Page) => page.route(isPost, route => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' })),
      ],
      ['refuses to connect', (page: Page) => page.route(isPost, route => route.abort('connectionrefused'))],
      ['hangs', (page: Page) => page.route(isPost, () => {})],
    ])('after a server that %s was met with a calm word in under 10 s', async (_, breaks) => {
      const { page, address } = await opened()
      await breaks(page)
      await box(page).fill('Patience')
      const begun = Date.now()
      await button(page, 'Post').click()
      await page
        .getByText(/Your text is safe here/)
        .first()
        .waitFor()
      expect(Date.now() - begun).toBeLessThan(10_000)
      expect(await box(page).inputValue()).toBe('Patience')
      expect(await page.getByRole('heading', { name: 'An article' }).count()).toBe(1)
      await page.unroute(isPost)
      await button(page, 'Post').click()
      await once(page, address, 'Patience')
    })
  })

  test.each(['[]', '"polluted"', 'null', '{ evil: 1 }', '() => "x"'])(
    'reads and writes where a page has put %s on Object.prototype and wrapped fetch',
    async polluted => {
      const { page, troubles } = await stage.opens()
      await page.addInitScript(`
        Object.prototype.children = ${polluted}
        Object.prototype.evil = ${polluted}
        const real = window.fetch
        window.fetch = function (...all) { return real.apply(this, all).then(answer => { window.asked = (window.asked ?? 0) + 1; return answer }) }
      `)
      await page.goto(place())
      await box(page).waitFor()
      await posts(page, 'Still here', 'Ada')
      await comment(page, 'Still here').getByRole('button', { name: 'Delete' }).waitFor()
      expect(await page.locator('parley-thread').textContent()).not.toContain('polluted')
      expect(troubles).toEqual([])
    },
  )

  test('does all of this in Persian, on a narrow screen', async () => {
    const { page, troubles } = await stage.opens({ viewport: { width: 360, height: 800 } })
    await page.goto(place('fa'))
    await posts(page, 'سلام', 'مینا')
    const mine = comment(page, 'سلام')
    await mine.getByRole('button', { name: 'ویرایش' }).click()
    const field = page.getByRole('textbox', { name: 'دیدگاه شما', exact: true })
    await field.fill('درود')
    await page.getByRole('button', { name: 'ذخیره' }).click()
    await comment(page, 'درود').getByRole('button', { name: 'برگرداندن' }).waitFor()
    await page.getByRole('textbox', { name: 'دیدگاه خود را بنویسید' }).click()
    await page.getByRole('toolbar', { name: 'قالب' }).waitFor()
    await expectAccessible(page, 'parley-thread')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(troubles).toEqual([])
  })
})
