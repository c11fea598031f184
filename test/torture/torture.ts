import { parseArgs } from 'node:util'
import { buildIfStale } from '../../widget/build.ts'
import { describeMachine } from '../bench/machine.ts'
import { roomsAsked } from '../bench/rooms.ts'
import { Table } from '../bench/table.ts'
import { tortureDurability } from './durability.ts'
import { floodRoom } from './flood.ts'
import { fuzz } from './fuzz.ts'
import { injection } from './injection.ts'
import { measureLoad } from './load.ts'
import { pathological } from './pathological.ts'
import { measureRestarts } from './restarts.ts'
import { rights } from './rights.ts'
import type { Torture } from './run.ts'
import { measureSoak } from './soak.ts'

/**
 * What Parley must survive, done to it: one room for each way of going to the wall. Every line is a count or a ratio held
 * against what is demanded; ends with 1 when one is missed. What is drawn by lot is drawn from a seed that is printed.
 */
const ROOMS: Record<string, (torture: Torture) => Promise<void>> = {
  durability: tortureDurability,
  flood: floodRoom,
  load: measureLoad,
  restarts: measureRestarts,
  injection,
  pathological,
  rights,
  fuzz,
  soak: measureSoak,
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string', multiple: true }, seed: { type: 'string' } },
})
const rooms = roomsAsked(ROOMS, values.only)

const table = new Table()
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
await buildIfStale()
console.log(describeMachine())
console.log(`seed ${seed}: npm run torture -- --seed ${seed} draws the same lots again`)
for (const room of rooms) {
  table.enter(room)
  await ROOMS[room]!({ table, isQuick: values.quick ?? false, seed })
}
table.sum('demands')
process.exit(table.isMet ? 0 : 1)
