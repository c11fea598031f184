import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../server/store/open.ts'

const folders: string[] = []

/** A migrated database file of its own, gone when the test process ends. */
export async function openNodeStore() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'))
  if (folders.push(folder) === 1)
    process.once('exit', () => {
      for (const each of folders) rmSync(each, { recursive: true, force: true })
    })
  return openStore({ databaseUrl: `file:${join(folder, 'parley.db')}`, databaseToken: undefined })
}
