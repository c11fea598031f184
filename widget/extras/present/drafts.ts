import type { Conversation } from '../../embed/conversation.ts'
import { leavesNoKey, randomText } from './identity.ts'

/** What a reader has typed and not yet posted. */
export interface Draft {
  text: string
  /** Null until the reader touches the field: then the remembered name counts no more. */
  name: string | null
  /**
   * The idempotency key and what was sent under it; `isOut` while no answer has come: it is then sent again, with the same
   * key, by itself.
   */
  sent: { key: string; words: string; isOut?: boolean } | null
  /** Whom it calls: the comment of each, by the name. */
  mentions?: Record<string, string>
}

export const EMPTY: Draft = { text: '', name: null, sent: null }

/** A draft as it is kept beyond its tab. */
interface Kept extends Draft {
  at: number
}

const KEPT_MS = 30 * 24 * 3_600_000
/** UTF-16 units; a longer text could not be posted anyway, and lives as long as its page. */
const LONGEST = 100_000
/** Under what a tab keeps its own name. */
export const TAB = 'parley-tab'

/** Drafts outlive their element and, where the browser allows it, their tab: with their key, so that nothing stands twice. */
export const drafts = new Map<string, Draft>()
/** What was taken over from another tab, by the key of the draft it became: gone with it, unless that tab has gone on. */
const adopted = new Map<string, { key: string; json: string }>()

/** The name under which a draft is kept: its thread and what it answers. */
export function draftKey({ article, place }: Conversation, parent: string | undefined): string {
  return `parley-draft:${JSON.stringify([place.origin, place.query.site, article.key, parent])}`
}

/** This tab, once something was typed in it: a reload is the same tab, and each keeps its own drafts. */
function tab(): string {
  const known = sessionStorage.getItem(TAB) ?? randomText(6)
  sessionStorage.setItem(TAB, known)
  return known
}

/** What is kept under a name, of this tab or else the newest of any; what nobody went on with for 30 days goes. */
function find(key: string): Draft | undefined {
  const own = `${key} ${sessionStorage.getItem(TAB)}`
  let newest: { key: string; json: string; draft: Kept } | undefined
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith('parley-draft:')) continue
    const json = localStorage.getItem(name)!
    const draft: Kept = JSON.parse(json)
    if (!(draft.at > Date.now() - KEPT_MS)) localStorage.removeItem(name)
    else if (name === own) return draft
    else if (name.startsWith(`${key} `) && draft.at > (newest?.draft.at ?? 0)) newest = { key: name, json, draft }
  }
  if (newest) adopted.set(key, newest)
  return newest?.draft
}

export function draftOf(conversation: Conversation, parent: string | undefined): Draft {
  const key = draftKey(conversation, parent)
  try {
    const kept = drafts.get(key) ?? find(key)
    if (typeof kept?.text === 'string') return { ...EMPTY, ...kept }
  } catch {
    // Storage is denied, or somebody else wrote there.
  }
  return drafts.get(key) ?? EMPTY
}

export function keepDraft(conversation: Conversation, parent: string | undefined, draft: Draft): void {
  const key = draftKey(conversation, parent)
  const last = drafts.get(key)?.text
  drafts.set(key, draft)
  try {
    if (draft.text && draft.text.length <= LONGEST && !leavesNoKey(conversation)) {
      const kept: Kept = { ...draft, at: Date.now() }
      localStorage.setItem(`${key} ${tab()}`, JSON.stringify(kept))
      return
    }
    localStorage.removeItem(`${key} ${sessionStorage.getItem(TAB)}`)
    const from = adopted.get(key)
    if (draft.text) return
    if (from && localStorage.getItem(from.key) === from.json) localStorage.removeItem(from.key)
    // What was posted or given up had beginnings in tabs that are closed.
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(`${key} `)) continue
      const { text } = JSON.parse(localStorage.getItem(name)!)
      if (last?.startsWith(text)) localStorage.removeItem(name)
    }
  } catch {
    // It lives as long as the page does.
  }
}

/** The answers of this thread that were sent when the line was down, by the comments they answer. */
export function unsent(conversation: Conversation): string[] {
  const all = `${draftKey(conversation, undefined).slice(0, -'null]'.length)}"`
  try {
    const names = Object.keys(localStorage).filter(name => name.startsWith(all))
    const parents = names.map(
      name => JSON.parse(name.slice('parley-draft:'.length, name.lastIndexOf(' ')))[3] as string,
    )
    return [...new Set(parents)].filter(parent => draftOf(conversation, parent).sent?.isOut)
  } catch {
    return []
  }
}
