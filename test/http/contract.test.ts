import { describe, expect, test } from 'vitest'
import { world } from '../world.ts'

interface OpenApi {
  openapi: string
  paths: Record<
    string,
    Record<
      string,
      {
        parameters: { name: string; in: string; required: boolean }[]
        responses: Record<string, { description: string }>
        requestBody?: object
      }
    >
  >
  components: { schemas: Record<string, unknown> }
}

describe('the OpenAPI document', () => {
  test('describes every route of the API and no other', async () => {
    const { app, send } = await world()
    const document = (await (await send('/api/openapi.json')).json()) as OpenApi
    expect(document.openapi).toBe('3.1.0')
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    )
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/openapi.json')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.sort()).toEqual([...new Set(served)].sort())
  })

  test('says what a route takes, and every reference in it resolves', async () => {
    const { send } = await world()
    const document = (await (await send('/api/openapi.json')).json()) as OpenApi
    const { parameters } = document.paths['/api/threads']!['get']!
    expect(parameters.map(({ name, required }) => [name, required])).toEqual([
      ['site', true],
      ['url', true],
      ['canonical', false],
      ['article', false],
      ['sort', false],
      ['limit', false],
      ['after', false],
    ])
    expect(JSON.stringify(document.paths['/api/comments']!['post']!.requestBody)).toContain(
      '"required":["site","url","text"]',
    )
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(match => match[1]!)
    expect(references.length).toBeGreaterThan(5)
    for (const reference of references)
      expect(document.components.schemas).toHaveProperty(reference.replace('#/components/schemas/', ''))
  })

  test('names the places in each path, and says what comes back, refusals too', async () => {
    const { send } = await world()
    const { paths } = (await (await send('/api/openapi.json')).json()) as OpenApi
    for (const [path, methods] of Object.entries(paths)) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
      for (const { parameters, responses, requestBody } of Object.values(methods)) {
        expect(parameters.filter(each => each.in === 'path').map(({ name }) => name)).toEqual(places)
        for (const response of Object.values(responses)) expect(response.description).toMatch(/./)
        const statuses = Object.keys(responses)
        expect(statuses.some(status => status.startsWith('2'))).toBe(true)
        expect(statuses).toContain('default')
        if (requestBody) expect(statuses).toEqual(expect.arrayContaining(['400', '413']))
      }
    }
  })
})

describe('reading a thread', () => {
  test('is answered 304 while the public sees nothing new, and anew as soon as it does', async () => {
    const { as, send, site, page } = await world({ settings: { holds: 'none' } })
    const address = `/api/threads?${new URLSearchParams({ site, url: page })}`
    const first = await send(address)
    const etag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = await send(address, { headers: { 'If-None-Match': etag } })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    await as('ada').posts('New')
    const changed = await send(address, { headers: { 'If-None-Match': etag } })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
  })

  test('is the same for everyone: a token changes nothing', async () => {
    const { as, send, site, page } = await world()
    await as('ada').posts('Waiting')
    const address = `/api/threads?${new URLSearchParams({ site, url: page })}`
    const plain = await (await send(address)).text()
    expect(await (await send(address, { headers: as('ada').headers() })).text()).toBe(plain)
  })

  test('makes no row for a page nobody has written on', async () => {
    const { as, page, deps, site } = await world()
    for (let n = 0; n < 5; n++) await as('ada', `${page}-${n}`).reads()
    expect(await deps.store.threads.article(site, '/news/1-0')).toBeNull()
  })

  test.each([
    'limit=-1',
    'limit=0',
    'limit=1e9',
    'limit=51',
    'sort=random',
    'after=%00',
    'after=-1',
    'after=zzzzzzzzzzzzzz',
  ])('with %s is refused in words', async query => {
    const { send, site, page } = await world()
    const response = await send(`/api/threads?${new URLSearchParams({ site, url: page })}&${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      code: 'bad_request',
      errors: [{ path: expect.stringMatching(/^query\./) }],
    })
  })
})

describe('any page may ask the readers’ API', () => {
  test('a preflight is answered, and refusals can be read', async () => {
    const { send } = await world()
    const preflight = await send('/api/comments', {
      method: 'OPTIONS',
      headers: { Origin: 'https://anywhere.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Idempotency-Key')
    for (const path of ['/api/threads', '/api/nothing']) {
      const response = await send(path)
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    }
  })

  test('but not the desk’s', async () => {
    const { send } = await world()
    for (const init of [{ method: 'OPTIONS' }, { method: 'GET' }]) {
      const response = await send('/api/desk/queue', { ...init, headers: { Origin: 'https://anywhere.example' } })
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

test('an unknown address and a wrong method are told apart', async () => {
  const { send } = await world()
  expect(await (await send('/api/nothing')).json()).toMatchObject({ status: 404, code: 'not_found' })
  const wrong = await send('/api/threads', { method: 'DELETE' })
  expect(await wrong.json()).toMatchObject({ status: 405, code: 'method_not_allowed' })
  expect(wrong.headers.get('allow')).toBe('GET, HEAD')
})

test('a fault of ours is answered in words without its cause, which only the log has', async () => {
  const { app, deps, log } = await world()
  const broken = new Proxy(deps.store, {
    get(store, noun) {
      if (noun === 'sites') throw new Error('the disk is full of secrets')
      return Reflect.get(store, noun)
    },
  })
  const { createApp } = await import('../../server/app.ts')
  const response = await createApp({ ...deps, store: broken }).request(
    'https://parley.example/api/threads?site=a&url=b',
  )
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('secrets')
  expect(JSON.stringify(log)).toContain('the disk is full')
  expect((await app.request('https://parley.example/healthz')).status).toBe(200)
})
