import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { migrationFiles } from '../../server/store/migrate.ts'
import { folder, startProgram } from '../bench/processes.ts'
import { chance } from '../bench/seed/chance.ts'
import { formerDatabase } from './durability/former.ts'
import { Host } from './durability/host.ts'
import { killedBackingUp, killedImporting, killedRestoring, packed } from './durability/killed-commands.ts'
import { seal, smallDisk, unseal } from './durability/small-disk.ts'
import { beside, closeStage, comeBack, openStage, type Stage, tell } from './durability/stage.ts'
import type { Torture } from './run.ts'

/** What was acknowledged stays, and stays once, whatever is done to the process, the file and the disk. */
export async function tortureDurability(torture: Torture): Promise<void> {
  const { isQuick } = torture
  const stage = await openStage(torture, join(folder, 'durable'))
  await killed(stage, torture, isQuick ? 5 : 200)
  await killedAtWork(stage, torture, isQuick ? 1 : 8)
  await held(stage, torture, isQuick ? [400] : [50, 500, 1_500, 4_000])
  await sealed(stage, torture)
  await watched(stage, torture)
  tell(await closeStage(stage), stage, torture, 'under kills, locks and a read-only file')
  await onFullDisk(torture)
  await killedMigrating(torture, isQuick ? 2 : 20)
  await killedMoving(torture, isQuick ? 2 : 40)
}

/** SIGKILL at any moment, also while it starts; now and then with the command line at work beside it. */
async function killed(stage: Stage, { table }: Torture, times: number): Promise<void> {
  const { host, random } = stage
  let copies = 0
  for (let turn = 0; turn < times; turn++) {
    await pause(random() * 600)
    const copy = join(folder, `copy-${turn}.db`)
    const commands = random() < 0.1 ? [host.command(['backup', copy]), host.command(['doctor', '--json'])] : []
    if (commands.length > 0) await pause(random() * 300)
    await host.kill()
    for (const { code, out, err } of await Promise.all(commands)) {
      if (code !== 0) host.faults.push(`a command beside the kill ended with ${code}: ${out}${err}`)
    }
    if (commands.length > 0) copies += await soundCopy(host, copy)
    if (random() < 0.1) await host.startInVain(random() * 400)
    await comeBack(stage)
  }
  table.tell('SIGKILLs at moments drawn by lot', String(host.kills))
  table.tell('backups made beside writers and kills, each with all that was acknowledged before', String(copies))
}

/** Whether a backup is whole: it opens, and everything in it adds up. */
async function soundCopy(host: Host, copy: string): Promise<number> {
  const { code, out, err } = await new Host(copy, '/dev/null').command(['doctor', '--json'])
  if (code !== 0) host.faults.push(`a backup does not add up: ${out}${err}`)
  rmSync(copy, { force: true })
  return 1
}

/** SIGKILL of what is at work: a backup, a move of a thread, a server that is about to stop. */
async function killedAtWork(stage: Stage, { table }: Torture, times: number): Promise<void> {
  const { host, random } = stage
  let [begun, whole] = [0, 0]
  for (let turn = 0; turn < times; turn++) {
    const copy = join(folder, 'half.db')
    const isBegun = () => readdirSync(folder).some(name => name.startsWith('half.db'))
    await host.command(['backup', copy], { once: isBegun, after: random() * 80 })
    if (isBegun()) begun += 1
    if (existsSync(copy)) whole += await soundCopy(host, copy)
    const again = await host.command(['backup', copy])
    // Where the first one was whole, it is gone by now.
    if (again.code !== 0) host.faults.push(`no backup after one that was killed: ${again.err}`)
    await soundCopy(host, copy)

    const [from, to] = [`/story-${3 + (turn % 2)}`, `/story-${8 + turn}`]
    const move = ['move', '--site', 'demo', from, to, '--no-forward']
    await host.command(move, { after: 250 + random() * 750 })
    const moved = await host.command(move)
    if (moved.code !== 0) host.faults.push(`a move could not go on: ${moved.err}`)

    await host.killStopping(random() * 40)
    await comeBack(stage)
  }
  table.tell(
    'backups, moves and orderly stops killed in the midst',
    `${times} each; ${begun} backups had begun, ${whole} were whole`,
  )
}

/** Another program holds the database, for longer than anybody waits, too. */
async function held(stage: Stage, { table }: Torture, times: readonly number[]): Promise<void> {
  const { host, crowd } = stage
  for (const ms of times) {
    const before = crowd.acknowledged
    const refused = crowd.refused.get('busy') ?? 0
    let meanwhile = 0
    const seen = await beside(host, async () => {
      const holder = await startProgram(process.execPath, ['test/torture/durability/hold.ts', host.file, String(ms)], {
        ready: 'held',
      })
      meanwhile = crowd.acknowledged
      await holder.ended
    })
    const served = await servedWithin(stage)
    const told = `${(crowd.refused.get('busy') ?? 0) - refused} writes were told to come back, ${meanwhile - before} before`
    table.hold(
      `slowest read while another program held the database for ${ms} ms; ${told}`,
      seen.slowest,
      { atMost: 1_000 },
      { unit: 'ms' },
    )
    table.hold('reads refused meanwhile', seen.refused, { atMost: 0 })
    table.hold('from then until writes went through', served, { atMost: 1_000 }, { unit: 'ms' })
  }
}

