import type { Page } from 'playwright-core'
import type { Comment } from '../../../server/contract.ts'
import { DEMO } from '../../../server/sites/demo.ts'
import type { SiteSettings } from '../../../server/sites/settings.ts'
import { openStage, type Stage } from '../../browser/stage.ts'
import { Moderator, type Reader } from '../../people.ts'
import { CORPUS } from '../hostile/corpus.ts'
import { HTML } from '../hostile/html.ts'
import { OF_PAGE } from './read-html.ts'
import { DESK, type Renderer, WIDGET, walk } from './walker.ts'

/** What was looked at in a browser. */
export interface Looked {
  pages: number
  elements: number
  /** Strings that stood in a comment on screen, as its text or its author's name. */
  comments: number
  cases: number
  faults: string[]
}

/** Comments on a page of the widget: as many roots as it shows, with as many answers as it shows of each. */
const ROOTS = 25
const ANSWERS = 3
/** Requests on their way at once. */
const ABREAST = 8

const HOSTILE_SITE = '"><img src=x onerror=__ran=1></script>{{__ran=1}}'
const GUIDELINES = '[a](javascript:__ran=1) <img src=x onerror=__ran=1> *a* ![x](https://canary.invalid/i.png)'

/** Notes on a page whatever would be a fault of it: something that asks, loads from elsewhere, or opens a window. */
function watched(page: Page): string[] {
  const faults: string[] = []
  page.on('dialog', dialog => {
    faults.push(`asked: ${dialog.message()}`)
    dialog.dismiss().catch(() => {})
  })
  page.on('request', request => {
    if (!/^(http:\/\/(127\.0\.0\.1|localhost):|blob:|about:)/.test(request.url()))
      faults.push(`asked for ${request.url()}`)
  })
  page.on('popup', opened => faults.push(`opened ${opened.url()}`))
  return faults
}

/** Fills a page of the site with strings: each as the text of one comment and as the name over another. */
async function fills(
  stage: Stage,
  address: string,
  texts: readonly string[],
  names: readonly string[],
): Promise<number> {
  let readers = 0
  const somebody = (): Reader => stage.reader(`${new URL(address).pathname.slice(1)}-${++readers}`, address)
  let posted = 0
  const posts = async (at: number, parent?: Comment): Promise<Comment | undefined> => {
    const [text, name] = [texts[at], names[at]]
    if (text === undefined) return undefined
    const more = { name: name!.slice(0, 60), title: texts[0]!, ...(parent && { parent: parent.id }) }
    const comment = await somebody()
      .posts(text, more)
      .catch(() => somebody().posts(`Nothing of it can be read: ${at}`, { ...more, name: 'Ada' }))
    posted += 1
    return comment
  }
  const branch = async (first: number) => {
    const root = await posts(first)
    for (let n = 1; root && n <= ANSWERS; n++) await posts(first + n, root)
  }
  const firsts = Array.from({ length: Math.ceil(texts.length / (ANSWERS + 1)) }, (_, n) => n * (ANSWERS + 1))
  while (firsts.length > 0) await Promise.all(firsts.splice(0, ABREAST).map(branch))
  return posted
}

/**
 * Shows every string of the corpus to Chromium: in the widget, as text and as name, where everything that runs may run; at
 * the desk, under its own policy.
 * @param isWhole whether every case is opened, and everything else that can be
 */
export async function inBrowser(isWhole: boolean): Promise<Looked> {
  const stage = await openStage({ PARLEY_LIMITS: 'off' })
  const looked: Looked = { pages: 0, elements: 0, comments: 0, cases: 0, faults: [] }
  try {
    const settings: Partial<SiteSettings> = {
      holds: 'none',
      guidelines: GUIDELINES,
      showsEditions: true,
      downVotes: true,
      repeatsAllowed: 0,
    }
    await stage.store().sites.change(DEMO.site, {
      name: HOSTILE_SITE,
      settings: { ...settings, linksAllowed: 1000, invites: 'allow', watchesTyping: false },
    })
    const perPage = ROOTS * (ANSWERS + 1)
    const addresses: string[] = []
    for (let first = 0; first < CORPUS.length; first += perPage) {
      const address = stage.hosts(`/hostile-${first}`, {
        html: `<!doctype html><html lang="${first % 200 ? 'fa' : 'en'}"><meta charset="utf-8"><title>Hostile</title><body>
          <script type="module" src="${stage.origin}/embed.js"></script><main><parley-thread site="${DEMO.site}"></parley-thread></main>`,
      })
      const texts = CORPUS.slice(first, first + perPage)
      const names = texts.map((_, at) => CORPUS[(first + at + perPage + 7) % CORPUS.length]!)
      looked.comments += await fills(stage, address, texts, names)
      addresses.push(address)
    }
    await says(stage, addresses[0]!)
    await reads(stage, addresses, looked)
    await moderates(stage, isWhole, looked)
  } finally {
    await stage.end()
  }
  return looked
}

/** What readers and moderators say of comments: reports, notes, words to authors, texts that are said often. */
async function says(stage: Stage, address: string): Promise<void> {
  const { comments } = await stage.reader('eve', address).reads()
  const link = new URL(await stage.link('Olga', 'owner')).hash.slice('#link='.length)
  const headers = { Origin: stage.origin, 'content-type': 'application/json' }
  const send = (path: string, { json, ...init }: RequestInit & { json?: unknown } = {}) =>
    fetch(stage.origin + path, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    })
  const session = await send('/api/desk/session', { method: 'POST', json: { link } })
  const cookie = session.headers.get('set-cookie')!.split(';')[0]!
  const olga = new Moderator(cookie, { site: DEMO.site, origin: stage.origin, page: address, send, desk: stage.origin })
  for (const [at, comment] of comments.slice(0, 12).entries()) {
    const text = HTML[at]!
    await stage.reader('eve', address).reports(comment, 'abuse', text)
    await olga.notes(comment, text)
    await olga.asks('/api/desk/saved-replies', {
      method: 'POST',
      json: { site: DEMO.site, name: `${at} ${text}`.slice(0, 60), text: `{name} {title} ${text}` },
    })
    if (at > 8) await olga.rules(comment, 'reject', { reason: 'abuse', words: text, note: text })
  }
}

