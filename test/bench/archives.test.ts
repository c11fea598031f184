import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { differenceOf } from './archives.ts'

test('archives are equal where their rows are, and else it is known from which byte they differ', async () => {
  const at = mkdtempSync(join(tmpdir(), 'parley-archives-'))
  const archive = (name: string, ...lines: string[]) => {
    writeFileSync(join(at, name), lines.map(line => `${line}\n`).join(''))
    return join(at, name)
  }
  const rows = ['{"kind":"sites"}', `{"text":"${'x'.repeat(3_000_000)}"}`]
  const one = archive('one', '{"at":1}', ...rows, '{"kind":"end"}')
  expect(await differenceOf(one, archive('later', '{"at":1000}', ...rows, '{"kind":"end","sha256":""}'))).toBe(null)
  expect(await differenceOf(one, archive('cut', '{"at":1}', rows[0]!, '{"kind":"end"}'))).toBe(rows[0]!.length + 1)
  const changed = archive('changed', '{"at":1}', rows[0]!, rows[1]!.replace(/x"}$/, 'y"}'), '{"kind":"end"}')
  expect(await differenceOf(one, changed)).toBe(rows.join('\n').length - 3)
})
