import type { Case, CaseFile, SavedReplies, SavedReply } from '../../../server/contract.ts'
import { ask, showsDoor } from '../asking.ts'
import { change, desk } from '../state.ts'
import type { Acts } from './state.ts'

const FILES_KEPT = 80

export const changeActs = (part: Partial<Acts>) => change({ acts: { ...desk().acts, ...part } })

/** The file of a case, as far as it is known. */
export function fileOf(one: Case): CaseFile | null {
  const file = desk().acts.files[one.id]
  return file && file !== 'failed' ? file : null
}

/** Loads what people have said and done about a comment; what is known of it stays on screen meanwhile. */
export async function openFile(id: string): Promise<void> {
  try {
    const file = await ask<CaseFile>('GET', `comments/${encodeURIComponent(id)}/file`)
    const kept = Object.entries(desk().acts.files).slice(-FILES_KEPT)
    if (desk().phase === 'desk') changeActs({ files: { ...Object.fromEntries(kept), [id]: file } })
  } catch (error) {
    if (showsDoor(error)) return
    const { files } = desk().acts
    if (!files[id]) changeActs({ files: { ...files, [id]: 'failed' } })
  }
}

/** Loads the texts that are said often on a site, once. */
export async function openSaved(site: string): Promise<void> {
  if (desk().acts.saved[site]) return
  try {
    const { replies } = await ask<SavedReplies>('GET', 'saved-replies', { query: { site } })
    keepSaved(site, replies)
  } catch (error) {
    showsDoor(error)
  }
}

/** Keeps the texts of a site in the order of their names. */
export function keepSaved(site: string, replies: readonly SavedReply[]): void {
  const ordered = [...replies].sort((a, b) => (a.name < b.name ? -1 : 1))
  changeActs({ saved: { ...desk().acts.saved, [site]: ordered } })
}
