import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

const files = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => join(folder, name))

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

/** What a file imports, as paths from the root or package names; `isLazy` for `import()`, `isType` for types only. */
function importsOf(file: string): { from: string; isLazy: boolean; isType: boolean }[] {
  const text = read(file)
  const found = [
    ...[...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"()]*?from\s+['"]([^'"]+)['"]/gm)].map(match => ({
      from: match[2]!,
      isLazy: false,
      isType: match[1] !== undefined,
    })),
    ...[...text.matchAll(/^import\s+['"]([^'"]+)['"]/gm)].map(match => ({
      from: match[1]!,
      isLazy: false,
      isType: false,
    })),
    ...[...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(match => ({
      from: match[1]!,
      isLazy: true,
      isType: false,
    })),
  ]
  return found.map(({ from, ...rest }) => ({
    ...rest,
    from: from.startsWith('.') ? relative(ROOT, join(ROOT, file, '..', from)) : from,
  }))
}

const SERVER = files('server')
const WIDGET = files('widget').filter(file => file !== 'widget/build.ts')

describe('the walls of the house', () => {
  test('are looked at: the files and their imports are found', () => {
    expect(SERVER.length).toBeGreaterThan(50)
    expect(importsOf('server/app.ts').map(({ from }) => from)).toContain('server/comments/routes.ts')
    expect(importsOf('server/cli.ts')).toContainEqual({ from: 'widget/build.ts', isLazy: true, isType: false })
  })

  test('nothing in the server says EXPLAIN: it leaves its statement open, and later writes are acknowledged and lost', () => {
    expect(SERVER.filter(file => /\bEXPLAIN\b/.test(read(file)))).toEqual([])
  })

  test('contract.ts imports nothing', () => {
    expect(importsOf('server/contract.ts')).toEqual([])
  })

  test.each([
    ...files('server/moderation/rules'),
    'server/moderation/decide.ts',
    'server/moderation/facts.ts',
    'server/moderation/draft.ts',
    'server/moderation/links.ts',
    ...files('server/moderation/lists'),
    'server/comments/fold.ts',
    'server/comments/readable.ts',
    'server/comments/look-alikes.ts',
    'server/comments/language.ts',
    'server/articles/closing.ts',
    'server/articles/key.ts',
    'server/sites/origins.ts',
  ])('%s is pure: no store, no Hono, no clock, no fetch', file => {
    const rooms = importsOf(file).map(({ from }) => from)
    for (const from of rooms) {
      expect(from).toMatch(
        /^server\/(contract|moderation\/((rules|lists)\/[a-z-]+|decide|facts|links)|articles\/key|sites\/(origins|settings)|comments\/(fold|look-alikes|language|markdown|plain-text|readable))\.ts$/,
      )
    }
    expect(read(file)).not.toMatch(/Date\.now|new Date\(\)|\bfetch\(|Math\.random|crypto\.|process\.|async\b/)
  })

  test('only the store imports drizzle and the database drivers', () => {
    for (const file of SERVER.filter(name => !name.startsWith('server/store/'))) {
      for (const { from } of importsOf(file))
        expect([file, from]).toEqual([file, expect.not.stringMatching(/^(drizzle-orm|@libsql)/)])
    }
  })

  test('a running server takes of drizzle what builds SQL: its root brings every database drizzle knows', () => {
    for (const file of SERVER.filter(name => name !== 'server/store/schema.ts')) {
      for (const { from, isType } of importsOf(file))
        if (!isType && from.startsWith('drizzle-orm'))
          expect([file, from]).toEqual([file, expect.stringMatching(/^drizzle-orm\/(sql|casing)$/)])
    }
  })

  test('a verb never imports routes: only the app does', () => {
    for (const file of SERVER.filter(name => name !== 'server/app.ts')) {
      for (const { from } of importsOf(file))
        expect([file, from]).toEqual([file, expect.not.stringMatching(/routes\.ts$/)])
    }
  })

  test('the app knows no runtime', () => {
    const reached = new Set<string>()
    const walk = (file: string) => {
      if (reached.has(file)) return
      reached.add(file)
      for (const { from, isType } of importsOf(file)) if (!isType && from.startsWith('server/')) walk(from)
    }
    walk('server/app.ts')
    for (const file of reached) {
      const packages = importsOf(file)
        .filter(({ isType }) => !isType)
        .map(({ from }) => from)
      for (const from of packages)
        expect([file, from]).toEqual([file, expect.not.stringMatching(/^(node:|@hono\/node-server|cloudflare:)/)])
      expect([file, /\bprocess\./.test(read(file))]).toEqual([file, false])
    }
    expect(reached.has('server/store/open-file.ts')).toBe(false)
  })

  test('other servers are asked through one door: the database’s and the mail server’s drivers go to the owner’s own', () => {
    const doors = ['server/http/outward.ts', 'server/http/node-dial.ts']
    for (const file of SERVER.filter(name => !doors.includes(name))) {
      const asks = read(file).match(
        /(?<![\w.])fetch\((?!\w+: )|globalThis\.fetch|new (WebSocket|EventSource|XMLHttpRequest)/,
      )?.[0]
      expect([file, asks]).toEqual([file, undefined])
      for (const { from, isType } of importsOf(file)) {
        if (isType) continue
        expect([file, from]).toEqual([file, expect.not.stringMatching(/^(node:(https|http2|tls|dgram|dns.*)|undici)$/)])
        if (/^node:(http|net)$/.test(from)) {
          const taken = read(file).match(new RegExp(`import \\{([^}]*)\\} from '${from}'`))![1]!
          // Whether something listens on a socket of our own, and whether the server of these settings is well.
          const isOwnSocket =
            (file === 'server/http/listen.ts' && /^\s*connect, createServer,/.test(taken)) ||
            (file === 'server/commands/health.ts' && taken.trim() === 'request')
          expect([
            file,
            isOwnSocket || !/\b(request|get|connect|createConnection|Socket)\b/.test(taken.replace(/type \w+/g, '')),
          ]).toEqual([file, true])
        }
      }
    }
  })

  test('the widget takes nothing of the server but the contract', () => {
    for (const file of WIDGET) {
      for (const { from } of importsOf(file)) {
        if (from.startsWith('server/')) expect([file, from]).toEqual([file, 'server/contract.ts'])
      }
    }
  })

  test('what every reader downloads reaches the extras only through import()', () => {
    for (const file of WIDGET.filter(name => /^widget\/(embed|shared)\//.test(name))) {
      for (const { from, isLazy, isType } of importsOf(file)) {
        if (from.startsWith('widget/extras/')) expect([file, from, isLazy || isType]).toEqual([file, from, true])
      }
    }
  })

  test('words are data: a locale imports types alone, and English ones what can be read anywhere', () => {
    const said = importsOf('locales/en.ts').filter(({ isType }) => !isType)
    expect(said.length).toBeGreaterThan(20)
    for (const file of [...files('locales').filter(name => !name.endsWith('/en.ts')), ...said.map(({ from }) => from)])
      for (const { from, isType } of importsOf(file))
        expect([file, isType || from]).toEqual([file, isType || 'widget/extras/present/known.ts'])
    expect(importsOf('widget/extras/present/known.ts').filter(({ isType }) => !isType)).toEqual([])
  })

  test('the server reads a locale when it is asked for, by one door', () => {
    for (const file of SERVER)
      for (const { from, isType } of importsOf(file))
        if (!isType && from.startsWith('locales/')) expect([file, from]).toEqual([file, 'locales/locale.ts'])
    expect(SERVER.filter(file => /import\(`[^`]*locales/.test(read(file)))).toEqual(['server/locales.ts'])
  })

  test('no HTML is made from a string in the widget', () => {
    for (const file of WIDGET) {
      expect([
        file,
        read(file).match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser/i)?.[0],
      ]).toEqual([file, undefined])
    }
  })

  test('no page of the desk says that Parley is at the root of its host', () => {
    for (const file of WIDGET.filter(name => name.startsWith('widget/desk/'))) {
      expect([file, read(file).match(/(href|src|action)=({`|{'|")\/(?!\/).*/)?.[0]]).toEqual([file, undefined])
    }
  })

  test('no room is a drawer for odds and ends', () => {
    for (const file of [...SERVER, ...files('widget'), ...files('test')]) {
      expect(file).not.toMatch(/(^|\/)(utils?|lib|helpers?|common|services?|managers?)(\/|\.tsx?$)/)
    }
  })

  test('at the root stand the rooms and the few files that tools insist on', () => {
    const known =
      /^(server|widget|locales|migrations|deploy|docs|recipes|test|dist|data|node_modules|package\.json|package-lock\.json|CHANGELOG\.md|wrangler\.toml|README\.md|SECURITY\.md|LICENSE|tsconfig\.json|biome\.json|vitest\.config\.ts|\..+)$/
    for (const name of readdirSync(ROOT)) expect(name).toMatch(known)
  })
})
