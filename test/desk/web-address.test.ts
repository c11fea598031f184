import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beginningOfKey } from '../../server/articles/key.ts'
import { readable, webAddress } from '../../widget/desk/web-address.ts'

describe('a link at the desk', () => {
  test.each(['http://daily.example/', 'https://daily.example/a', 'HTTPS://DAILY.EXAMPLE'])('leads to %s', url => {
    expect(webAddress(url)).toBe(url)
  })
  test.each(['javascript:alert(1)', ' https://a.example', 'data:text/html,x', '//a.example', 'https:a', '', '/a'])(
    'leads nowhere with “%s”',
    url => {
      expect(webAddress(url)).toBeUndefined()
    },
  )
})

describe('an address is shown', () => {
  test.each([
    ['/%D8%AE%D8%A8%D8%B1/%DA%A9%D8%B4%D8%AA%DB%8C', '/خبر/کشتی', 'in Persian letters'],
    ['/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC?%D0%B3=1', '/паром?г=1', 'in Russian ones'],
    ['/%E4%B8%AD%E6%96%87', '/中文', 'in Chinese ones'],
    ['/caf%C3%A9', '/café', 'with accents'],
    ['/%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF', '/می‌شود', 'with the joiners that Persian words have'],
    ['/a%2Fb%20c%3Fd%25', '/a%2Fb%20c%3Fd%25', 'with the escapes that mean something'],
    ['/%E2%80%AEgpj.exe', '/%E2%80%AEgpj.exe', 'with an override left escaped'],
    ['/a%E2%80%8Cb', '/a%E2%80%8Cb', 'with a joiner where nothing joins left escaped'],
    ['/a%E2%81%A9%E2%81%A7b%C2%A0c', '/a%E2%81%A9%E2%81%A7b%C2%A0c', 'with isolates and spaces left escaped'],
    ['/%E3%85%A4', '/%E3%85%A4', 'with letters that leave no ink left escaped'],
    ['/%CC%81a', '/%CC%81a', 'with a mark that stands on nothing left escaped'],
    ['/%FF%D8', '/%FF%D8', 'with broken escapes as they are'],
    ['=\u202eyrots\n7', '=%E2%80%AEyrots%0A7', 'with what an owner’s id hides made plain'],
    ['=story 7', '=story 7', 'with the spaces of an owner’s id'],
  ])('%s as %s: %s', (address, shown) => {
    expect(readable(address)).toBe(shown)
  })

  test('so that typing what is shown names the same page', () => {
    const paths = fc
      .array(fc.string({ unit: 'binary' }), { maxLength: 4 })
      .map(parts => beginningOfKey(`/${parts.join('/')}`))
    fc.assert(
      fc.property(paths, key => {
        expect(beginningOfKey(readable(key))).toBe(key)
      }),
    )
  })

  test('without anything that could reorder the words around it, or that nobody sees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(readable(text).replaceAll(/[\u200c\u200d ]/g, '')).not.toMatch(/[\p{C}\p{Z}]/u)
        expect(readable(encodeURIComponent(text.toWellFormed()))).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      }),
    )
  })
})
