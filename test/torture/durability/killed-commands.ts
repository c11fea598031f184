import { copyFileSync, createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { archiveOf } from '../../../server/exchange/archive.ts'
import { importArchive, planArchive } from '../../../server/exchange/archive-import.ts'
import { bytesOf } from '../../../server/exchange/downloads.ts'
import { backUp } from '../../../server/store/backup.ts'
import { openStore } from '../../../server/store/open.ts'
import type { Store } from '../../../server/store/store.ts'
import { fullSite } from '../../exchange/full-site.ts'
import { Host } from './host.ts'

/** What stood after commands were killed at moments drawn by lot. */
export interface Aftermath {
  /** How many kills met the work itself, and not the start before it or the end after it. */
  amid: number
  faults: string[]
}

/** A town as a database, a backup and an archive, and a small database that it is to come into. */
export interface Luggage {
  at: string
  backup: string
  archive: string
  small: string
  site: string
  /** The archive's lines, but for the first and the last, which tell when it was made. */
  lines: string
}

const open = (file: string) => openStore({ databaseUrl: `file:${file}`, databaseToken: undefined })

/** Packs a site on which everything has happened, with so many comments more, in a folder of its own. */
export async function packed(at: string, comments: number): Promise<Luggage> {
  mkdirSync(at, { recursive: true })
  const { deps, site, as } = await fullSite()
  for (let n = 0; n < comments; n++) await as('ben').posts(`Comment ${n} of many: ${'words '.repeat(n % 200)}`)
  const luggage = { at, backup: join(at, 'backup.db'), archive: join(at, 'town.jsonl.gz'), small: join(at, 'small.db') }
  const text = archiveOf(deps.store.engine, [site], false, { build: 'test', at: 1 })
  await finished(Readable.from(bytesOf(text, true)).pipe(createWriteStream(luggage.archive)))
  const town = await open(join(at, 'town.db'))
  const file = { path: '', size: null, open: () => createReadStream(luggage.archive) }
  await importArchive(town.engine, file, await planArchive(town.engine, file, null))
  const lines = await linesOf(town, site)
  await town.close()
  await backUp(`file:${join(at, 'town.db')}`, luggage.backup)
  const small = await open(`${luggage.small}.made`)
  await small.sites.add({ id: 'small', name: 'Small', origins: [], settings: {}, isDemo: false, createdAt: 1 })
  await small.close()
  await backUp(`file:${luggage.small}.made`, luggage.small)
  return { ...luggage, site, lines }
}

async function linesOf(store: Store, site: string): Promise<string> {
  let text = ''
  for await (const some of archiveOf(store.engine, [site], false, { build: 'test', at: 1 })) text += some
  return text.split('\n').slice(1, -2).join('\n')
}

/** Opens a copy of a database, so that nobody has the database itself open: a process lets go only at its end. */
async function looked<T>(file: string, look: (store: Store) => Promise<T>): Promise<T> {
  const probe = `${file}.probe`
  for (const end of ['', '-wal']) {
    rmSync(probe + end, { force: true })
    if (existsSync(file + end)) copyFileSync(file + end, probe + end)
  }
  const store = await open(probe)
  return look(store).finally(() => store.close())
}

/** What a database is: the small one, the town, or what is wrong with it. */
const standing = (file: string, { site, lines }: Luggage): Promise<string> =>
  looked(file, async store => {
    const [wrong] = [...(await store.doctor.integrity()).filter(line => line !== 'ok'), ...(await astray(store))]
    const sites = (await store.sites.list()).map(({ id }) => id).join()
    if (wrong !== undefined) return wrong
    if (sites !== site) return sites === 'small' ? 'small' : `sites: ${sites}`
    return (await linesOf(store, site)) === lines ? 'town' : 'another town'
  })

const astray = async (store: Store) => (await store.doctor.discrepancies()).map(each => JSON.stringify(each))

/** `parley restore`, killed: the database is the one before or the backup, whole; and again it is the backup. */
export async function killedRestoring(luggage: Luggage, random: () => number, times: number): Promise<Aftermath> {
  const after: Aftermath = { amid: 0, faults: [] }
  for (let turn = 0; turn < times; turn++) {
    const file = join(luggage.at, `restored-${turn}.db`)
    copyFileSync(luggage.small, file)
    const host = new Host(file, '/dev/null')
    const once = () => readdirSync(luggage.at).some(name => name.startsWith(`restored-${turn}.db.restored`))
    const { code } = await host.command(['restore', luggage.backup], { once, after: random() * 400 })
    if (code === null) after.amid += 1
    const found = await standing(file, luggage)
    if (found !== 'small' && found !== 'town') after.faults.push(`after a kill: ${found}`)
    const again = await host.command(['restore', luggage.backup])
    const then = await standing(file, luggage)
    if (again.code !== 0 || then !== 'town') after.faults.push(`again: ${then} ${again.err}`)
    const left = readdirSync(luggage.at).filter(name => name.startsWith(`restored-${turn}.db.restored`))
    if (left.length > 0) after.faults.push(`left behind: ${left}`)
  }
  return after
}

/** `parley import parley`, killed: what has come adds up and takes no pages; and again it is equal. */
export async function killedImporting(luggage: Luggage, random: () => number, times: number): Promise<Aftermath> {
  const after: Aftermath = { amid: 0, faults: [] }
  let whole = 3_000
  for (let turn = 0; turn < times; turn++) {
    const file = join(luggage.at, `imported-${turn}.db`)
    const host = new Host(file, '/dev/null')
    // Now and then twice, before it comes to its end.
    for (let kills = 0; kills <= turn % 2; kills++) {
      const { code } = await host.command(['import', 'parley', luggage.archive], {
        once: () => existsSync(file),
        after: random() * whole,
      })
      if (!existsSync(file)) continue
      await looked(file, async store => {
        const site = await store.sites.find(luggage.site)
        // The log comes behind the comments: until then the doctor misses their decisions.
        const wrong = (await astray(store)).filter(each => !each.includes('comments.status'))
        if (wrong.length > 0) after.faults.push(`after a kill: ${wrong.slice(0, 3)}`)
        if (code !== null || !site) return
        after.amid += 1
        if (site.origins.length > 0 && (await linesOf(store, site.id)) !== luggage.lines)
          after.faults.push('a site takes pages of which not all has come')
      })
    }
    const begun = performance.now()
    const again = await host.command(['import', 'parley', luggage.archive])
    whole = performance.now() - begun
    const then = await standing(file, luggage)
    if (again.code !== 0 || then !== 'town') after.faults.push(`again: ${then} ${again.err}`)
  }
  return after
}

/** `parley backup`, killed: under the name there is nothing or all of it, and the next one leaves nothing else. */
export async function killedBackingUp(luggage: Luggage, random: () => number, times: number): Promise<Aftermath> {
  const after: Aftermath = { amid: 0, faults: [] }
  const host = new Host(join(luggage.at, 'town.db'), '/dev/null')
  for (let turn = 0; turn < times; turn++) {
    const copy = join(luggage.at, `copy-${turn}.db`)
    const named = () =>
      readdirSync(luggage.at).filter(name => name.startsWith(`copy-${turn}.db`) && !name.includes('.probe'))
    const { code } = await host.command(['backup', copy], { once: () => named().length > 0, after: random() * 300 })
    if (code === null) after.amid += 1
    if (existsSync(copy)) {
      if ((await standing(copy, luggage)) !== 'town') after.faults.push('a copy under its name is not whole')
      continue
    }
    const again = await host.command(['backup', copy])
    if (again.code !== 0 || named().length !== 1) after.faults.push(`again: ${again.err} ${named()}`)
  }
  return after
}
