import { treeOf } from '../comments/markdown.ts'
import { readable } from '../comments/readable.ts'
import { type Block, hasInk } from '../contract.ts'
import type { SiteSettings } from './settings.ts'

/** Sites' guidelines as they were read last: a thread's first page does not wait for Markdown. */
const read = new Map<string, Block[]>()
const REMEMBERED = 200

/** What a site asks of those who write, as a tree; empty where it asks nothing. */
export function guidelinesOf({ guidelines }: Pick<SiteSettings, 'guidelines'>): Block[] {
  if (!hasInk(guidelines)) return []
  const tree = read.get(guidelines) ?? treeOf(readable(guidelines))
  if (read.size >= REMEMBERED) read.clear()
  read.set(guidelines, tree)
  return tree
}