/** The file is closed to everybody for a while; reading goes on, and writing after that, without a restart. */
async function sealed(stage: Stage, { table }: Torture): Promise<void> {
  const { host } = stage
  const seen = await beside(host, async () => {
    if (!seal(host.file)) return table.tell('read-only file: left out, this machine lets nobody seal a file', '')
    await pause(1_500)
    unseal(host.file)
  })
  table.hold('reads refused while the file was read-only', seen.refused, { atMost: 0 })
  table.hold('from then until writes went through', await servedWithin(stage), { atMost: 1_000 }, { unit: 'ms' })
}

/** What the command line costs a server that is written to: the slowest read beside it. */
async function watched({ host }: Stage, { table }: Torture): Promise<void> {
  const calm = await beside(host, () => pause(1_000))
  table.tell('slowest read beside the writers alone', `${Math.round(calm.slowest)} ms`)
  const copy = join(folder, 'beside.db')
  for (const args of [
    ['doctor', '--json'],
    ['backup', copy],
  ]) {
    const seen = await beside(host, () => host.command(args))
    table.hold(`slowest read beside parley ${args[0]}`, seen.slowest, { atMost: 1_000 }, { unit: 'ms' })
  }
  rmSync(copy, { force: true })
}

/** The disk is full, with the log on it, too; then there is room again. */
async function onFullDisk(torture: Torture): Promise<void> {
  const { table, isQuick } = torture
  const at = join(folder, 'small')
  const disk = smallDisk(at, 48)
  if (!disk) return table.tell('full disk: left out, this machine lets nobody mount one', '')
  const stage = await openStage(torture, at)
  for (let turn = 0; turn < (isQuick ? 1 : 5); turn++) {
    await pause(300)
    const seen = await beside(stage.host, async () => {
      disk.fill()
      await pause(800)
      const copy = await stage.host.command(['backup', join(at, 'copy.db')])
      if (copy.code !== 1 || !copy.err.includes('no room'))
        stage.host.faults.push(`backup said: ${copy.out}${copy.err}`)
    })
    table.hold('reads refused while the disk was full', seen.refused, { atMost: 0 })
    if (turn % 2 === 1) {
      await stage.host.kill()
      await comeBack(stage)
    }
    disk.clear()
    table.hold('from then until writes went through', await servedWithin(stage), { atMost: 1_000 }, { unit: 'ms' })
  }
  tell(await closeStage(stage), stage, torture, 'on a disk that fills up')
  disk.unmount()
}

/** Backups, restores and imports of an archive, killed. */
async function killedMoving({ table, seed, isQuick }: Torture, times: number): Promise<void> {
  const luggage = await packed(join(folder, 'luggage'), isQuick ? 300 : 3_000)
  for (const [what, killed] of [
    ['backups', killedBackingUp],
    ['restores', killedRestoring],
    ['imports of an archive', killedImporting],
  ] as const) {
    const { amid, faults } = await killed(luggage, chance(seed), times)
    for (const fault of faults) table.remark(`${what}: ${fault}`)
    table.hold(
      `${what} killed, of ${times}, that left something in between (${amid} killed amid the work)`,
      faults.length,
      {
        atMost: 0,
      },
    )
  }
}

/** A database of the former version, and an empty one, whose first start is killed. */
async function killedMigrating(torture: Torture, times: number): Promise<void> {
  const random = chance(torture.seed)
  let [unsound, halfWay] = [0, 0]
  for (let turn = 0; turn < times; turn++) {
    const host = new Host(join(folder, `former-${turn}.db`), join(folder, 'former.log'))
    if (turn % 2 === 0) {
      // Copied, so that nobody has it open.
      await formerDatabase(`${host.file}.former`)
      for (const log of ['', '-wal']) copyFileSync(`${host.file}.former${log}`, host.file + log)
    }
    await host.startInVain(random() * 60, () => existsSync(`${host.file}-shm`))
    if (await isBetween(host.file)) halfWay += 1
    await host.start()
    const doctor = await host.command(['doctor', '--json'])
    if (doctor.code !== 0 || host.faults.length > 0) {
      unsound += 1
      torture.table.remark(`${doctor.out}${doctor.err}${host.faults.join('; ')}`)
    }
    await host.stop()
  }
  torture.table.hold(
    `first starts killed that left a database unfit, of ${times} (${halfWay} amid migrations)`,
    unsound,
    { atMost: 0 },
  )
}

/** How long it takes until a write is acknowledged, in ms. */
async function servedWithin({ crowd }: Stage): Promise<number> {
  const begun = performance.now()
  const before = crowd.acknowledged
  while (crowd.acknowledged === before && performance.now() - begun < 30_000) await pause(5)
  return performance.now() - begun
}

/** Whether a database has some of the migrations, and not all. */
async function isBetween(file: string): Promise<boolean> {
  const client = createClient({ url: `file:${file}` })
  const applied = await client.execute('SELECT count(*) AS n FROM d1_migrations').catch(() => null)
  client.close()
  return applied !== null && Number(applied.rows[0]!['n']) < (await migrationFiles()).length
}
