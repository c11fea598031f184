import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { helpOn } from '../../server/commands/manual.ts'
import { SETTINGS } from '../../server/config.ts'
import { PROBLEM_CODES } from '../../server/contract.ts'
import { problemDocument } from '../../server/problems.ts'
import { SITE_SETTINGS, spellSetting } from '../../server/sites/settings.ts'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

describe('the README', () => {
  test('has every setting, with its default and its words', () => {
    for (const { name, default: fallback, words } of SETTINGS) {
      expect(README).toContain(
        `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\` `}| ${words} |`.replace('|  |', '| |'),
      )
    }
  })

  test('has every site setting with its words', () => {
    for (const [name, { default: fallback, words }] of Object.entries(SITE_SETTINGS)) {
      const spelt = spellSetting(fallback)
      expect(README).toContain(`| \`${name}\` | ${spelt && `\`${spelt}\` `}| ${words} |`)
    }
  })

  test('names only commands that there are', () => {
    const help = execFileSync(process.execPath, ['server/cli.ts', 'help'], { encoding: 'utf8' })
    const commands = [...README.matchAll(/npm run (?:-s )?parley -- ((?:site )?[a-z]+)/g)].map(match => match[1]!)
    expect(commands.length).toBeGreaterThan(3)
    for (const command of commands) expect(help).toContain(`parley ${command}`)
    const typed = [...README.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) => block!.split('\n'))
    for (const line of typed.filter(each => each.includes('parley -- '))) {
      const [command = ''] = line.split(/\s+#/)
      // npm says what it runs on standard output, where only `-s` keeps it out of the file.
      if (/ > | \| |--json/.test(command)) expect(command).toContain('npm run -s parley')
      // Each flag is one that the help tells of for this command.
      const noun = command.split('parley -- ')[1]!.split(' ')[0]!
      for (const [flag] of command.matchAll(/--[a-z-]+/g))
        if (flag !== '--json') expect(helpOn(help, noun)).toContain(flag)
    }
    for (const line of typed) expect(line).not.toMatch(/^parley /)
    const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    for (const [, script] of README.matchAll(/npm run ([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(script)
  }, 20_000)
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
