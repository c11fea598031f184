import { parley } from '../called.ts'
import { SETTINGS } from '../config.ts'
import { SITE_SETTINGS, spellSetting } from '../sites/settings.ts'
import { folded } from './manual.ts'

/** `parley help settings`: each setting of a site and of the installation, with its default and what it does. */
export function settingsHelp(): string {
  const site = Object.entries(SITE_SETTINGS).map(([name, { default: usual, words }]) =>
    entry(name, spellSetting(usual), words),
  )
  const own = SETTINGS.map(({ name, default: usual, words }) => entry(name, usual, words))
  return [
    `What a site can set: ${parley()} site set ID --setting NAME=VALUE, or at the desk under “Site” and “Policy”.`,
    ...site,
    'What the installation is started with, as variables of its environment:',
    ...own,
  ].join('\n\n')
}

/** A setting with its words below it. */
const entry = (name: string, usual: string, words: string) =>
  `  ${name}${usual === '' ? '' : `   (${usual})`}\n${folded(`      ${words.replaceAll('`', '')}`)}`
