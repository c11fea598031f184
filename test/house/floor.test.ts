import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * What the oldest browsers that read a thread and moderate it lack: Chromium 90, Firefox 101, Safari 16.4. The build
 * writes older syntax; names it leaves as they are. One that is asked for first (`a.b?.()`, `typeof`) may be used.
 */
const LACKING: Record<string, RegExp> = {
  'Array.prototype.at (Chromium 92)': /(?<!\.seen)\.at\((?:-?\d|[\w.]+\.length)/,
  'Object.hasOwn (Chromium 93)': /Object\.hasOwn\(/,
  'structuredClone (Chromium 98)': /\bstructuredClone\(/,
  'findLast (Chromium 97, Firefox 104)': /\.findLast(?:Index)?\(/,
  'toSorted and its like (Chromium 110, Firefox 115)': /\.to(?:Sorted|Reversed|Spliced)\(/,
  'groupBy (Chromium 117, Firefox 119, Safari 17.4)': /(?:Object|Map)\.groupBy\(/,
  'Promise.withResolvers (Chromium 119, Firefox 121, Safari 17.4)': /\.withResolvers\(/,
  'Array.fromAsync (Chromium 121, Firefox 115)': /Array\.fromAsync\(/,
  'methods of sets (Chromium 122, Firefox 127, Safari 17)':
    /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  'toWellFormed (Chromium 111, Firefox 119)': /\.(?:to|is)WellFormed\(/,
  'URL.canParse (Chromium 120, Firefox 115, Safari 17)': /URL\.(?:canParse|parse)\(/,
  'AbortSignal.timeout and any (Chromium 103 and 116)': /AbortSignal\.(?:timeout|any)\(/,
  'checkVisibility (Chromium 105, Firefox 106, Safari 17.4)': /\.checkVisibility\(/,
  'requestIdleCallback (not in Safari)': /(?<!typeof )\brequestIdleCallback\(/,
  'randomUUID (Chromium 92, https only)': /\.randomUUID\(/,
  'popovers (Chromium 114, Firefox 125, Safari 17)': /\.(?:show|hide|toggle)Popover\(/,
  'CompressionStream (Firefox 113)': /new (?:Dec|C)ompressionStream\(/,
  'a class with a static block (Chromium 94)': /\bstatic\{/,
}

const ASSETS = new URL('../../dist/public/', import.meta.url)
const [release] = JSON.parse(readFileSync(new URL('../releases.json', ASSETS), 'utf8')) as [{ files: string[] }]
const scripts = ['embed.js', ...release.files.filter(file => file.endsWith('.js') && !/theme/.test(file))]

test.each(Object.entries(LACKING))('no browser of the floor is asked for %s', (_, pattern) => {
  const using = scripts.filter(file => pattern.test(readFileSync(new URL(file, ASSETS), 'utf8')))
  expect(using).toEqual([])
})

test('what is looked at is what was built', () => {
  expect(readdirSync(new URL('assets/', ASSETS))).toEqual(
    expect.arrayContaining(scripts.slice(1).map(file => file.replace('assets/', ''))),
  )
  expect(scripts.length).toBeGreaterThan(40)
})
