import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { chance } from '../bench/seed/chance.ts'
import { Table } from '../bench/table.ts'
import { Host } from './durability/host.ts'
import { killedBackingUp, killedImporting, killedRestoring, packed } from './durability/killed-commands.ts'
import { smallDisk } from './durability/small-disk.ts'
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

test('a backup, a restore and an import that are killed leave what was there or all that comes, and can be done again', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const random = chance(seed)
  const luggage = await packed(mkdtempSync(join(tmpdir(), 'parley-killed-')), 100)
  for (const killed of [killedBackingUp, killedRestoring, killedImporting])
    expect((await killed(luggage, random, 1)).faults, `seed ${seed}, ${killed.name}`).toEqual([])
}, 120_000)

test('on a full disk, with the log on it, the server starts and goes on: it refuses to write, and writes once there is room', async context => {
  const at = mkdtempSync(join(tmpdir(), 'parley-full-'))
  const disk = smallDisk(at, 8)
  if (!disk) return context.skip('this machine lets nobody mount a disk')
  onTestFinished(disk.unmount)
  const log = join(at, 'server.log')
  // No room is left in what the log has already.
  writeFileSync(log, ' '.repeat(4096))
  const host = new Host(join(at, 'parley.db'), log)
  await host.start()
  const post = async (text: string) => {
    const json = { site: 'demo', url: 'http://localhost:4000/story', text, name: 'Ada' }
    const headers = { Authorization: `Bearer prl_${'a'.repeat(43)}`, 'Content-Type': 'application/json' }
    const response = await fetch(`${host.address}/api/comments`, {
      method: 'POST',
      headers,
      body: JSON.stringify(json),
    })
    return { status: response.status, after: response.headers.get('retry-after') }
  }
  disk.fill()
  await host.kill()
  await host.start()
  for (const text of ['One', 'Two']) expect(await post(text)).toEqual({ status: 507, after: '30' })
  expect((await fetch(`${host.address}/healthz`)).status).toBe(200)
  disk.clear()
  expect((await post('One')).status).toBe(201)
  expect(host.faults).toEqual([])
  await host.stop()
}, 120_000)
