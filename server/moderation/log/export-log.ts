import type { LogEntry, LogFormat } from '../../contract.ts'
import { type Cell, CSV_MARK, csvLine } from '../../exchange/csv.ts'
import type { Store } from '../../store/store.ts'

/** Rows read at once: an export takes no more memory for a long log. */
const PAGE = 500

/** The columns of an export, and what stands in them. */
const COLUMNS: Record<string, (entry: LogEntry) => Cell> = {
  seq: ({ seq }) => seq,
  at: ({ at }) => new Date(at).toISOString(),
  ruling: ({ ruling }) => ruling,
  from: ({ from }) => from,
  to: ({ to }) => to,
  reason: ({ reason }) => reason,
  rule: ({ rule }) => rule,
  system: ({ system }) => system,
  ruler: ({ ruler }) => ruler,
  person: ({ by }) => by?.name ?? null,
  account: ({ by }) => by?.account ?? null,
  note: ({ note }) => note,
  words: ({ words }) => words,
  comment: ({ comment }) => comment.id,
  version: ({ comment }) => comment.version,
  author: ({ comment }) => comment.name,
  excerpt: ({ comment }) => comment.excerpt,
  article: ({ article }) => article?.key ?? null,
  title: ({ article }) => article?.title ?? null,
  url: ({ article }) => article?.url ?? null,
}

/** What comes first in an export; the mark tells spreadsheets that a CSV is in UTF-8. */
export const headOf = (format: LogFormat): string =>
  format === 'csv' ? `${CSV_MARK}${csvLine(Object.keys(COLUMNS))}` : ''

/** One row of the log as a line. */
export function lineOf(entry: LogEntry, format: LogFormat): string {
  const cells = Object.entries(COLUMNS).map(([name, cell]) => [name, cell(entry)] as const)
  return format === 'csv' ? csvLine(cells.map(([, cell]) => cell)) : `${JSON.stringify(Object.fromEntries(cells))}\n`
}

/**
 * The log of a site as it stands now, oldest first, made page by page as it is read.
 * @param stays asked before each page; where it throws, the export breaks off, and nobody takes what came for the whole
 */
export function exportLog(
  { log }: Store,
  site: string,
  format: LogFormat,
  isOwner: boolean,
  stays: () => Promise<void>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let after = 0
  let last: number | undefined
  return new ReadableStream({
    async pull(controller) {
      if (last === undefined) {
        last = await log.newest(site)
        const head = headOf(format)
        if (head) return controller.enqueue(encoder.encode(head))
      }
      if (after > 0) await stays()
      const entries = await log.rows(site, after, last, PAGE, isOwner)
      if (entries.length > 0) {
        after = entries.at(-1)!.seq
        controller.enqueue(encoder.encode(entries.map(entry => lineOf(entry, format)).join('')))
      }
      if (entries.length < PAGE) controller.close()
    },
  })
}
