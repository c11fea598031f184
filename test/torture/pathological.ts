import { atom } from '../../server/articles/feeds.ts'
import { placeOf } from '../../server/articles/key.ts'
import { fold } from '../../server/comments/fold.ts'
import { htmlOf } from '../../server/comments/html.ts'
import { languageOf } from '../../server/comments/language.ts'
import { treeOf } from '../../server/comments/markdown.ts'
import { nameSkeleton } from '../../server/comments/name-skeleton.ts'
import { readable } from '../../server/comments/readable.ts'
import { searchWords, soughtPhrases } from '../../server/comments/search-words.ts'
import { cleanName, cleanText, cleanTitle, likenessOf } from '../../server/comments/text.ts'
import { type Block, type Comment, LIMITS } from '../../server/contract.ts'
import { decide } from '../../server/moderation/decide.ts'
import { draftOf, STRANGER } from '../../server/moderation/draft.ts'
import { type Lists, readLists } from '../../server/moderation/lists/lists.ts'
import { headOf, lineOf } from '../../server/moderation/log/export-log.ts'
import { headerLine } from '../../server/notices/mail.ts'
import { siteSettings } from '../../server/sites/settings.ts'
import { editFor } from '../../widget/extras/format/edits.ts'
import { typedName } from '../../widget/extras/mentions/people.ts'
import { least } from '../bench/rounds.ts'
import { LIST, NAMES, PATHOLOGICAL } from './hostile/pathological.ts'
import type { Torture } from './run.ts'

/** What one text may take of the event loop, in ms. */
const MOST = 50
const TRIES = 5

let lists: Lists | undefined

/** What is done with a text, each on its own; none of them throws but in words. */
const WORK: Readonly<Record<string, (text: string, tree: Block[]) => unknown>> = {
  'read as a comment': text => cleanText(text),
  'read as a name': text => cleanName(text),
  'read as a title': text => cleanTitle(text),
  Markdown: text => treeOf(text),
  'Markdown, with names to call': text => treeOf(text, NAMES),
  'HTML of its tree': (_, tree) => htmlOf(tree),
  'a guess at its language': text => languageOf(text),
  'folded for comparison': text => fold(text),
  'likeness to others': text => likenessOf(readable(text)),
  'skeleton of a name': text => nameSkeleton(text.slice(0, LIMITS.nameBytes / 2)),
  'words for the search': text => searchWords(text),
  'words sought': text => soughtPhrases(text),
  'all rules, with a list of 20,000 entries': (text, tree) =>
    decide({
      draft: draftOf(text, tree, 'Ada'),
      author: STRANGER,
      article: { isHeld: false, path: '/' },
      policy: { ...siteSettings({}), lists: lists! },
      now: 1,
    }),
  'key of an article': text =>
    placeOf(
      { url: `https://daily.example/${text.slice(0, 1_300)}`, article: text.slice(0, LIMITS.articleIdLength) },
      { origins: ['https://daily.example'] },
    ),
  'header of a mail': text => headerLine(text),
  'row of a CSV': text => headOf('csv') + lineOf(entryOf(text), 'csv'),
  'entry of a feed': (text, tree) =>
    atom({ title: text, self: text, home: text, guest: text, entries: [feedEntryOf(text, tree)] }),
  'marks put around it': text => editFor(text, 0, text.length, 'quote'),
  'somebody called before the caret': text => typedName(text, text.length),
}

const entryOf = (text: string) => ({
  ...({ seq: 1, at: 1, ruling: 'post', ruler: 'rules', by: null, from: 'none', to: 'pending' } as const),
  ...{
    reason: null,
    rule: null,
    system: null,
    note: text,
    words: text,
    article: { title: text, url: text, key: text },
  },
  comment: { id: 'a', version: 1, name: text, excerpt: text },
})

const feedEntryOf = (text: string, tree: Block[]) => {
  const comment: Comment = {
    ...({ id: 'a', parent: null, root: 'a', status: 'published', tree, createdAt: 0, editedAt: null } as const),
    ...{ replies: 0, more: null, reason: null, author: { name: text, badge: null, avatar: 1 } },
  }
  return { comment, url: text, parent: null, article: { title: text, url: text } }
}

/**
 * How long each work takes on each text at the size limit: the least of some tries, in ms, longest first.
 * @param works which works, by their names
 */
export function measured(
  tries: number,
  works: readonly string[] = Object.keys(WORK),
): { work: string; text: string; ms: number }[] {
  lists ??= readLists([{ kind: 'held_words', language: '', entries: LIST }])
  const found = Object.entries(PATHOLOGICAL).flatMap(([text, source]) => {
    const tree = treeOf(source)
    return works.map(work => {
      const does = WORK[work]!
      const times = Array.from({ length: tries }, () => {
        const begin = performance.now()
        try {
          does(source, tree)
        } catch (error) {
          if ((error as Error).name !== 'Problem') throw error
        }
        return performance.now() - begin
      })
      return { work, text, ms: least(times) }
    })
  })
  return found.sort((one, other) => other.ms - one.ms)
}

/** Texts made to take long: nothing that is done with one takes long. */
export async function pathological({ table, isQuick }: Torture): Promise<void> {
  const all = measured(isQuick ? 2 : TRIES)
  table.tell(
    'texts at the size limit, and what is done with each',
    `${Object.keys(PATHOLOGICAL).length} × ${Object.keys(WORK).length}`,
  )
  for (const work of Object.keys(WORK)) {
    const worst = all.find(each => each.work === work)!
    table.hold(`${work}: ${worst.text}`, worst.ms, { atMost: MOST }, { unit: 'ms' })
  }
}
