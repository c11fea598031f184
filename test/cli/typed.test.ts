import { exec } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'

const README = ['README.md', 'docs/MOVING.md', 'docs/PRIVACY.md', 'docs/RUNNING.md']
  .map(name => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))
  .join('\n')

/** The lines of the shell blocks of README and docs that run Parley and hand what it prints to a file or a program. */
const PIPED = [...README.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block]) => block!.split('\n'))
  .map(line => line.split(/\s+#/)[0]!)
  .filter(line => line.includes('parley -- ') && / [|>] /.test(line))

test('what the README pipes works as it is typed: nothing of npm’s own is in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-typed-'))
  const databaseUrl = `file:${join(folder, 'parley.db')}`
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  await store.sites.add({ id: 'daily', name: 'Daily', origins: [], settings: {}, isDemo: false, createdAt: 1 })
  await store.close()
  expect(PIPED.length).toBeGreaterThan(0)
  for (const line of PIPED) {
    const into = / > ([^\s)]+)\)?$/.exec(line)![1]!
    const typed = line.replace(` > ${into}`, ` > ${join(folder, into)}`)
    await promisify(exec)(typed, { env: { ...process.env, PARLEY_DATABASE_URL: databaseUrl } })
    const bytes = readFileSync(join(folder, into))
    const text = (into.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
    expect(
      () =>
        text
          .trimEnd()
          .split('\n')
          .map(each => JSON.parse(each)),
      line,
    ).not.toThrow()
    expect(text.split('\n')[0]).toContain('"kind":"parley"')
  }
}, 60_000)
