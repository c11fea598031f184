import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM, openStage, type Stage } from './stage.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

describe.skipIf(!CHROMIUM)('a page that is left open over new releases', () => {
  let stage: Stage
  let checkout: string
  let release = 0
  beforeAll(async () => {
    stage = await openStage()
    checkout = mkdtempSync(join(tmpdir(), 'parley-releases-'))
    for (const name of ['widget', 'locales', 'server', 'package.json', 'package-lock.json', 'tsconfig.json']) {
      cpSync(join(ROOT, name), join(checkout, name), { recursive: true })
    }
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'))
    releases()
  })
  afterAll(async () => {
    await stage?.end()
    rmSync(checkout, { recursive: true, force: true })
  })

  /** Builds the next release, in which every lazy piece that is needed to write is another. */
  function releases() {
    release += 1
    const words = join(checkout, 'widget/extras/writing/english.ts')
    writeFileSync(words, readFileSync(words, 'utf8').replace(/posting: '.*'/, `posting: 'Posting ${release}'`))
    execFileSync(process.execPath, ['widget/build.ts'], { cwd: checkout, stdio: 'pipe' })
  }

  const file = (name: string) => join(checkout, 'dist/public', name)
  const writingPiece = () => /assets\/writing-[\w-]+\.js/.exec(readFileSync(file('embed.js'), 'utf8'))![0]

  /** A reader whose browser gets the files of the newest release. */
  async function arrives(): Promise<Page> {
    const { page } = await stage.opens()
    await page.route(/\/(embed\.js|assets\/[^/]+\.js)$/, route => {
      const path = file(new URL(route.request().url()).pathname.slice(1))
      const headers = { 'access-control-allow-origin': '*' }
      return existsSync(path) ? route.fulfill({ path, headers }) : route.fulfill({ status: 404, headers })
    })
    await page.goto(stage.sample)
    await page
      .getByText(/Nobody has written yet|comment/)
      .first()
      .waitFor()
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /present-/.test(name)))
    return page
  }

  const box = (page: Page) => page.getByRole('textbox', { name: 'Write a comment' })

  async function postsAndSees(page: Page, text: string) {
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.getByRole('article').filter({ hasText: text }).getByText('Waiting').waitFor()
  }

  test('still loads its lazy pieces after the next one', async () => {
    const page = await arrives()
    const piece = writingPiece()
    releases()
    expect(writingPiece()).not.toBe(piece)
    const loaded = page.waitForResponse(`**/${piece}`)
    await box(page).fill('From the release before')
    expect((await loaded).ok()).toBe(true)
    await postsAndSees(page, 'From the release before')
  })

  test('is told what to do when they are gone, and loses nothing that was typed', async () => {
    const page = await arrives()
    const piece = writingPiece()
    for (const _ of [1, 2]) releases()
    expect(existsSync(file(piece))).toBe(false)
    await box(page).fill('Typed three')
    await page.getByText('What it takes to post could not be loaded').waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('What it takes to post could not be loaded').waitFor()
    await box(page).fill('Typed three releases later')
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await expect.poll(() => box(page).inputValue()).toBe('')
    await box(page).click()
    await expect.poll(() => box(page).inputValue()).toBe('Typed three releases later')
    await postsAndSees(page, 'Typed three releases later')
  })

  test('never meets a script whose pieces are not there yet', () => {
    const written = (name: string) => statSync(file(name)).mtimeMs
    for (const name of readdirSync(file('assets')))
      expect(written('embed.js')).toBeGreaterThanOrEqual(written(`assets/${name}`))
  })
})
