import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO } from '../../server/sites/demo.ts'
import { openMailbox } from '../browser/mailbox.ts'
import { openStage, type Stage } from '../browser/stage.ts'
import type { Engine } from './engine.ts'
import type { Sought } from './finding.ts'
import { MIXED, type Name, sayMixed } from './mixed.ts'
import { hostsThread } from './page.ts'
import { type Place, placeOf } from './placing.ts'
import { Person, until, type Window } from './window.ts'

/** A thread in six scripts and both directions, in an interface of either: where everything stands, in every engine. */
export function tellDirections(engine: Engine): void {
  describe.skipIf(engine.program === null)(`${engine.name}, mixed directions`, () => {
    let stage: Stage
    let mailbox: Awaited<ReturnType<typeof openMailbox>>
    let person: Person
    let address: string
    let window: Window
    beforeAll(async () => {
      mailbox = await openMailbox()
      stage = await openStage({ PARLEY_LIMITS: 'off', ...mailbox.settings })
      address = hostsThread(stage, '/mixed')
      await sayMixed(stage, address)
      person = await Person.with(engine)
      window = await person.opens(address)
    })
    afterAll(async () => {
      await person?.leaves()
      await stage?.end()
      await mailbox?.end()
    })

    /** Where a piece of somebody's text is; without a piece, the element itself. */
    const place = (name: Name, selector: string, piece = ''): Promise<Place> =>
      until(`${piece || selector} of ${name}`, () => window.runs(placeOf, MIXED[name][0], selector, piece))
    /** Pieces that stand from left to right in this order, as far as they stand in one line. */
    const goesRight = async (name: Name, selector: string, ...pieces: string[]) => {
      const places: { piece: string; middle: number; line: number }[] = []
      for (const piece of pieces) {
        const { left, right, bottom } = await place(name, selector, piece)
        places.push({ piece, middle: (left + right) / 2, line: bottom })
      }
      const isOneLine = places.every(({ line }) => Math.abs(line - places[0]!.line) < 8)
      if (isOneLine) expect(places.toSorted((a, b) => a.middle - b.middle)).toEqual(places)
    }
    const goesLeft = (name: Name, selector: string, ...pieces: string[]) =>
      goesRight(name, selector, ...pieces.toReversed())
    const near = (name: Name, a: number, b: number) =>
      expect([name, Math.abs(a - b) < 3 || [a, b]]).toEqual([name, true])
    const shows = async (lang: string, width = 1280) => {
      hostsThread(stage, '/mixed', { lang })
      await window.pane.resizes(width, 900)
      await window.goesTo(address)
      await window.sees({ role: 'article', text: MIXED.ben[0] })
      await place('dana', '.text')
      // What comes after the thread, too.
      await window.sees({ role: 'button', name: /^(More on|کارهای دیگر)/, nth: -1 })
    }

    test.each([
      ['en', 1280],
      ['fa', 1280],
      ['fa', 360],
    ])('each paragraph has its own, in an interface in %s at %i px', async (lang, width) => {
      await shows(lang, width)
      const isRtl = lang === 'fa'

      // A face at the beginning, the name after it, whatever its script.
      for (const name of ['ada', 'mina', 'anya', 'ming'] as const) {
        const [face, called] = [await place(name, ':scope > :first-child'), await place(name, '[part=name]')]
        if (isRtl) expect(called.right).toBeLessThanOrEqual(face.left)
        else expect(called.left).toBeGreaterThanOrEqual(face.right)
      }
      // A name and what is in brackets behind it.
      await goesLeft('reza', '[part=name]', 'رضا', '(', 'تهران', ')')

      // Paragraphs begin where their script does.
      for (const [name, first] of [
        ...([
          ['ada', 'See'],
          ['ming', '《'],
          ['ben', 'مینا احمدی'],
          ['anya', 'ليلى'],
        ] as const),
      ] as const)
        near(name, (await place(name, '.text > p', first)).left, (await place(name, '.text > p')).left)
      for (const [name, first] of [
        ['mina', 'به'],
        ['layla', 'أوافق'],
        ['dana', 'שלום'],
      ] as const)
        near(name, (await place(name, '.text > p', first)).right, (await place(name, '.text > p')).right)

      // Full stops behind links, brackets, and question marks at the end of their sentence.
      await goesRight('ada', '.text p', 'See', 'https://', '. Is it')
      await goesLeft('dana', '.text p', 'שלום', 'www.', '.')
      await goesRight('anya', '.text p', ', ', 'спасибо', '?')
      await goesLeft('layla', '.text > p', 'أوافق', '12-15', 'القلم', '؟')
      await goesLeft('layla', '.text > p', '12', '-', '15')

      // An address is read from left to right, whatever letters are in it.
      await goesRight('mina', '.text a', 'https://example.org/', 'گزارش')
      // The sign before a name stands where the name begins.
      await goesLeft('anya', '.text b', '@', 'ليلى')
      await goesLeft('ben', '.text b', '@', 'مینا')
      await goesRight('ben', '.text p', '@', 'is right', 'means')

      // Code goes from left to right.
      await goesRight('mina', '.text p:last-child code', 'npm', '--all')
      await goesRight('mina', '.text code:last-of-type', '"سلام', '==', 'x')
      await goesRight('reza', '.text pre', 'if', 'return', 'سلام', '}')

      // A quote has its line where it begins, and each item of a list its mark.
      const quote = await place('layla', '.text blockquote')
      const said = await place('layla', '.text blockquote p', 'The lamp')
      expect(said.left - quote.left).toBeLessThan(20)
      const list = await place('reza', '.text ul')
      const [first, second] = [await place('reza', '.text ul', 'نخست'), await place('reza', '.text ul', 'second')]
      expect(list.right - first.right).toBeLessThan(40)
      expect(second.left - list.left).toBeLessThan(40)
      const items = await window.runs(
        author =>
          [...document.querySelector('parley-thread')!.shadowRoot!.querySelectorAll('article')]
            .filter(each => each.querySelector('[part=name]')?.textContent === author)
            .flatMap(each => [...each.querySelectorAll('.text li')].map(item => getComputedStyle(item).direction)),
        MIXED.reza[0],
      )
      expect(items).toEqual(['rtl', 'ltr', 'rtl'])
      expect(await window.runs(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    })

    test.each(['en', 'fa'])('the interface is mirrored, in %s', async lang => {
      await shows(lang)
      const isRtl = lang === 'fa'
      /** Distances from where lines begin. */
      const from = ({ left, right }: Place) => (isRtl ? -right : left)

      // Answers are further in than what they answer, behind a line.
      const steps = await Promise.all(
        (['mina', 'layla', 'anya', 'dana'] as const).map(name => place(name, '[part=name]')),
      )
      expect(steps.map(from)).toEqual(steps.map(from).toSorted((a, b) => a - b))
      const line = await window.sees(
        { css: '.replies' },
        { styles: ['border-left-width', 'border-right-width', 'padding-left', 'padding-right'] },
      )
      expect(line.styles[isRtl ? 'border-right-width' : 'border-left-width']).toBe('1px')
      expect(line.styles[isRtl ? 'border-left-width' : 'border-right-width']).toBe('0px')

      // Number behind its sign, in the digits of the language; the time behind the name.
      const vote: Sought = { role: 'button', name: lang === 'fa' ? /مینا احمدی.*۳/ : /مینا احمدی.*: 3/ }
      const [sign, number] = [
        (await window.sees({ css: 'svg', within: vote })).box,
        await window.sees({ css: 'span', within: vote }),
      ]
      expect(number.text).toBe(isRtl ? '۳' : '3')
      expect(isRtl ? number.box.x < sign.x : number.box.x > sign.x).toBe(true)
      const [called, time] = [await place('ada', '[part=name]'), await place('ada', '[part=time]')]
      expect(from(time)).toBeGreaterThan(from(called))
      const heading = await window.sees({ role: 'heading', name: isRtl ? '۸ دیدگاه' : '8 comments' })
      const order = await window.sees({ role: 'combobox' })
      expect(isRtl ? order.box.x < heading.box.x : order.box.x > heading.box.x).toBe(true)

      // The menu opens within the thread; the drawer at the far end of the window.
      const thread = (await window.sees({ css: 'parley-thread' })).box
      await window.clicks({ role: 'button', name: new RegExp(`^(More on|کارهای دیگر).*${MIXED.dana[0]}`) })
      const menu = (await window.sees({ role: 'menu' })).box
      expect(menu.x).toBeGreaterThanOrEqual(thread.x)
      expect(menu.x + menu.width).toBeLessThanOrEqual(thread.x + thread.width)
      await window.presses('Escape')
      await window.misses({ role: 'menu' })
      await window.clicks({ role: 'textbox', name: /^(Write a comment|دیدگاه خود)/ })
      await window.clicks({ role: 'button', name: /^(Sign in|ورود)$/ })
      const drawer = await until('the drawer to stand still', async () => {
        const { box } = await window.sees({ role: 'dialog' })
        return (await window.runs(() => innerWidth)) - (isRtl ? box.width : box.x + box.width) >= 0 && box
      })
      const inner = await window.runs(() => document.documentElement.clientWidth)
      await until('the drawer at its end', async () => {
        const { box } = await window.sees({ role: 'dialog' })
        return (
          Math.abs(isRtl ? box.x - ((await window.runs(() => innerWidth)) - inner) : inner - box.x - box.width) < 20
        )
      })
      expect(drawer.width).toBeLessThan(inner)
    })

    test.each(['en', 'fa'])('each paragraph of the page without JavaScript has its own, in %s', async lang => {
      await window.goesTo(`${stage.origin}/thread?${new URLSearchParams({ site: DEMO.site, url: address, lang })}`)
      const text = '[itemprop=text]'
      for (const [name, first] of [
        ['ada', 'See'],
        ['ming', '《'],
        ['anya', 'ليلى'],
      ] as const)
        near(name, (await place(name, `${text} > p`, first)).left, (await place(name, `${text} > p`)).left)
      for (const [name, first] of [
        ['mina', 'به'],
        ['layla', 'أوافق'],
        ['dana', 'שלום'],
      ] as const)
        near(name, (await place(name, `${text} > p`, first)).right, (await place(name, `${text} > p`)).right)
      await goesLeft('dana', `${text} p`, 'שלום', 'www.', '.')
      await goesRight('mina', `${text} a`, 'https://example.org/', 'گزارش')
      await goesRight('mina', `${text} code:last-of-type`, '"سلام', '==', 'x')
      await goesRight('reza', `${text} pre`, 'if', 'return', 'سلام', '}')
      const list = await place('reza', `${text} ul`)
      expect(list.right - (await place('reza', `${text} ul`, 'نخست')).right).toBeLessThan(40)
      expect((await place('reza', `${text} ul`, 'second')).left - list.left).toBeLessThan(40)
    })

    test('the desk is mirrored, too, with what it says in a corner', async () => {
      await stage.store().sites.change(DEMO.site, { settings: { holds: 'all' } })
      const elsewhere = hostsThread(stage, '/elsewhere')
      for (const text of ['منتظر است: https://example.org/a/', 'Waiting, too'])
        await stage.reader(text.length > 15 ? 'first' : 'second', elsewhere).posts(text)
      const desk = await person.opens(await stage.link('Mona'))
      await desk.clicks({ role: 'button', name: /sign in/i })
      const approve: Sought = { role: 'button', name: /^(Approve|تأیید)/ }
      const row: Sought = { css: '.row' }
      const [button, line] = [(await desk.sees(approve)).box, (await desk.sees(row)).box]
      expect(button.x).toBeGreaterThan(line.x + line.width)
      const answer = await desk.runs(async () => {
        const headers = { 'content-type': 'application/json' }
        return (await fetch('/api/desk/me', { method: 'PATCH', headers, body: '{"language":"fa"}' })).status
      })
      expect(answer).toBe(200)
      await desk.reloads()
      await desk.sees({ role: 'button', name: /^تأیید/ })
      const [there, here] = [(await desk.sees(approve)).box, (await desk.sees(row)).box]
      expect(there.x + there.width).toBeLessThan(here.x)
      // What is in a row begins where its script does, and the address is read from left to right.
      const excerpt = await desk.sees({ css: '.excerpt', text: 'منتظر' }, { styles: ['direction', 'text-align'] })
      expect(excerpt.styles).toEqual({ direction: 'rtl', 'text-align': 'start' })
      await desk.presses('a')
      const toast = await desk.sees({ css: '.toast', text: /تأیید شد/ })
      expect(toast.box.x).toBeLessThan(100)
      expect(await desk.runs(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    })

    test('each paragraph that is being written has its own, too', async () => {
      await shows('en')
      const box: Sought = { role: 'textbox', name: 'Write a comment' }
      await window.fills(box, 'سلام دنیا.\n\nHello, world.')
      const { styles } = await window.sees(box, { styles: ['unicode-bidi', 'direction'] })
      expect(styles).toEqual({ 'unicode-bidi': 'plaintext', direction: 'rtl' })
      // Until something is written the box is its placeholder's, which Firefox would show nowhere otherwise.
      await shows('fa')
      const empty = await window.sees({ role: 'textbox' }, { styles: ['unicode-bidi', 'direction'] })
      expect([empty.value, empty.styles]).toEqual(['', { 'unicode-bidi': 'isolate', direction: 'rtl' }])
    })

    test('keeps its own direction when the page changes its, and takes the language that its element is given', async () => {
      await shows('en')
      const face = () => place('ada', ':scope > :first-child')
      const called = () => place('ada', '[part=name]')
      await window.runs(() => document.documentElement.setAttribute('dir', 'rtl'))
      expect((await called()).left).toBeGreaterThanOrEqual((await face()).right)
      await window.runs(() => document.querySelector('parley-thread')!.setAttribute('lang', 'ar'))
      await until('the mirror image', async () => (await called()).right <= (await face()).left)
      await window.runs(() => document.querySelector('parley-thread')!.setAttribute('lang', 'xx'))
      await until('the image again', async () => (await called()).left >= (await face()).right)
    })
  })
}
