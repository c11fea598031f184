import { execFileSync } from 'node:child_process'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

/** The first of these programs on this machine, or null; `CHROMIUM` names another. */
function found(...names: string[]): string | null {
  if (process.env['CHROMIUM']) return process.env['CHROMIUM']
  for (const name of names) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim()
    } catch {}
  }
  return null
}

const SHELL = 'chromium-headless-shell'
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Chromium on this machine; first its headless shell, which is the same engine, and with which tests take half as long. */
export const CHROMIUM = found(SHELL, ...BROWSERS)

/** The whole browser, for what the shell lacks: it keeps no page for the way back. */
export const WHOLE_CHROMIUM = found(...BROWSERS)

const FLAGS =
  '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run'

/** Starts Chromium, which must be on this machine. */
export const launchChromium = (options: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM!, args: FLAGS.split(' '), ...options })

let shared: Promise<Browser> | undefined

/** The browser of all test files of this process; it ends with it. Who opens a profile in it closes that. */
export async function sharedChromium(): Promise<Browser> {
  if (!(await shared)?.isConnected()) shared = launchChromium()
  return shared!
}
