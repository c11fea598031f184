import type { Config } from '../config.ts'
import type { Mail } from '../notices/mail.ts'
import { keepingFacts } from '../privacy/facts.ts'
import { keptNow } from '../privacy/kept.ts'
import { RETAINED } from '../store/retention.ts'
import type { Store } from '../store/store.ts'
import { type Command, counted, type Say, Usage } from './command.ts'
import { KIND, keptFor, minute, ROUND } from './retention-words.ts'
import { unknownSite } from './sites.ts'

/** Where the second column begins. */
const WIDTH = 46

/** As many texts are counted. */
const COUNTED = 100_000

/** `parley retention`: what each site keeps and for how long, what waits to go, and when each kind was last looked through. */
export async function retention(store: Store, config: Config, { site }: Command['flags'], say: Say): Promise<void> {
  const all = await store.sites.list()
  const sites = site === undefined ? all : all.filter(({ id }) => id === site)
  if (site !== undefined && sites.length === 0) throw new Usage(unknownSite(site))
  const hasMail = config.smtp !== undefined || config.mailApi !== undefined
  const deps = { config: { ...config, secret: '' }, ...(hasMail && { mail: async (_: Mail) => {} }) }
  const lines: string[] = []
  const told = []
  for (const each of sites) {
    const facts = keepingFacts(deps, each)
    const { texts, held } = await store.retention.waiting(each.id, COUNTED)
    const kinds = keptNow(facts).map(({ name, keeping }) => ({ kind: name, kept: keptFor(keeping(facts)) }))
    lines.push(
      ...(lines.length > 0 ? [''] : []),
      `${each.id} (${each.name})`,
      ...kinds.map(({ kind, kept }) => `  ${KIND[kind].padEnd(WIDTH)}${kept}`),
      `  ${atMost(texts)} that ${texts === 1 ? 'was' : 'were'} deleted or refused still ${texts === 1 ? 'has its text' : 'have their texts'}; ${held === 0 ? 'none is' : `${held} ${held === 1 ? 'is' : 'are'}`} under a legal hold.`,
    )
    const readers = await store.mailings.count(each.id)
    if (readers > 0) lines.push(`  ${counted(readers, 'reader')} ${readers === 1 ? 'is' : 'are'} told by mail.`)
    told.push({ site: each.id, kinds, texts, held, toldByMail: readers })
  }
  const state = new Map((await store.retention.state()).map(row => [row.kind, row]))
  const chores = RETAINED.map(kind => ({
    kind,
    doneAt: state.get(kind)?.done_at ?? null,
    nextAt: state.get(kind)?.next_at ?? null,
    taken: state.get(kind)?.taken ?? 0,
  }))
  const row = (what: string, last: string, took: string) =>
    `  ${what.padEnd(WIDTH)}${last.padEnd(18)}${took.padStart(9)}`
  lines.push(
    ...['', 'What a running Parley takes away, once a day each:', row('', 'last done, UTC', 'so far')],
    ...chores.map(({ kind, doneAt, taken }) =>
      row(ROUND[kind], doneAt === null ? 'never' : minute(doneAt), doneAt === null ? '' : taken.toLocaleString('en')),
    ),
  )
  say(sites.length === 0 ? 'There is no site yet.' : lines, { sites: told, chores })
}

const atMost = (texts: number) => `${texts === COUNTED ? 'At least ' : ''}${counted(texts, 'comment')}`
