import type { Deps } from '../../server/deps.ts'
import type { ForeignComment } from '../../server/exchange/foreign.ts'
import { wordpress } from '../../server/exchange/formats/wordpress.ts'
import { importFile } from '../../server/exchange/import.ts'

/** Brings one comment of WordPress under a page of a site; gives how links to it ended there. */
export async function bringOne(
  to: { deps: Deps; site: string; page: string },
  id: string,
  email: string | null = null,
): Promise<string> {
  const { deps, site, page } = to
  const comment: ForeignComment = {
    id,
    parent: null,
    page: { url: page, identifier: null, title: null },
    at: Date.UTC(2014, 1),
    name: 'Old',
    email,
    author: null,
    isStaff: false,
    text: { markdown: 'From there' },
    status: 'published',
    votes: { up: 2, down: 1 },
  }
  const read = async function* () {
    yield { read: 0, ...comment }
  }
  const file = { path: '', size: null, async *open() {} }
  await importFile(deps, (await deps.store.sites.find(site))!, { ...wordpress, read }, file)
  return `#comment-${id}`
}
