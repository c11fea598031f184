import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { helpOn } from '../../server/commands/manual.ts'
import { SETTINGS } from '../../server/config.ts'
import { PROBLEM_CODES } from '../../server/contract.ts'
import { problemDocument } from '../../server/problems.ts'
import { SITE_SETTINGS, spellSetting } from '../../server/sites/settings.ts'

const ROOT = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')
const README = read('README.md')
const DOCUMENTS = readdirSync(new URL('docs', ROOT)).map(name => `docs/${name}`)
const SETTINGS_TABLES = read('docs/SETTINGS.md')
/** The README and the documents that it leads to. */
const ALL = [README, ...DOCUMENTS.map(read)].join('\n')

describe('the documents', () => {
  test('have every setting, with its default and its words', () => {
    for (const { name, default: fallback, words } of SETTINGS) {
      expect(SETTINGS_TABLES).toContain(
        `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\` `}| ${words} |`.replace('|  |', '| |'),
      )
    }
  })

  test('have every site setting with its words', () => {
    for (const [name, { default: fallback, words }] of Object.entries(SITE_SETTINGS)) {
      const spelt = spellSetting(fallback)
      expect(SETTINGS_TABLES).toContain(`| \`${name}\` | ${spelt && `\`${spelt}\` `}| ${words} |`)
    }
  })

  test('name only commands that there are', () => {
    const help = execFileSync(process.execPath, ['server/cli.ts', 'help'], { encoding: 'utf8' })
    const commands = [...ALL.matchAll(/npm run (?:-s )?parley -- ((?:site )?[a-z]+)/g)].map(match => match[1]!)
    expect(commands.length).toBeGreaterThan(3)
    for (const command of commands) expect(help).toContain(`parley ${command}`)
    const typed = [...ALL.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.split('\n'))
    for (const line of typed.filter(each => each.includes('parley -- '))) {
      const [command = ''] = line.split(/\s+#/)
      // npm says what it runs on standard output, where only `-s` keeps it out of the file.
      if (/ > | \| |--json/.test(command)) expect(command).toContain('npm run -s parley')
      // Each flag is one that the help tells of for this command.
      const noun = command.split('parley -- ')[1]!.split(' ')[0]!
      for (const [flag] of command.matchAll(/--[a-z-]+/g))
        if (flag !== '--json') expect(helpOn(help, noun)).toContain(flag)
    }
    // What is typed as root on the machine of a service, or needs an account, stands in blocks of “shell”: nobody runs those to try them.
    for (const line of typed) expect(line).not.toMatch(/^(parley|docker|systemctl|cp|ln|install|cd) /)
    for (const [, command] of ALL.matchAll(/^(?:docker exec (?:-i )?parley )?parley ((?:site )?[a-z]+)/gm))
      expect(help).toContain(`parley ${command}`)
    const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    for (const [, script] of ALL.matchAll(/npm run ([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(script)
  }, 20_000)

  test('the README is read in ten minutes, and leads to every other; no link between them is dead', () => {
    expect(README.split('\n').length).toBeLessThan(350)
    for (const path of DOCUMENTS) expect(README).toContain(`](${path})`)
    const heads = (text: string) =>
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, head]) =>
        head!
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      )
    for (const path of ['README.md', 'recipes/README.md', ...DOCUMENTS]) {
      for (const [, to] of read(path).matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
        const url = new URL(to!, new URL(path, ROOT))
        const anchor = url.hash.slice(1)
        url.hash = ''
        expect(existsSync(url), `${path}: ${to}`).toBe(true)
        if (anchor) expect(heads(readFileSync(url, 'utf8')), `${path}: ${to}`).toContain(anchor)
      }
    }
  })

  test('what verifies a webhook’s signature in the documents takes what is signed, and nothing else', async () => {
    const [, code] = /```js\n(import \{ createHmac, timingSafeEqual[\s\S]*?)```/.exec(read('docs/MACHINES.md'))!
    const file = join(mkdtempSync(join(tmpdir(), 'parley-signature-')), 'verify.mjs')
    writeFileSync(file, code!)
    const { isFromParley } = (await import(/* @vite-ignore */ file)) as {
      isFromParley(headers: Record<string, string>, body: string, secret: string): boolean
    }
    const [secret, other] = ['first', 'second'].map(name => `whsec_${btoa(`the ${name} secret of this webhook`)}`) as [
      string,
      string,
    ]
    const body = '{"type":"comment.published","text":"سلام"}'
    const signed = (by: string, at = new Date()) => ({
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(by).sign('msg_1', at, body),
    })
    const headers = signed(secret)
    expect(isFromParley(headers, body, secret)).toBe(true)
    const both = `${signed(other)['webhook-signature']} ${headers['webhook-signature']}`
    expect(isFromParley({ ...headers, 'webhook-signature': both }, body, secret)).toBe(true)
    expect(isFromParley(headers, `${body} `, secret)).toBe(false)
    expect(isFromParley(headers, body, other)).toBe(false)
    expect(isFromParley({ ...headers, 'webhook-id': 'msg_2' }, body, secret)).toBe(false)
    expect(isFromParley(signed(secret, new Date(Date.now() - 600_000)), body, secret)).toBe(false)
    expect(isFromParley({}, body, secret)).toBe(false)
  })
})

test('each threat of SECURITY.md names tests and rooms of the torture that there are', () => {
  const rows = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8').match(/^\| (?!threat|---).*$/gm)!
  expect(rows.length).toBeGreaterThan(15)
  for (const row of rows) {
    const shown = row.split('|').at(-2)!
    const named = [...shown.matchAll(/`(test\/[^`]+)`/g)].map(match => match[1]!)
    const rooms = shown.includes('torture `')
      ? [
          ...shown
            .split('torture')
            .at(-1)!
            .matchAll(/`(\w+)`/g),
        ]
      : []
    const files = [...named, ...rooms.map(([, room]) => `test/torture/${room}.ts`)]
    expect(files, row).not.toEqual([])
    for (const file of files) expect(existsSync(new URL(`../../${file}`, import.meta.url)), file).toBe(true)
  }
})

test('every refusal has a status of its own kind and words that say what to do', () => {
  for (const code of PROBLEM_CODES) {
    const { status, title, detail, type } = problemDocument(code)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    expect(detail).toMatch(/\.$|`\.$/)
    expect(type).toBe(`urn:parley:problem:${code}`)
  }
})
