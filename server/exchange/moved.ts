import { siteNamed } from '../articles/open.ts'
import { spellId } from '../comments/ids.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problems.ts'
import { FORMATS } from './formats.ts'

/**
 * Where a comment stands that came from another system.
 * @param fragment how links to it ended there, such as `#comment-7`
 * @throws Problem `unknown_site`, `unknown_comment`
 */
export async function movedTo(deps: Deps, siteId: string, fragment: string): Promise<string> {
  const site = await siteNamed(deps, siteId)
  const names = FORMATS.flatMap(format => {
    const id = format.idIn(fragment)
    return id === null ? [] : [{ format: format.name, id }]
  })
  const found = names.length > 0 ? await deps.store.imports.moved(site.id, names) : null
  if (!found) throw new Problem('unknown_comment')
  return spellId(found.id)
}
