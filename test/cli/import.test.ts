import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openStore } from '../../server/store/open.ts'
import { disqusXml, post, thread } from '../exchange/fixtures/disqus.ts'

test('the command shows what would land where, brings it in, and brings nothing twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-import-'))
  const databaseUrl = `file:${join(folder, 'parley.db')}`
  const store = await openStore({ databaseUrl, databaseToken: undefined })
  const origins = ['https://daily.example']
  await store.sites.add({ id: 'daily', name: 'Daily', origins, settings: {}, isDemo: false, createdAt: 1 })
  await store.close()
  const file = join(folder, 'disqus.xml')
  const comments = [post({ id: '1' }), post({ id: '2', parent: '1' }), post({ id: '3', thread: 'none' })]
  comments.push(thread('t2', 'https://m.daily.example/story'), post({ id: '4', thread: 't2' }))
  writeFileSync(file, disqusXml(thread('t1', 'https://daily.example/story'), ...comments))
  const parley = async (...args: string[]) => {
    const env = { ...process.env, PARLEY_DATABASE_URL: databaseUrl }
    const ended = await promisify(execFile)(process.execPath, ['server/cli.ts', 'import', ...args], { env }).catch(
      e => e,
    )
    return { out: String(ended.stdout), err: String(ended.stderr), code: ended.code ?? 0 }
  }
  const dry = await parley('disqus', file, '--site', 'daily', '--dry-run')
  expect(dry.out).toContain('/story  2 comments, a new article')
  // A host that the site lacks has pages of its own, or is another name of the same ones.
  const adds = 'npm run parley -- site set daily --origin https://m.daily.example'
  expect(dry.out).toContain(`is this site’s, too (1 comment): ${adds}\n`)
  expect(dry.out).toContain(`in one thread each: ${adds} --setting aliases=m.daily.example\n`)
  const first = JSON.parse((await parley('disqus', file, '--site', 'daily', '--json')).out)
  expect(first).toMatchObject({ imported: 2, merged: 0 })
  expect(first.skipped.flatMap(({ such }: { such: string[] }) => such).sort()).toEqual(['3', '4'])
  const second = await parley('disqus', file, '--site', 'daily')
  expect(second.out).toContain('0 comments came in; 2 had come before; 2 were left out.')
  const wrong = await parley('hotmail', file, '--site', 'daily')
  expect(wrong.code).toBe(2)
  expect(wrong.err).toContain('“hotmail” is no format')
}, 60_000)
