import type { Deps } from '../../deps.ts'
import type { SiteRow } from '../../store/sites.ts'
import { type Lists, readLists } from './lists.ts'

/** Sites whose lists one process keeps ready. */
const ROOM = 50

/** The lists of the sites that were posted to last, read once for each change of theirs. */
export class KeptLists {
  readonly #kept = new Map<string, { revision: number; lists: Promise<Lists> }>()

  async of({ store }: Pick<Deps, 'store'>, { id, policyRevision: revision }: SiteRow): Promise<Lists> {
    const known = this.#kept.get(id)
    this.#kept.delete(id)
    const kept = known?.revision === revision ? known : { revision, lists: store.lists.of(id).then(readLists) }
    this.#kept.set(id, kept)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > ROOM) this.#kept.delete(oldest!)
    try {
      return await kept.lists
    } catch (error) {
      this.#kept.delete(id)
      throw error
    }
  }
}
