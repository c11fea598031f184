import { expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { createStore } from '../../server/store/store.ts'
import { answerOf } from '../people.ts'
import { inWorkerd, type World, world } from '../world.ts'

const address = ({ site, page }: World, more: Record<string, string> = {}) =>
  `/api/threads/stream?${new URLSearchParams({ site, url: page, ...more })}`

test('where nothing tells of commits cheaply there is no stream, and 204 says so', async () => {
  const stage = await world()
  const here = await stage.send(address(stage))
  expect(here.status).toBe(inWorkerd ? 204 : 200)
  await here.body?.cancel()
  const { driver } = stage.deps.store.engine
  const store = createStore({ batch: (...asked) => driver.batch(...asked), close: async () => {} })
  const response = await createApp({ ...stage.deps, store }).request(address(stage))
  expect([response.status, await response.text()]).toEqual([204, ''])
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})

test('who asks for the head alone takes nobody’s place', async () => {
  const stage = await world({ limits: true })
  const asks = (method: string) => stage.send(address(stage), { method, headers: { 'x-test-client': '192.0.2.9' } })
  for (let n = 0; n < 50; n++) expect(await (await asks('HEAD')).text()).toBe('')
  const response = await asks('GET')
  expect(response.status).toBe(inWorkerd ? 204 : 200)
  await response.body?.cancel()
})

test.each([
  [{ since: '-1' }, {}],
  [{ since: '1e9' }, {}],
  [{ since: '' }, {}],
  [{}, { 'Last-Event-ID': 'x' }],
  [{}, { 'Last-Event-ID': '9'.repeat(20) }],
])('a stream from %j %j is refused in words', async (query, headers) => {
  const stage = await world()
  const response = await stage.send(address(stage, query), { headers })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'bad_request', errors: [{ message: 'a revision' }] })
})

test('the OpenAPI document says that it is a stream and where it can be taken up again', async () => {
  const { send } = await world()
  const { paths } = await answerOf<{ paths: Record<string, unknown> }>(await send('/api/openapi.json'))
  expect(paths['/api/threads/stream']).toMatchObject({
    get: {
      parameters: expect.arrayContaining([
        expect.objectContaining({ name: 'last-event-id', in: 'header', required: false }),
      ]),
      responses: { 200: { content: { 'text/event-stream': { schema: expect.anything() } } }, 204: {} },
    },
  })
  expect(paths['/api/threads/changes']).toMatchObject({
    get: { responses: { 200: { content: { 'application/json': { schema: expect.anything() } } } } },
  })
})
