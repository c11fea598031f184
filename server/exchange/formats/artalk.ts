import {
  countOf,
  type Fields,
  faultAt,
  fieldsOf,
  idOf,
  isTrue,
  markdownOrHtml,
  pageAt,
  parentOf,
  textOf,
} from '../fields.ts'
import type { ForeignComment, ForeignFault, ForeignFormat, ForeignPage } from '../foreign.ts'
import { jsonItems } from '../json-items.ts'
import { timeOf } from '../times.ts'

/** The address that Artalk itself gives to those who left none. */
const NOBODYS = 'anonymous@example.org'

/** Artalk’s Artrans: one JSON array, in which every value is a string. */
export const artalk: ForeignFormat = {
  name: 'artalk',
  title: 'Artalk',
  howTo: 'Run “artalk export FILE.artrans”, or choose “Transfer”, then “Export” in its control center.',
  async *read(file) {
    /** The site whose pages are told by their paths. */
    let site: string | null = null
    for await (const { read, nth, ...item } of jsonItems(file, [''])) {
      const fields = 'value' in item ? fieldsOf(item.value) : null
      site ??= textOf(fields?.['site_name'])
      yield { read, ...('value' in item ? commentIn(fields, site, nth) : faultAt(item.fault, null, nth)) }
    }
  },
  idIn: fragment => /^#atk-comment-(\d{1,16})$/.exec(fragment)?.[1] ?? null,
}

function commentIn(fields: Fields | null, site: string | null, nth: number): ForeignComment | ForeignFault {
  const id = idOf(fields?.['id'])
  if (!fields || id === null) return faultAt('It has no id.', null, nth)
  const text = textOf(fields['content'])
  const email = textOf(fields['email'])
  const name = textOf(fields['nick'])
  return {
    id,
    parent: parentOf(fields['rid'], id),
    page: pageOf(fields, site),
    at: timeOf(fields['created_at']),
    name,
    email: email === NOBODYS ? null : email,
    author: null,
    isStaff: false,
    text: text === null ? { markdown: '' } : markdownOrHtml(text),
    status: text === null ? 'withdrawn' : isTrue(fields['is_pending']) ? 'pending' : 'published',
    votes: { up: countOf(fields['vote_up']), down: countOf(fields['vote_down']) },
  }
}

/**
 * Where it stands. A file may have several sites with the same paths: those of the first are paths here, those of another are
 * whole addresses on it, so that two articles never become one.
 */
function pageOf(fields: Fields, first: string | null): ForeignPage {
  const title = textOf(fields['page_title'])
  const page = pageAt(fields['page_key'], title)
  const site = textOf(fields['site_name'])
  if (site === null || site === first) return page
  const base = textOf(fields['site_urls'])?.split(',')[0]?.trim()
  const address = page.url ?? page.identifier
  const url = address !== null && URL.canParse(address, base) ? new URL(address, base).href : null
  return { ...page, url, identifier: null }
}
