import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { PLAIN_HEADERS } from '../http/refusal-page.ts'

/** The accent of links, brought near to the text so that it can be read in either scheme. */
const LINKS = 'a{color:color-mix(in srgb,var(--parley-accent) 70%,var(--parley-text,CanvasText))}'

/**
 * How a site's thread looks, as the style of a page without JavaScript. The colour of text comes with that of the ground it is
 * read on, or not at all: the page follows its reader's scheme.
 * @param theme the setting, as an address spells it; what may stand in it is held by the setting, nothing of it ends a rule
 * @returns a style sheet; '' where nothing is set
 */
export function lookOf(theme: string | undefined): string {
  const set = new URLSearchParams(theme)
  const hasGround = set.has('text') && set.has('background')
  const rules = [...set].filter(([name]) => hasGround || (name !== 'text' && name !== 'background'))
  if (rules.length === 0) return ''
  const properties = `:root{${rules.map(([name, value]) => `--parley-${name}:${value}`).join(';')}}`
  return set.has('accent') ? `${LINKS}${properties}` : properties
}

/** What a plain page says of itself that has this one style beside its file. */
export const lookHeaders = (style: string): Record<string, string> => {
  if (style === '') return PLAIN_HEADERS
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(style))))
  const policy = PLAIN_HEADERS['Content-Security-Policy'].replace(
    "style-src 'self'",
    `style-src 'self' 'sha256-${hash}'`,
  )
  return { ...PLAIN_HEADERS, 'Content-Security-Policy': policy }
}
