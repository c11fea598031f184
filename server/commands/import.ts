import type { Store } from '../store/store.ts'
import { type Command, type Say, Usage } from './command.ts'
import { importParley } from './import-archive.ts'

/** `parley import FORMAT FILE`. */
export async function importFile(store: Store, words: string[], flags: Command['flags'], say: Say): Promise<void> {
  const [format, path] = words
  if (format === 'parley') return importParley(store, path, flags, say)
  throw new Usage('Name the format and the file: npm run parley -- import parley FILE [--site ID] [--dry-run]')
}
