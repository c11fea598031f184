import { sql } from 'drizzle-orm/sql'
import type { Replies, Thread } from '../../../server/contract.ts'
import { verifyLog } from '../../../server/moderation/log/verify-log.ts'
import { inWorkerd } from '../../world.ts'
import type { Town } from './town.ts'

/** Rows that are looked at for what the public must not read. */
const LOOKED_AT = 300

/**
 * What is wrong in a town after all that was done in it: counts, the log, the file, and whether the public sees what it may
 * and nothing else. Empty where nothing is.
 */
export async function aftermath(town: Town): Promise<string[]> {
  const { deps, site, other } = town
  const faults = (await deps.store.doctor.discrepancies()).map(each => `doctor: ${JSON.stringify(each)}`)
  for (const each of [site, other]) {
    const { fault } = await verifyLog(deps.store, each, null)
    if (fault) faults.push(`the log of ${each}: ${JSON.stringify(fault)}`)
  }
  if (!inWorkerd) {
    const [{ integrity_check } = {}] = await deps.store.engine.all<{ integrity_check: string }>(
      sql`PRAGMA integrity_check`,
    )
    if (integrity_check !== 'ok') faults.push(`integrity_check: ${integrity_check}`)
    const orphans = await deps.store.engine.all(sql`PRAGMA foreign_key_check`)
    if (orphans.length > 0) faults.push(`foreign_key_check: ${JSON.stringify(orphans.slice(0, 5))}`)
  }
  return [...faults, ...(await publicFaults(town))]
}

/** Reads every thread as the public does, and holds it against the rows. */
async function publicFaults({ deps, site, send, clock }: Town): Promise<string[]> {
  const faults: string[] = []
  const { engine } = deps.store
  const shown = new Set<string>()
  let bytes = ''
  const asks = async <T>(path: string): Promise<T | null> => {
    clock.now += 1_000
    const answer = await send(path)
    const text = await answer.text()
    bytes += text
    return answer.ok ? (JSON.parse(text) as T) : null
  }
  const articles = await engine.all<{ url: string; key: string; count: number }>(
    sql`SELECT url, key, comment_count AS count FROM articles WHERE site_id = ${site} AND moved_to IS NULL
      AND (key LIKE '=%' OR key LIKE '/%' AND key NOT LIKE '//%')`,
  )
  for (const { url, key, count } of articles) {
    let counted = 0
    const sees = ({ id, status }: { id: string; status: string }) => {
      if (shown.has(id)) faults.push(`${id} is shown twice`)
      shown.add(id)
      if (status === 'published') counted += 1
    }
    for (let after: string | null = ''; after !== null; ) {
      const query: Record<string, string> = { site, url, sort: 'oldest', limit: '50', ...(after && { after }) }
      if (key.startsWith('=')) query['article'] = key.slice(1)
      const page: Thread | null = await asks(`/api/threads?${new URLSearchParams(query)}`)
      // An address may have become another article's since its first comment.
      if (page?.article.key !== key) break
      for (const root of page.comments.filter(({ parent }) => parent === null)) {
        sees(root)
        for (let next: string | null = ''; next !== null; ) {
          const more: Replies | null = await asks(`/api/comments/${root.id}/replies${next && `?after=${next}`}`)
          for (const reply of more?.comments ?? []) sees(reply)
          next = more?.next ?? null
        }
      }
      after = page.next
      if (after === null && counted !== count) faults.push(`${key} counts ${count} comments and shows ${counted}`)
    }
  }
  if (shown.size === 0) faults.push('the public sees nothing at all')
  const hidden = await engine.all<{ text: string }>(
    sql`SELECT DISTINCT c.text FROM comments c WHERE c.site_id = ${site} AND c.status <> 'published'
      AND c.text GLOB 'Sample comment number [0-9]*' AND c.text NOT IN (SELECT text FROM comments WHERE status = 'published')
      ORDER BY c.id DESC LIMIT ${LOOKED_AT}`,
  )
  for (const { text } of hidden) if (bytes.includes(`"${text}"`)) faults.push(`the public reads “${text}”`)
  return faults
}
