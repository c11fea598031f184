import { existsSync, readFileSync } from 'node:fs'
import { newId, spellId } from '../../server/comments/ids.ts'
import { makeDeskLink } from '../../server/people/desk-session.ts'
import { openFile } from '../../server/store/open-file.ts'
import { createStore } from '../../server/store/store.ts'
import { newPost } from './posting.ts'
import { startParley } from './processes.ts'
import type { Run } from './run.ts'
import { chance, zipf } from './seed/chance.ts'
import { seededFile } from './seed/kept.ts'
import { HOST, MONA, SITE, threadPath } from './seed/seed.ts'
import { THREADS } from './seed/threads.ts'
import { BEGIN, newsKeys } from './seed/town.ts'
import { spell } from './table.ts'

/** How many people ask for something at the same moment. */
const PEOPLE = 32

/**
 * The resident memory of the Node process at its largest, while people read all over the site, post, moderate, and fetch
 * feeds and the page without JavaScript. Reading so many different pages fills all the room there is for kept ones.
 */
export async function measureMemory({ table, rounds, ms, large }: Run): Promise<void> {
  if (!existsSync('/proc/self/status')) return table.tell('memory of the Node process', 'not measured: needs Linux')
  const file = await seededFile(large)
  const parley = await startParley(file)
  const idle = peakMegabytes(parley.pid)
  const cookie = await signIn(parley.origin, file)
  const end = performance.now() + rounds * ms
  const asked = await Promise.all(
    Array.from({ length: PEOPLE }, (_, person) =>
      keepsAsking({ origin: parley.origin, person, cookie }, newsKeys(large.comments), end),
    ),
  )
  const requests = asked.reduce((sum, count) => sum + count, 0)
  const peak = peakMegabytes(parley.pid)
  const figure = `${spell(peak, 'MB')} (${spell(idle)} idle)`
  const what = `peak resident memory of Node over ${spell(requests)} mixed requests, ${spell(large.comments)} comments`
  table.hold(what, peak, { atMost: 150 }, { unit: 'MB', figure })
  await parley.stop()
}

/** The largest resident memory a process has had, in MB (10⁶ bytes). */
function peakMegabytes(pid: number): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!
  return (Number(kibibytes) * 1024) / 1e6
}

interface Asker {
  origin: string
  person: number
  /** The moderator's session. */
  cookie: string
  /** Some article, and the address of its page. */
  key: string
  page: string
  /** Some place in a long thread. */
  after: string
}

/** What people ask for: of a hundred requests, so many. */
const MIX: [number, (asker: Asker) => Promise<Response>][] = [
  [60, ({ origin, key }) => fetch(origin + threadPath(key), { headers: { 'accept-encoding': 'br' } })],
  [15, ({ origin, after }) => fetch(origin + threadPath(THREADS.tenThousand.key, { sort: 'oldest', after }))],
  [10, ({ origin, person, key }) => fetch(`${origin}/api/comments`, { method: 'POST', ...newPost(person, key) })],
  [5, ({ origin, cookie }) => fetch(`${origin}/api/desk/queue?site=${SITE}&status=pending`, { headers: { cookie } })],
  [5, ({ origin, page }) => fetch(`${origin}/thread?site=${SITE}&url=${page}`)],
  [5, ({ origin, page }) => fetch(`${origin}/feeds/${SITE}/atom?url=${page}`)],
]

/** Asks for one thing after the other; gives how many. */
async function keepsAsking(
  asker: Pick<Asker, 'origin' | 'person' | 'cookie'>,
  keys: string[],
  end: number,
): Promise<number> {
  const random = chance(asker.person)
  const drawn = zipf(keys.length, 0, random)
  let asked = 0
  for (; performance.now() < end; asked++) {
    const key = keys[drawn()]!
    let left = random() * 100
    const [, ask] = MIX.find(([share]) => {
      left -= share
      return left < 0
    })!
    const after = spellId(newId(BEGIN + random() * (Date.now() - BEGIN)))
    const response = await ask({ ...asker, key, page: encodeURIComponent(HOST + key), after })
    const body = await response.text()
    if (!response.ok) throw new Error(`${response.url} answers ${response.status}: ${body}`)
  }
  return asked
}

/** Signs in as the seed's moderator; gives the session's cookie. */
async function signIn(origin: string, file: string): Promise<string> {
  const store = createStore(await openFile(`file:${file}`))
  const link = new URL(await makeDeskLink({ store, clock: Date.now, config: { origin } }, MONA)).hash.slice(
    '#link='.length,
  )
  await store.close()
  const headers = { Origin: origin, 'Content-Type': 'application/json' }
  const response = await fetch(`${origin}/api/desk/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ link }),
  })
  if (response.status !== 201) throw new Error(await response.text())
  return response.headers.get('set-cookie')!.split(';')[0]!
}
