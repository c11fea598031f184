import type { Shown } from '../../embed/branches.ts'
import type { Conversation } from '../../embed/conversation.ts'

/** Somebody of a thread who can be called: by the name and avatar of the newest comment on screen. */
export interface Person {
  name: string
  avatar: number
  comment: string
}

const MOST = 8

/** Letters as they are compared: without case, accents, and the variants of Arabic and Persian letters. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u200c\u0640]/gu, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .toLowerCase()

/** What is typed after `@` before the caret; null where nobody is being called. */
export function typedName(value: string, caret: number): string | null {
  return /(?:^|[^\p{L}\p{N}\p{M}_@])@([^\n@]{0,60})$/u.exec(value.slice(0, caret))?.[1] ?? null
}

/** The people on screen whose name, or a word of it, begins with what was typed; those who wrote last come first. */
export function peopleFor({ state, mine }: Pick<Conversation, 'state' | 'mine'>, typed: string): Person[] {
  const wanted = folded(typed)
  const people = new Map<number, Person & { at: number }>()
  const all: Shown[] = state.branches.flatMap(({ root, replies }) => [root, ...replies])
  for (const { id, author, status, createdAt } of all) {
    if (!author?.name || status !== 'published' || mine.has(id)) continue
    const known = people.get(author.avatar)
    if (known && known.at > createdAt) continue
    people.set(author.avatar, { name: author.name, avatar: author.avatar, comment: id, at: createdAt })
  }
  const fits = ({ name }: Person) => {
    const own = folded(name)
    return own.startsWith(wanted) || own.split(/\s+/).some(word => word.startsWith(wanted))
  }
  return [...people.values()]
    .filter(fits)
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST)
}
