import { makeMove, planMove, previewOf } from '../articles/move.ts'
import { placeOn } from '../articles/open.ts'
import { separatePages } from '../articles/separate.ts'
import { parley } from '../called.ts'
import type { ArticleName } from '../contract.ts'
import type { Store } from '../store/store.ts'
import { type Command, counted, type Say, Usage } from './command.ts'
import { onTerminal } from './on-terminal.ts'
import { siteAsked } from './sites.ts'

/** Pages separated at once; the command goes on until none is left. */
const PAGES = 50

/** `parley move`: shows what would move, or moves it with its progress on standard error. */
export async function moveComments(store: Store, words: string[], flags: Command['flags'], say: Say): Promise<void> {
  const site = await siteAsked(store, flags)
  const [from, to] = words
  if (!from || !to) throw new Usage(`Name both places: ${parley()} move --site ID FROM TO [--dry-run]`)
  const deps = { store, clock: Date.now }
  const plan = await planMove(deps, site, from, to, !flags['no-forward'])
  const preview = previewOf(plan)
  const moves = preview.way !== 'none' && !flags['dry-run']
  if (moves) await makeMove(deps, site, plan, progressOf(preview.comments))
  const { way, comments, forward } = preview
  const verb = flags['dry-run'] ? 'would ' : ''
  const lines = {
    none: ['Nothing is left to move: the comments are there already.'],
    rename: [`The thread ${verb ? 'would get' : 'got'} the other address, with ${counted(comments, 'comment')}.`],
    swap: [`The thread ${verb ? 'would go' : 'went'} back to the other address, with ${counted(comments, 'comment')}.`],
    merge: [`${counted(comments, 'comment')} ${verb ? 'would move' : 'moved'} to the other thread.`],
  }[way]
  if (way === 'merge' && preview.there > 0) {
    lines.push(
      flags['dry-run']
        ? 'Two threads that were made one cannot be told apart again.'
        : 'The two threads are one now, and cannot be told apart again.',
    )
  }
  if (way === 'rename' && flags['dry-run'])
    lines.push('Nobody has seen or written anything there so far; is it spelt right?')
  const after = forward
    ? `The old address ${verb}${verb ? 'lead' : 'leads'} to the new place; links to comments go on working.`
    : `The old address ${verb}${verb ? 'begin' : 'begins'} a thread of its own; links to comments go on working.`
  say([`From ${named(preview.from)}`, `to   ${named(preview.to)}`, ...lines, ...(way === 'none' ? [] : [after])], {
    ...preview,
    isDryRun: flags['dry-run'] ?? false,
    isDone: !flags['dry-run'],
  })
}

/** `parley separate`: gives pages that share a thread by their canonical links a thread each. */
export async function separateArticle(
  store: Store,
  words: string | undefined,
  flags: Command['flags'],
  say: Say,
): Promise<void> {
  const site = await siteAsked(store, flags)
  if (!words) throw new Usage(`Name the article: ${parley()} separate --site ID ARTICLE [--dry-run]`)
  const key = /^https?:/.test(words) ? placeOn(site, { url: words }).key : words
  const article = await store.threads.article(site.id, key)
  if (!article) throw new Usage(`Nobody has written under “${words}” on ${site.id}.`)
  const pages = []
  let moved = 0
  for (;;) {
    const some = await store.locations.of(article.id, PAGES)
    pages.push(...some)
    if (flags['dry-run'] || some.length === 0) break
    const progress = progressOf(null)
    await separatePages({ store, clock: Date.now }, site, some, so => progress(moved + so))
    moved += some.reduce((sum, { roots }) => sum + roots, 0)
    if (some.length < PAGES) break
  }
  const would = flags['dry-run'] ? 'would get' : 'got'
  say(
    pages.length === 0
      ? 'No other page shares this thread.'
      : [
          ...pages.map(({ key: page, roots }) => `${page}  ${would} ${counted(roots, 'conversation')}`),
          'Canonical links are not followed on this site any more; set it back with: ' +
            `${parley()} site set ${site.id} --setting followsCanonical=yes`,
        ].slice(0, flags['dry-run'] ? -1 : undefined),
    {
      article: article.key,
      pages: pages.map(({ key: page, url, title, roots }) => ({ key: page, url, title, roots })),
      isDryRun: flags['dry-run'] ?? false,
    },
  )
}

const named = ({ key, title, count }: ArticleName) =>
  `${key}${title ? `  “${title}”` : ''}  (${counted(count, 'published comment')})`

/** Progress on one line of a terminal; elsewhere, in a log for instance, a line now and then. */
function progressOf(all: number | null): (moved: number) => void {
  const begin = Date.now()
  let next = 10_000
  return moved => {
    const rate = moved / Math.max(1, Date.now() - begin)
    const left = all === null || rate === 0 ? '' : `, ${Math.ceil((all - moved) / rate / 1000)} s left`
    const line = `${moved}${all === null ? '' : ` of ${all}`} ${(all ?? moved) === 1 ? 'comment' : 'comments'} moved${left}`
    if (onTerminal()) process.stderr.write(`\r${line}\u001b[K${moved === all ? '\n' : ''}`)
    else if (moved >= next) {
      next += 10_000
      console.error(line)
    }
  }
}
