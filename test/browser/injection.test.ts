import { describe, expect, onTestFinished, test } from 'vitest'
import { CORPUS } from '../torture/hostile/corpus.ts'
import { inBrowser } from '../torture/injection/in-browser.ts'
import { WIDGET, walk } from '../torture/injection/walker.ts'
import { CHROMIUM, launchChromium } from './chromium.ts'

describe.skipIf(!CHROMIUM)('in a browser', () => {
  test('no hostile string runs, loads, asks, or becomes an element, in the widget or at the desk', async () => {
    const { faults, comments, cases } = await inBrowser(false)
    expect(faults).toEqual([])
    expect(comments).toBe(CORPUS.length)
    expect(cases).toBeGreaterThan(10)
  }, 120_000)

  test('who walks through a thread finds what is planted there', async () => {
    const planted: [html: string, found: string[]][] = [
      ['<img src=x onerror=__ran=1>', ['<img>', '<img onerror=__ran=1>']],
      ['<p><a href=javascript:__ran=1>a</a></p>', ['<a href=javascript:__ran=1>']],
      ['<b onclick=x>a</b>', ['<b onclick>', '<b onclick=x>']],
      ['<p style="background:url(https://canary.invalid)">a</p>', ['<p style=background:url(https://canary.invalid)>']],
      ['<svg><a xlink:href=javascript:x></a></svg>', ['<a xlink:href>', '<a xlink:href=javascript:x>']],
      ['<p dir=auto><a href=https://daily.example rel=ugc>a</a></p>', []],
    ]
    const browser = await launchChromium()
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    for (const [html, found] of planted) {
      await page.setContent('<div id=host></div>')
      await page.evaluate(planting => {
        document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML = planting
      }, html)
      const { strangers } = await page.evaluate(walk, { selector: '#host', renderer: WIDGET })
      expect(strangers.sort()).toEqual(found.sort())
    }
  })
})
