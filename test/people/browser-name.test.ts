import fc from 'fast-check'
import { expect, test } from 'vitest'
import { browserName } from '../../server/people/browser-name.ts'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
  ['Chrome on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/156.0.0.0 Safari/537.36`],
  ['Edge on Windows', `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0`],
  ['Chrome on Android', `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/156.0.0.0 Mobile Safari/537.36`],
  [
    'Safari on iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  ],
  [
    'Safari on Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
  ],
  [null, 'curl/8.9'],
  [null, undefined],
])('%s', (name, agent) => {
  expect(browserName(agent)).toBe(name)
})

test('nothing of the header itself is kept, whatever it says', () => {
  const known =
    /^((Edge|Opera|Samsung Internet|Firefox|Chrome|Safari)( on )?)?(Android|iPhone|iPad|Windows|Mac|ChromeOS|Linux)?$/
  fc.assert(fc.property(fc.string(), said => known.test(browserName(said) ?? '')))
})
