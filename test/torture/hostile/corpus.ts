import { ADDRESSES } from './addresses.ts'
import { ATTRIBUTES } from './attributes.ts'
import { BIDI } from './bidi.ts'
import { CSV } from './csv.ts'
import { HTML } from './html.ts'
import { LINES } from './lines.ts'
import { MAIL } from './mail.ts'
import { MARKDOWN } from './markdown.ts'
import { PATHS } from './paths.ts'
import { PROTOTYPES } from './prototypes.ts'
import { SVG } from './svg.ts'
import { TEMPLATES } from './templates.ts'
import { XML } from './xml.ts'

/** Hostile strings by what they attack. Each is meant to go everywhere, not only where it was made for. */
export const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  html: HTML,
  attributes: ATTRIBUTES,
  addresses: ADDRESSES,
  svg: SVG,
  markdown: MARKDOWN,
  mail: MAIL,
  lines: LINES,
  csv: CSV,
  xml: XML,
  bidi: BIDI,
  prototypes: PROTOTYPES,
  templates: TEMPLATES,
  paths: PATHS,
}

/** All of them. What is in each that runs sets the global `__ran`; what loads asks the host `canary.invalid`. */
export const CORPUS: readonly string[] = Object.values(FAMILIES).flat()
