import type { DeskImportPlan } from '../contract.ts'
import type { ImportPlan } from './dry-run.ts'

/** Articles and addresses that are told one by one at the desk; the command line has all. */
const PAGES = 200
const REFUSED = 100

/** What would land where, as much of it as a page can show. */
export function shortPlan({
  comments,
  merged,
  pages,
  morePages,
  skipped,
  changed,
  refused,
}: ImportPlan): DeskImportPlan {
  return {
    comments,
    coming: pages.reduce((sum, page) => sum + page.comments, 0),
    merged,
    articles: pages.length + morePages,
    pages: pages.slice(0, PAGES),
    addresses: refused.length,
    refused: refused.slice(0, REFUSED),
    skipped,
    changed,
  }
}
