import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Changes, Comment } from '../../server/contract.ts'
import { answerOf, plainText } from '../people.ts'
import { inWorkerd, type World, world } from '../world.ts'

const changesSince = async ({ send, site, page }: World, since: number) =>
  answerOf<Changes>(
    await send(`/api/threads/changes?${new URLSearchParams({ site, url: page, since: String(since) })}`),
  )

test('new, answered and removed comments come as changes, waiting ones never', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  const { as, atDesk } = stage
  const root = await as('ada').posts('Root')
  const { revision } = (await as('eve').reads()).article
  expect(await changesSince(stage, revision)).toEqual({
    revision,
    count: 1,
    comments: [],
    gone: [],
    isMore: false,
    isAnew: false,
  })

  const reply = await as('ben').replies(root, 'Reply')
  const added = await changesSince(stage, revision)
  expect(added.comments.map(({ id }) => id)).toEqual([reply.id])
  expect(added.revision).toBeGreaterThan(revision)

  const mona = await atDesk('mona')
  await mona.rules(root, 'reject')
  const stubbed = await changesSince(stage, added.revision)
  expect(stubbed.comments).toMatchObject([{ id: root.id, status: 'rejected', author: null, tree: [] }])
  await mona.rules(reply, 'spam')
  const emptied = await changesSince(stage, stubbed.revision)
  expect(emptied.comments).toEqual([])
  expect(emptied.gone.sort()).toEqual([root.id, reply.id].sort())
  expect(emptied.count).toBe(0)
})

test('a waiting comment changes nothing that the public sees', async () => {
  const stage = await world()
  await stage.as('ada').posts('Waiting')
  expect(await changesSince(stage, 0)).toEqual({
    revision: 0,
    count: 0,
    comments: [],
    gone: [],
    isMore: false,
    isAnew: false,
  })
})

test('many changes come in pages, and a revision from the future is answered with the true one', async () => {
  const stage = await world({ settings: { holds: 'none' } })
  for (let n = 0; n < 130; n++) await stage.as('ada').posts(`Number ${n} of many`)
  const first = await changesSince(stage, 0)
  expect([first.comments.length, first.isMore]).toEqual([100, true])
  const second = await changesSince(stage, first.revision)
  expect([second.comments.length, second.isMore]).toEqual([30, false])
  expect([...first.comments, ...second.comments].map(plainText)).toEqual(
    Array.from({ length: 130 }, (_, n) => `Number ${n} of many`),
  )
  expect((await changesSince(stage, 999_999)).revision).toBe(second.revision)
}, 30_000)

test.each(['-1', '1e9', 'x', ''])('since=%s is refused', async since => {
  const { send, site, page } = await world()
  expect((await send(`/api/threads/changes?${new URLSearchParams({ site, url: page, since })}`)).status).toBe(400)
})

test('whoever follows the changes sees what a fresh page shows, whatever happened', async () => {
  const step = fc.tuple(
    fc.constantFrom('post', 'reply', 'reject', 'spam', 'restore', 'approve', 'withdraw'),
    fc.nat(1000),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async steps => {
      const stage = await world({ settings: { holds: 'none', linksAllowed: 9 } })
      const mona = await stage.atDesk('mona')
      const all: Comment[] = []
      const screen = new Map<string, Comment>()
      let since = 0
      const follow = async () => {
        const { revision, comments, gone } = await changesSince(stage, since)
        since = revision
        for (const comment of comments) screen.set(comment.id, comment)
        for (const id of gone) screen.delete(id)
      }
      for (const [at, [what, which]] of steps.entries()) {
        const chosen = all[which % Math.max(1, all.length)]
        if (what === 'post') all.push(await stage.as('ada').posts(`Post ${at}`))
        else if (!chosen) continue
        else if (what === 'reply')
          await stage
            .as('ada')
            .replies(chosen, `Reply ${at}`)
            .then(
              reply => all.push(reply),
              () => {},
            )
        else if (what === 'withdraw') await stage.as('ada').withdraws(chosen)
        else await mona.rules(chosen, what as 'reject')
        if (which % 3 === 0) await follow()
      }
      await follow()
      const fresh = await stage.as('ben').reads({ limit: '50' })
      const rest = await Promise.all(
        fresh.comments
          .filter(({ parent }) => parent === null)
          .map(async root => answerOf<{ comments: Comment[] }>(await stage.send(`/api/comments/${root.id}/replies`))),
      )
      const shown = [
        ...fresh.comments.filter(({ parent }) => parent === null),
        ...rest.flatMap(({ comments }) => comments),
      ]
      const outline = (comments: Comment[]) =>
        comments.map(({ id, status, parent }) => `${id} ${status} ${parent}`).sort()
      expect(outline([...screen.values()])).toEqual(outline(shown))
      expect(fresh.article.count).toBe(shown.filter(({ status }) => status === 'published').length)
      expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
    }),
    { numRuns: inWorkerd ? 5 : 20 },
  )
}, 60_000)
