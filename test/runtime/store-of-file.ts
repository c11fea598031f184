import type { Store } from '../../server/store/store.ts'
import { inWorkerd } from './in-workerd.ts'

let opened: Promise<Store> | undefined

/** The real, migrated database of the test file that runs now: empty when the file begins, one for all its worlds. */
export function storeOfFile(): Promise<Store> {
  opened ??= inWorkerd
    ? import('./workers-store.ts').then(({ openWorkersStore }) => openWorkersStore())
    : import('./node-store.ts').then(({ openNodeStore }) => openNodeStore())
  return opened
}

/** The next file begins: its worlds have a database of their own. */
export function beginFile(): void {
  opened = undefined
}
