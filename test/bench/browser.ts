import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import type { Thread } from '../../server/contract.ts'
import { launchChromium, WHOLE_CHROMIUM } from '../browser/chromium.ts'
import { drawn, lookAt, openPage, opensUpTo, type Reader, serveHostPages } from './browser-page.ts'
import { quietMoment } from './machine.ts'
import { startParley } from './processes.ts'
import { inTurn, least } from './rounds.ts'
import { type Run, SMALL } from './run.ts'
import { seededFile } from './seed/kept.ts'
import { threadPath } from './seed/seed.ts'
import { THREADS } from './seed/threads.ts'
import { spell, type Table } from './table.ts'
import { tasksDuring } from './trace.ts'

const SLOW: Reader = { slower: 4, roundTrip: 0 }
const FAR: Reader = { slower: 1, roundTrip: 400 }
const NEAR: Reader = { slower: 1, roundTrip: 0 }
/** What is fetched and drawn after the first page has its time, too, in ms. */
const CALM = 500

/**
 * What readers see, in Chromium. Absolute times are the least of all rounds, because whatever else the machine does can
 * only add to them.
 */
export async function measureBrowser({ table, rounds, patience }: Run): Promise<void> {
  if (!WHOLE_CHROMIUM) return table.tell('the browser’s side', 'not measured: there is no Chromium')
  const parley = await startParley(await seededFile(SMALL))
  const host = await serveHostPages(parley.origin)
  const browser = await launchChromium({ executablePath: WHOLE_CHROMIUM })
  const origins = { host: host.origin, parley: parley.origin }
  const stage: Stage = { table, browser, ...origins, rounds: Math.ceil(rounds / 3), patience }
  // A browser that has never drawn these scripts looks for their fonts first.
  await visit(stage, THREADS.thousand.key, NEAR)

  const nodes = new Map<string, number>()
  for (const { key, comments } of [THREADS.twenty, THREADS.thousand, THREADS.tenThousand]) {
    nodes.set(key, await measureFirstPage(stage, key, comments))
  }
  const [more, fewer] = [nodes.get(THREADS.tenThousand.key)!, nodes.get(THREADS.thousand.key)!]
  table.ratio('nodes of the first page of 10,000, against that of 1,000', more, fewer, '', { atMost: 1.2 })
  // To open a thousand comments takes a third of a quick run.
  if (patience > 0) await measureOpening(stage)
  else table.tell('opening long threads', 'left to the full run')

  await browser.close()
  await host.stop()
  await parley.stop()
}

interface Stage {
  table: Table
  browser: Browser
  host: string
  parley: string
  rounds: number
  patience: number
}

/** The first page of a thread on a slow machine and over a long line; gives how many nodes it draws. */
async function measureFirstPage(stage: Stage, key: string, comments: number): Promise<number> {
  const { table, rounds } = stage
  const visits = []
  const far = []
  for (let round = 0; round < rounds; round++) {
    visits.push(await visit(stage, key, SLOW))
    // A quick run takes the long line once: what comes before the first comment is the same for all threads.
    if (stage.patience > 0 || key === THREADS.tenThousand.key) far.push(await visit(stage, key, FAR))
  }
  const of = spell(comments)
  const afterAnswer = least(visits.map(({ firstComment, answer }) => firstComment - answer))
  const inMs = { unit: 'ms' }
  table.hold(`${of}: from the answer to the first comment, CPU 4 × slower`, afterAnswer, { atMost: 250 }, inMs)
  const longest = least(visits.map(({ tasks }) => Math.max(...tasks)))
  table.hold(`${of}: longest task, CPU 4 × slower`, longest, { atMost: 50 }, inMs)
  if (far.length > 0) {
    const trips = least(far.map(({ firstComment }) => firstComment)) / FAR.roundTrip
    table.hold(`${of}: round trips of 400 ms to the first comment: page, script, data`, trips, { atMost: 4 })
  }
  const { nodes, requests } = visits[0]!
  table.tell(`${of}: nodes drawn; ${requests} requests, none of them a preflight`, spell(nodes))
  return nodes
}

/** One visit of somebody who has never been here. */
async function visit({ browser, host, parley, patience }: Stage, key: string, reader: Reader) {
  const { comments } = (await (await fetch(parley + threadPath(key))).json()) as Thread
  await quietMoment(patience)
  const { page, requests, close } = await openPage(browser, reader)
  const tasks = await tasksDuring(browser, page, async () => {
    await page.goto(host + key)
    await drawn(page, comments.length)
    await pause(CALM)
  })
  const seen = await lookAt(page)
  await close()
  if (requests.includes('OPTIONS')) throw new Error(`${key} takes a preflight.`)
  return { ...seen, tasks, requests: requests.length }
}

/** Opening a long thread to its end. */
async function measureOpening(stage: Stage): Promise<void> {
  const { table, rounds } = stage
  const { chain, roots, tenThousand } = THREADS
  const whole = (key: string, comments: number) => async () => (await open(stage, key, comments, NEAR)).ms
  const both = await inTurn(rounds, whole(chain.key, chain.comments), whole(roots.key, roots.comments))
  table.ratio('opening all of a chain of 1,000 replies, against 1,000 roots', ...both, 'ms', { atMost: 1.2 })
  const openings = []
  for (let round = 0; round < rounds; round++) openings.push(await open(stage, tenThousand.key, 1_000, SLOW))
  const longest = least(openings.map(({ tasks }) => Math.max(...tasks)))
  table.hold('longest task while 1,000 of 10,000 are opened, CPU 4 × slower', longest, { atMost: 50 }, { unit: 'ms' })
}

/** Opens a thread and presses every button for more until so many comments are drawn. */
async function open({ browser, host, patience }: Stage, key: string, comments: number, reader: Reader) {
  await quietMoment(patience)
  const { page, close } = await openPage(browser, reader)
  await page.goto(host + key)
  await drawn(page, 1)
  await pause(CALM)
  let ms = 0
  const tasks = await tasksDuring(browser, page, async () => {
    ms = await opensUpTo(page, comments)
  })
  await close()
  return { ms, tasks }
}
