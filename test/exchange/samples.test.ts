import { expect, test } from 'vitest'
import { SAMPLES } from '../../server/exchange/samples.ts'
import { world } from '../world.ts'

const demo = () => world({ origins: ['loopback'], isDemo: true, parley: 'http://localhost:8787' })
const counted = (status: string) => SAMPLES.filter(sample => sample.status === status).length

test('the samples fill the queue and both articles, and one click takes them away again', async () => {
  const stage = await demo()
  const olga = await stage.atDesk('olga')
  const load = () => olga.asks<{ samples: number }>('/api/desk/samples', { method: 'POST', json: { site: stage.site } })
  expect(await load()).toEqual({ samples: 200 })
  expect(await load()).toEqual({ samples: 200 })
  const { counts, cases } = await olga.queue()
  expect(counts).toEqual({
    pending: counted('pending'),
    published: 101,
    rejected: counted('rejected'),
    spam: counted('spam'),
    withdrawn: 0,
    reported: 0,
    appealed: 0,
    unreviewed: 0,
  })
  for (const { findings } of cases) expect(findings.length).toBeGreaterThan(0)
  const reader = stage.as('ada', 'http://localhost:8787/demo/the-night-ferry')
  const thread = await reader.reads()
  expect(thread.article).toMatchObject({
    title: 'The night ferry',
    count: SAMPLES.filter(s => s.article === 'en' && s.status === 'published').length,
  })
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])

  const gone = await olga.asks(`/api/desk/samples?site=${stage.site}`, { method: 'DELETE' })
  expect(gone).toEqual({ samples: 200 })
  expect(await reader.sees()).toEqual([])
  expect((await olga.queue()).counts).toMatchObject({ pending: 0, published: 0, rejected: 0, spam: 0, withdrawn: 0 })
  expect((await olga.asks<{ sites: object[] }>('/api/desk/me')).sites).toMatchObject([{ samples: 0 }])
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
}, 30_000)

test('somebody’s real reply under a sample stays, under an emptied stub', async () => {
  const stage = await demo()
  const olga = await stage.atDesk('olga')
  await olga.asks('/api/desk/samples', { method: 'POST', json: { site: stage.site } })
  const reader = stage.as('ada', 'http://localhost:8787/demo/the-night-ferry')
  const deep = (await reader.reads()).comments.find(comment => comment.parent !== null)!
  const reply = await reader.replies(deep, 'I am real')
  await olga.rules(reply, 'approve')
  await olga.asks(`/api/desk/samples?site=${stage.site}`, { method: 'DELETE' })
  expect(await reader.sees()).toEqual(['(withdrawn)', '(withdrawn)', 'I am real'])
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
  const again = await olga.asks('/api/desk/samples', { method: 'POST', json: { site: stage.site } })
  expect(again).toEqual({ samples: 200 })
}, 30_000)

test('the samples go with all that readers and moderators have said about them', async () => {
  const stage = await demo()
  const olga = await stage.atDesk('olga')
  await olga.asks('/api/desk/samples', { method: 'POST', json: { site: stage.site } })
  const reader = stage.as('ada', 'http://localhost:8787/demo/the-night-ferry')
  const sample = (await reader.reads()).comments[0]!
  await reader.reports(sample, 'spam')
  const vote = { method: 'PUT', headers: reader.headers(), json: { value: 1 } }
  expect((await stage.send(`/api/comments/${sample.id}/vote`, vote)).status).toBe(200)
  await olga.notes(sample, 'A sample')
  await olga.notes(sample, 'Made up', 'author')
  await olga.acts(sample, 'edit', { text: 'Made up' })
  expect(await olga.asks(`/api/desk/samples?site=${stage.site}`, { method: 'DELETE' })).toEqual({ samples: 200 })
  expect(await reader.sees()).toEqual([])
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
}, 30_000)

test('the samples go though readers have called and muted who is in them, and nobody who read them goes along', async () => {
  const stage = await demo()
  const olga = await stage.atDesk('olga')
  await olga.asks('/api/desk/samples', { method: 'POST', json: { site: stage.site } })
  const page = 'http://localhost:8787/demo/the-night-ferry'
  const [ada, ben] = [stage.as('ada', page), stage.as('ben', page)]
  const [sample, other] = (await ada.reads()).comments.filter(comment => comment.parent === null)
  const called = await ada.posts(`@${sample!.author!.name} was there`, { mentions: [sample!.id] })
  await ada.mutes(other!)
  // Somebody who has only voted and followed, and whose token is gone.
  await ben.votes(called).catch(() => {})
  await ben.follows()
  await ben.signsOut()
  expect(await olga.asks(`/api/desk/samples?site=${stage.site}`, { method: 'DELETE' })).toEqual({ samples: 200 })
  expect((await ada.lists<{ mutes: object[] }>('mutes')).mutes).toEqual([])
  expect((await ada.looksAtOwn()).unpublished).toHaveLength(1)
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
}, 30_000)

test('only the demo site takes samples', async () => {
  const stage = await world()
  const olga = await stage.atDesk('olga')
  const load = olga.asks('/api/desk/samples', { method: 'POST', json: { site: stage.site } })
  await expect(load).rejects.toMatchObject({ code: 'samples_demo_only', status: 403 })
})

test('the samples go in one click while readers are answering them', async () => {
  const stage = await demo()
  const olga = await stage.atDesk('olga')
  await olga.asks('/api/desk/samples', { method: 'POST', json: { site: stage.site } })
  const reader = stage.as('ada', 'http://localhost:8787/demo/the-night-ferry')
  const roots = (await reader.reads()).comments.filter(comment => comment.parent === null)
  const replying = roots.map((root, n) => reader.sends({ text: `Answer ${n}`, parent: root.id }))
  const removing = olga.sends(`/api/desk/samples?site=${stage.site}`, { method: 'DELETE' })
  const statuses = (await Promise.all(replying)).map(({ status }) => status)
  expect((await removing).status).toBe(200)
  for (const status of statuses) expect([201, 404, 409]).toContain(status)
  expect((await reader.looksAtOwn()).unpublished).toHaveLength(statuses.filter(status => status === 201).length)
  expect(await stage.deps.store.doctor.discrepancies()).toEqual([])
}, 30_000)