async function holds(page: Page, where: string, selector: string, renderer: Renderer, looked: Looked): Promise<void> {
  const { elements, strangers } = await page.evaluate(walk, { selector, renderer })
  looked.pages += 1
  looked.elements += elements
  looked.faults.push(...strangers.map(stranger => `${where}: ${stranger}`))
  if (await page.evaluate(() => '__ran' in window)) looked.faults.push(`${where}: something ran`)
}

/** A reader goes through all pages; on the last one, somebody who writes looks at everything that shows what others wrote. */
async function reads(stage: Stage, addresses: readonly string[], looked: Looked): Promise<void> {
  const { page, troubles } = await stage.opens()
  const faults = watched(page)
  for (const address of addresses) {
    await page.goto(address)
    const { length } = (await stage.reader('eve', address).reads()).comments
    await page.waitForFunction(
      expected => document.querySelector('parley-thread')!.shadowRoot!.querySelectorAll('article').length >= expected,
      length,
    )
    await holds(page, 'a thread', 'parley-thread', WIDGET, looked)
  }
  const field = page.getByRole('textbox', { name: /write a comment|دیدگاه خود را/i })
  const lines = CORPUS.filter(text => !text.includes('\n')).slice(0, 120)
  await field.fill(`${GUIDELINES}\n\n${lines.join('\n\n')}`.slice(0, 9_000))
  await page.getByRole('button', { name: /^(Preview|پیش‌نمایش)$/ }).click()
  await page
    .getByRole('region', { name: /^(Preview|پیش‌نمایش)$/ })
    .locator('p')
    .first()
    .waitFor()
  await holds(page, 'the preview', 'parley-thread', WIDGET, looked)
  await page
    .getByRole('button', { name: /^(Write|Preview|پیش‌نمایش|نوشتن)$/ })
    .first()
    .click()
  await field.fill('')
  await field.pressSequentially('@')
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await holds(page, 'the people to call', 'parley-thread', WIDGET, looked)
  await field.fill('What is mine \u003cimg src=x onerror=__ran=1> [a](javascript:__ran=1)')
  await page.getByRole('button', { name: /^(Post|ارسال)/ }).click()
  await page.getByRole('button', { name: /^(You|شما)$/ }).click()
  await page.getByRole('tabpanel').getByRole('listitem').first().waitFor()
  await holds(page, 'the drawer', 'parley-thread', WIDGET, looked)
  await readsPlain(stage, page, addresses, looked)
  looked.faults.push(...[...faults, ...troubles].map(fault => `the widget: ${fault}`))
  await page.close()
}

/** What stands there for those without script: the page, and the feeds as a browser's own parser takes them. */
async function readsPlain(stage: Stage, page: Page, addresses: readonly string[], looked: Looked): Promise<void> {
  const renderer = { elements: OF_PAGE, all: [] }
  for (const address of addresses) {
    const query = new URLSearchParams({ site: DEMO.site, url: address })
    await page.goto(`${stage.origin}/thread?${query}`)
    await holds(page, 'the page without JavaScript', 'html', renderer, looked)
    const feed = await (await fetch(`${stage.origin}/feeds/${DEMO.site}/atom?${query}`)).text()
    const fault = await page.evaluate(
      xml => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent,
      feed,
    )
    if (fault) looked.faults.push(`the feed: ${fault}`)
  }
}

/** An owner reads the queue and its cases, and then the other pages of the desk. */
async function moderates(stage: Stage, isWhole: boolean, looked: Looked): Promise<void> {
  const { page: desk, troubles } = await stage.opens()
  const faults = watched(desk)
  await desk.goto(await stage.link('Olga', 'owner'))
  await desk.getByRole('button', { name: /sign in/i }).click()
  await desk.locator('.top').waitFor()
  for (const status of ['reported', 'unreviewed']) {
    await desk.goto(`${stage.origin}/desk#site=${DEMO.site}&status=${status}`)
    await desk.locator('.case').first().waitFor()
    for (let n = isWhole ? CASES : SOME_CASES; n > 0; n--) {
      const shown = await desk.locator('.case').first().innerText()
      await holds(desk, 'a case', 'html', DESK, looked)
      looked.cases += 1
      await desk.keyboard.press('j')
      if (
        !(await desk
          .waitForFunction(old => document.querySelector<HTMLElement>('.case')?.innerText !== old, shown, {
            timeout: 2_000,
          })
          .catch(() => null))
      )
        break
    }
    await desk.keyboard.press('m')
    await desk.getByRole('menu').waitFor()
    await holds(desk, 'the menu of a case', 'html', DESK, looked)
    await desk.keyboard.press('Escape')
  }
  for (const [key, heading] of Object.entries(DESK_PAGES)) {
    await desk.keyboard.press(key)
    await desk.getByRole('heading', { name: heading, exact: true }).waitFor()
    await desk.waitForLoadState('networkidle')
    await holds(desk, heading, 'html', DESK, looked)
  }
  looked.faults.push(...[...faults, ...troubles].map(fault => `the desk: ${fault}`))
}

const DESK_PAGES = { h: 'Decisions', g: 'Articles', p: 'Policy', e: 'The site' }
/** Cases that are opened of each tab. */
const SOME_CASES = 12
const CASES = 600
