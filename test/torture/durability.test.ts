import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Table } from '../bench/table.ts'
import { closeStage, comeBack, openStage } from './durability/stage.ts'

test('what was acknowledged is there after the server was killed, once, and what had no answer can be sent again', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const at = mkdtempSync(join(tmpdir(), 'parley-durable-'))
  const stage = await openStage({ table: new Table(), isQuick: true, seed }, at)
  for (let kills = 0; kills < 3; kills++) {
    await pause(100 + stage.random() * 300)
    await stage.host.kill()
    await comeBack(stage)
  }
  await pause(200)
  const outcome = await closeStage(stage)
  expect(outcome, `seed ${seed}`).toEqual({ lost: [], twice: [], unasked: [], unsound: [], faults: [] })
  expect(stage.crowd.acknowledged).toBeGreaterThan(20)
}, 120_000)
