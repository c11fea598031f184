import type { Page, Route } from 'playwright-core'
import { newId, spellId } from '../../server/comments/ids.ts'
import type { Comment, MoveProgress, PostRequest, Role } from '../../server/contract.ts'
import { DEMO } from '../../server/sites/demo.ts'
import { openStage, pressesAbove, type Stage } from './stage.ts'

/** A stage whose comments are published at once, with what happens there before somebody opens the desk's articles. */
export async function openNewsroom() {
  const stage = await openStage()
  await stage.store().sites.change(DEMO.site, { settings: { holds: 'none' } })
  let readers = 0

  return {
    ...stage,
    /** Somebody posts on a page of the site, and so makes its article. */
    posts: (path: string, text: string, more: Partial<PostRequest> = {}): Promise<Comment> =>
      stage.reader(`reader-${++readers}`, stage.origin + path).posts(text, more),
    /** How many comments readers see on a page. */
    counts: async (path: string, canonical?: string): Promise<number> =>
      (await stage.reader('darya', stage.origin + path).reads({ ...(canonical && { canonical }) })).article.count,
    /** Articles that were there before, the first with so many comments on it. */
    async fills(titles: Record<string, string>, comments: number): Promise<void> {
      const [now, author] = [Date.now(), newId(Date.now())]
      const articles = Object.entries(titles).map(([key, title], n) => ({
        id: newId(now + n),
        key,
        url: stage.origin + key,
        title,
      }))
      const samples = Array.from({ length: comments }, (_, n) => {
        const id = newId(now + n)
        return {
          ...{ id, root: id, parent: null, articleKey: articles[0]!.key, author, name: 'Ada', avatar: 1 },
          ...({
            status: 'published',
            heldFor: null,
            ruling: null,
            reason: null,
            text: `No. ${n}`,
            tree: '[]',
            lang: null,
          } as const),
          ...{ likeness: spellId(id), salt: 's', digest: spellId(id), createdAt: now, findings: [] },
        }
      })
      const authors = [{ id: author, name: 'Ada', createdAt: now }]
      await stage.store().samples.add(DEMO.site, articles, authors, samples, now)
    },
    /** Somebody at the desk's page of articles. */
    async atArticles(role: Role, options?: Parameters<Stage['opens']>[0]) {
      const { page: desk, ...opened } = await stage.opens(options)
      await desk.goto(await stage.link(role === 'owner' ? 'Olga' : 'Mona', role))
      await desk.getByRole('button', { name: /sign in/i }).click()
      await pressesAbove(desk, /^Articles/)
      await desk.getByRole('heading', { name: 'Articles', exact: true }).waitFor()
      return { ...opened, desk }
    },
    /**
     * A server so slow that its first two answers to a move come after 200 comments each, the second of them when it is
     * let go.
     */
    async movesSlowly(desk: Page, from: string, to: string): Promise<() => void> {
      const { moves } = stage.store()
      const ids = await Promise.all([from, to].map(async key => (await moves.named(DEMO.site, key))!.id))
      let letGo = () => {}
      const gone = new Promise<void>(resolve => {
        letGo = resolve
      })
      let requests = 0
      await desk.route('**/api/desk/moves', async (route: Route) => {
        requests += 1
        if (requests > 2) return route.continue()
        if (requests === 2) await gone
        const moved = await moves.step(ids[0]!, ids[1]!, 200)
        await route.fulfill({ json: { isDone: false, moved } satisfies MoveProgress })
      })
      return letGo
    },
  }
}

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>
