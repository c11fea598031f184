import { execFileSync } from 'node:child_process'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

/** Chromium on this machine, or null; `CHROMIUM` names another. */
export const CHROMIUM = ((): string | null => {
  if (process.env['CHROMIUM']) return process.env['CHROMIUM']
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim()
    } catch {}
  }
  return null
})()

const FLAGS =
  '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run'

/** Starts Chromium, which must be on this machine. */
export const launchChromium = (options: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM!, args: FLAGS.split(' '), ...options })
