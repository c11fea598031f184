import { pathOfKey } from '../articles/key.ts'
import { placeOn, siteNamed } from '../articles/open.ts'
import { newId } from '../comments/ids.ts'
import { languageOf } from '../comments/language.ts'
import { treeOf } from '../comments/markdown.ts'
import { avatarOf } from '../comments/post.ts'
import { likenessOf } from '../comments/text.ts'
import type { Block } from '../contract.ts'
import type { Deps } from '../deps.ts'
import { decide } from '../moderation/decide.ts'
import { draftOf, STRANGER } from '../moderation/draft.ts'
import type { Facts } from '../moderation/facts.ts'
import { digest, randomToken } from '../people/secrets.ts'
import { Problem } from '../problems.ts'
import { DEMO } from '../sites/demo.ts'
import { siteSettings } from '../sites/settings.ts'
import type { SampleArticle, SampleRow } from '../store/samples.ts'
import { SAMPLES, type Sample } from './samples.ts'

const MINUTE = 60_000

/** How a moderator came to each status: on coming back, all at once. Until then nobody's comment had been approved. */
const DECIDED = { published: 'approve', rejected: 'reject', spam: 'spam' } as const

/**
 * Puts the 200 sample comments under the demo site's two articles; twice is once.
 * @returns how many sample comments the site has now
 * @throws Problem `samples_demo_only`
 */
export async function loadSamples(deps: Deps, siteId: string): Promise<number> {
  const site = await siteNamed(deps, siteId)
  if (!site.isDemo) throw new Problem('samples_demo_only')
  const now = deps.clock()
  const articles = {} as Record<Sample['article'], SampleArticle>
  let id = 0
  for (const [language, { path, title }] of Object.entries(DEMO.pages)) {
    // Two that are made in one millisecond may draw the same bits.
    id = newId(now, id)
    articles[language as Sample['article']] = { id, ...placeOn(site, { url: deps.config.origin + path }), title }
  }

  const lists = await deps.store.lists.ready(site.id, site.policyRevision)
  const cast = new Cast(now)
  const rows: SampleRow[] = []
  for (const sample of SAMPLES) {
    const createdAt = now - sample.minutesAgo * MINUTE
    const parent = sample.replyTo === null ? null : rows[sample.replyTo]!
    const author = cast.of(sample, createdAt)
    const { key } = articles[sample.article]
    const tree = treeOf(sample.text)
    const salt = randomToken()
    const id = newId(createdAt, Math.max(parent?.id ?? 0, rows.at(-1)?.id ?? 0))
    const judged = decide({
      ...author.facts(sample.text, tree, createdAt),
      article: { isHeld: false, path: pathOfKey(key) },
      policy: { ...siteSettings(site.settings), lists },
    })
    rows.push({
      id,
      articleKey: key,
      parent: parent?.id ?? null,
      root: parent?.root ?? id,
      author: author.id,
      name: sample.author,
      avatar: avatarOf(deps, site.id, key, author.id),
      status: sample.status,
      heldFor: judged.reason,
      ruling: sample.status === 'pending' ? null : DECIDED[sample.status],
      reason: sample.reason,
      text: sample.text,
      tree: JSON.stringify(tree),
      lang: languageOf(sample.text),
      likeness: digest(likenessOf(sample.text) || sample.text),
      salt,
      digest: digest(salt + sample.text),
      createdAt,
      findings: judged.findings,
    })
  }
  await deps.store.samples.add(site.id, Object.values(articles), cast.everyone(), rows, now)
  return deps.store.samples.count(site.id)
}

/** Somebody in the samples, with what they have said so far. */
class Voice {
  readonly id: number
  readonly name: string | null
  readonly createdAt: number
  readonly #said = new Map<string, number>()
  constructor(id: number, name: string | null, createdAt: number) {
    this.id = id
    this.name = name
    this.createdAt = createdAt
  }

  /** What the rules knew when this was written: no moderator had looked at any of it yet. */
  facts(text: string, tree: Block[], now: number): Omit<Facts, 'policy' | 'article'> {
    const likeness = likenessOf(text)
    const saidAlready = this.#said.get(likeness) ?? 0
    this.#said.set(likeness, saidAlready + 1)
    return { draft: draftOf(text, tree), author: { ...STRANGER, saidAlready }, now }
  }
}

/** Everybody in the samples: one author a name, and a new one for each comment without a name. */
class Cast {
  readonly #voices: Voice[] = []
  readonly #now: number
  constructor(now: number) {
    this.#now = now
  }

  of({ author: name }: Sample, createdAt: number): Voice {
    const known = name === null ? undefined : this.#voices.find(voice => voice.name === name)
    if (known) return known
    const voice = new Voice(newId(this.#now, this.#voices.at(-1)?.id), name, createdAt)
    this.#voices.push(voice)
    return voice
  }

  everyone(): { id: number; name: string | null; createdAt: number }[] {
    return this.#voices.map(({ id, name, createdAt }) => ({ id, name, createdAt }))
  }
}
