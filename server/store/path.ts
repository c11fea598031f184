import { fileURLToPath } from 'node:url'

/** The path of a `file:` database; null for any other. */
export function pathOf(url: string): string | null {
  if (!url.startsWith('file:')) return null
  return url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length).split('?')[0]!
}
