import { pathOfKey } from '../../articles/key.ts'
import { LIMITS, type Status, type Trial, type TrialRequest, type WrittenList } from '../../contract.ts'
import type { Deps } from '../../deps.ts'
import { siteSettings } from '../../sites/settings.ts'
import { decisionOf } from '../../store/queue.ts'
import type { SiteRow } from '../../store/sites.ts'
import type { TrialRow } from '../../store/trials.ts'
import { decide, type Judgment } from '../decide.ts'
import { draftOf } from '../draft.ts'
import type { Facts } from '../facts.ts'
import { domainOf } from '../links.ts'
import { readLists } from '../lists/lists.ts'

/** How long one answer looks at comments, in ms. */
const WORK_MS = 250

/** How much of a comment's text a dry run shows. */
const EXCERPT = 280

/**
 * What a changed policy would do to some of the site's last 1,000 comments, beside what the policy that stands does:
 * those on which the two differ. Authors' records are taken from what they wrote before each comment, as that stands today; how
 * a comment was typed and from where is not known any more.
 * @param before go on with the comments before this one
 */
export async function tryPolicy(
  deps: Deps,
  site: SiteRow,
  { settings, lists = [] }: Pick<TrialRequest, 'settings' | 'lists'>,
  before: number | null,
): Promise<Trial> {
  const rows = await deps.store.trials.page(site.id, before, LIMITS.trialPage)
  const written = await deps.store.lists.of(site.id)
  const standing = { ...siteSettings(site.settings), lists: await deps.store.lists.ready(site.id, site.policyRevision) }
  const proposed = {
    ...siteSettings({ ...site.settings, ...settings }),
    lists: lists.length > 0 ? readLists(withLists(written, lists)) : standing.lists,
  }
  const isAsked = standing.holdsNewDomains || proposed.holdsNewDomains
  const drafts = new Map(rows.map(row => [row.id, draftOf(row.text, row.tree, row.name)]))
  const newDomains = isAsked ? await newDomainsOf(deps, site.id, drafts) : new Map<number, string[]>()

  const end = deps.clock() + WORK_MS
  const changed: Trial['changed'] = []
  let looked = 0
  for (const row of rows) {
    // A list that takes long takes more answers, and keeps nobody else waiting.
    if (looked > 0 && deps.clock() > end) break
    looked += 1
    const facts: Omit<Facts, 'policy'> = {
      draft: { ...drafts.get(row.id)!, newDomains: newDomains.get(row.id) ?? [] },
      author: row.author,
      article: { isHeld: row.article.isHeld, path: pathOfKey(row.article.key) },
      now: row.createdAt,
    }
    const now = decide({ ...facts, policy: standing })
    const would = decide({ ...facts, policy: proposed })
    if (now.status !== would.status) changed.push(lineOf(row, now, would))
  }
  const isEnd = rows.length < LIMITS.trialPage && looked === rows.length
  return { looked, next: isEnd ? null : rows[looked - 1]!.spelt, changed }
}

/** The lists that stand, with others in the place of those of their kind and language. */
const withLists = (written: readonly WrittenList[], others: readonly WrittenList[]): WrittenList[] => [
  ...written.filter(({ kind, language }) => !others.some(list => list.kind === kind && list.language === language)),
  ...others,
]

async function newDomainsOf({ store }: Deps, site: string, drafts: ReadonlyMap<number, Facts['draft']>) {
  const asked = [...drafts].flatMap(([id, { links }]) =>
    [...new Set(links.flatMap(link => domainOf(link) ?? []))].map((domain): [number, string] => [id, domain]),
  )
  return store.trials.newDomains(site, asked)
}

function lineOf(row: TrialRow, now: Judgment, would: Judgment): Trial['changed'][number] {
  const decision = row.decided && decisionOf(row.decided)
  return {
    id: row.spelt,
    name: row.name,
    createdAt: row.createdAt,
    text: row.text.slice(0, EXCERPT),
    title: row.article.title,
    key: row.article.key,
    status: row.status,
    now: now.status,
    would: would.status,
    findings: would.findings.filter(({ start }) => start === null || start < EXCERPT),
    decision,
    isContrary: decision !== null && isPublic(decision.to) !== isPublic(would.status),
  }
}

const isPublic = (status: Status) => status === 'published'
