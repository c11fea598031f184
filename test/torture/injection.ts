import { CHROMIUM } from '../browser/chromium.ts'
import { CORPUS, FAMILIES } from './hostile/corpus.ts'
import { inBrowser } from './injection/in-browser.ts'
import { goRounds } from './injection/rounds.ts'
import { WAYS_IN } from './injection/ways-in.ts'
import { WAYS_OUT } from './injection/ways-out.ts'
import type { Torture } from './run.ts'

/** Faults that are shown of a run; the rest are counted. */
const SHOWN = 20

/** Every hostile string by every way in, and all that is there then by every way out; and all of them in a browser. */
export async function injection({ table, isQuick, seed }: Torture): Promise<void> {
  const [ways, exits] = [Object.keys(WAYS_IN).length, Object.keys(WAYS_OUT).length]
  const families = `${Object.keys(FAMILIES).length} families`
  table.hold('hostile strings', CORPUS.length, { atLeast: 400 }, { figure: `${CORPUS.length} of ${families}` })
  const count = isQuick ? Math.ceil(CORPUS.length / ways) : CORPUS.length
  const { entered, refused, looks, faults } = await goRounds(count, {
    first: seed % CORPUS.length,
    most: isQuick ? 3 : 10,
  })
  table.tell(`strings that went in, by ${ways} ways`, `${entered}, ${refused} refused`)
  table.tell(`looks at what came out, by ${exits} ways`, String(looks))
  table.hold('of them something else than text', faults.length, { atMost: 0 })
  for (const fault of faults.slice(0, SHOWN)) table.remark(fault)
  if (!CHROMIUM) return table.remark('Chromium is not on this machine: nothing was looked at in a browser.')
  const seen = await inBrowser(!isQuick)
  const { pages, comments, cases, elements } = seen
  table.tell('looked at in Chromium', `${pages} views, ${comments} comments, ${cases} cases`)
  table.tell('elements held against what is made', String(elements))
  table.hold('of them run, loaded, or not ours', seen.faults.length, { atMost: 0 })
  for (const fault of seen.faults.slice(0, SHOWN)) table.remark(fault)
}
