import fc from 'fast-check'
import { READERS } from '../../people.ts'
import type { OpenApi, Operation, Schema } from './document.ts'
import { flipped, type Harm, harm, harmed, nastyText } from './harm.ts'
import { DESK_HANDS, type Plan, token } from './plan.ts'
import { goodValue } from './values.ts'
import { NASTY_QUERIES, nastyHeader } from './wild.ts'

/** How often an operation is asked for, where it leads to more than others; 40 for all others. */
const WEIGHTS: Record<string, number> = {
  'POST /api/comments': 300,
  'GET /api/threads': 80,
  'POST /api/desk/rulings': 100,
  'POST /api/desk/acts': 80,
  'PATCH /api/comments/{id}': 80,
  'DELETE /api/comments/{id}': 60,
  'POST /api/comments/{id}/restore': 60,
  'POST /api/comments/{id}/appeal': 100,
  'PUT /api/comments/{id}/vote': 60,
  'GET /api/desk/queue': 80,
  // These undo what others need, or take long.
  'POST /api/account/erase': 12,
  'POST /api/desk/samples': 6,
  'DELETE /api/desk/samples': 6,
  'GET /api/desk/log/export': 10,
  'POST /api/desk/authors/{id}/rulings': 10,
  'GET /api/threads/stream': 20,
  'POST /api/desk/trials': 10,
}

const client = fc.oneof(
  { arbitrary: fc.nat(250).map(n => `198.51.100.${n}`), weight: 9 },
  { arbitrary: fc.constantFrom('203.0.113.7', null), weight: 1 },
)

const whoFor = ({ security }: Operation): fc.Arbitrary<Plan['as']> => {
  const readers = fc.constantFrom<Plan['as']>(...READERS, 'ada', 'ben')
  const desk = fc.constantFrom<Plan['as']>('mona', 'olga', 'olga', 'olga')
  const meant = security?.[0]?.['moderator']
    ? desk
    : security
      ? readers
      : fc.oneof(readers, fc.constant('nobody' as const))
  return fc.oneof(
    { arbitrary: meant, weight: 12 },
    { arbitrary: fc.constantFrom<Plan['as']>(...READERS, ...DESK_HANDS, 'nobody'), weight: 1 },
  )
}

/** The query of good values as it goes over the wire: tokens stand in it as they are. */
const spelt = (pairs: [string, unknown][]) =>
  pairs
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name.toWellFormed())}=${spell(inWords(value))}`)
    .join('&')

const inWords = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** Percent-encodes all but tokens. */
export const spell = (text: string) =>
  text
    .split(/(‹[^›]*›)/)
    .map((part, n) => (n % 2 ? part : encodeURIComponent(part.toWellFormed())))
    .join('')

/**
 * Any request that the document allows, and what nobody should send instead.
 * @param only the operations to draw from, by name; all where none is given
 */
export function plansOf({ paths, components }: OpenApi, only?: readonly string[]): fc.Arbitrary<Plan> {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method,
      path,
      operation,
    })),
  )
  const drawn = only ? operations.filter(({ name }) => only.includes(name)) : operations
  return fc.oneof(
    ...drawn.map(({ name, method, path, operation }) => ({
      arbitrary: plansFor(name, method.toUpperCase(), path, operation, components.schemas),
      weight: WEIGHTS[name] ?? 40,
    })),
  )
}

function plansFor(
  name: string,
  method: string,
  path: string,
  operation: Operation,
  named: Record<string, Schema>,
): fc.Arbitrary<Plan> {
  const given = operation.parameters.map(({ name: parameter, in: place, required, schema }) => {
    const good = goodValue(name, parameter, schema, named)
    return [`${place} ${parameter}`, required ? good : fc.option(good, { nil: undefined, freq: 1 })] as const
  })
  const body = operation.requestBody?.content['application/json']?.schema
  return fc
    .record({
      given: fc.record(Object.fromEntries(given) as Record<string, fc.Arbitrary<unknown>>),
      body: body ? goodValue(name, 'body', body, named) : fc.constant(undefined),
      harms: fc.oneof(
        { arbitrary: fc.constant([] as Harm[]), weight: 3 },
        { arbitrary: fc.array(harm, { minLength: 1, maxLength: 3 }), weight: 2 },
      ),
      wild: fc.oneof(
        { arbitrary: fc.constant(null), weight: 8 },
        {
          arbitrary: fc.record({ what: fc.nat(30), text: nastyText, header: nastyHeader, at: fc.nat(1_000) }),
          weight: 1,
        },
      ),
      as: whoFor(operation),
      client,
    })
    .map(drawn => planFrom(method, path, body !== undefined, drawn))
}

interface Drawn {
  given: Record<string, unknown>
  body: unknown
  harms: Harm[]
  wild: { what: number; text: string; header: [string, string]; at: number } | null
  as: Plan['as']
  client: string | null
}

function planFrom(
  method: string,
  path: string,
  hasBody: boolean,
  { given, body, harms, wild, as, client }: Drawn,
): Plan {
  // Half of what is harmed is harmed in the address, where there is no body all of it.
  const ofAddress = harms.filter(({ at }) => !hasBody || at % 2 === 0)
  const ofBody = harms.filter(each => !ofAddress.includes(each))
  const values = Object.entries(given)
  const parameters: [string, unknown][] = []
  const headers: Plan['headers'] = []
  let target = path
  for (const [which, value] of values) {
    const [place, name] = which.split(' ') as [string, string]
    const hurt = ofAddress.find(({ at }) => values[at % values.length]![0] === which)
    const changed = hurt ? afterHarm(value, hurt) : value
    if (place === 'path') target = target.replace(`{${name}}`, () => spell(inWords(changed)) || '%20')
    else if (place === 'query') {
      parameters.push([name, changed])
      if (hurt?.does === 'again') parameters.push([name, hurt.with])
      if (hurt?.does === 'add') parameters.push(['__proto__', 'x'], [name, value])
    } else if (changed !== undefined) headers.push([name, ascii(inWords(changed))])
  }
  if (parameters.length > 0) target += `?${spelt(parameters)}`
  const sent = ofBody.reduce<unknown>(harmed, body)
  const plan: Plan = { method, target, headers, as, client, body: hasBody ? JSON.stringify(sent ?? null) : null }
  if (hasBody) headers.push(['content-type', 'application/json'])
  // Who signs in or out here is nobody whom the others need.
  if (path === '/api/desk/session') {
    headers.push(['origin', 'https://parley.example'])
    if (method === 'DELETE') headers.push(['cookie', token('session')])
    plan.as = 'nobody'
  }
  return wild ? gone(plan, wild) : plan
}

function afterHarm(value: unknown, { does, with: other, at }: Harm): unknown {
  if (does === 'remove') return undefined
  if (does === 'flip') return flipped(inWords(value), at)
  return does === 'again' || does === 'add' ? value : other
}

export const ascii = (text: string) => text.replace(/[^\x20-\x7e‹›]/g, '?')

/** The plan gone wrong as a whole, in one of many ways. */
function gone(plan: Plan, { what, text, header, at }: NonNullable<Drawn['wild']>): Plan {
  const { target, headers, body } = plan
  const rest = headers.filter(([name]) => name !== 'content-type')
  const typed = (type: string): Plan => ({ ...plan, headers: [...rest, ['content-type', type]] })
  const ways: (() => Plan)[] = [
    () => ({
      ...plan,
      method: ['HEAD', 'OPTIONS', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'BREW', 'get'][at % 10]!,
      body: null,
    }),
    () => ({
      ...plan,
      method: 'OPTIONS',
      body: null,
      headers: [
        ['origin', 'https://anywhere.example'],
        ['access-control-request-method', plan.method],
      ],
    }),
    () => ({ ...plan, method: 'HEAD', body: null }),
    () => ({ ...plan, headers: [...headers, header] }),
    () => ({
      ...plan,
      headers: [
        ...headers,
        [
          'authorization',
          `Bearer ${['', 'prl_', `prl_${'x'.repeat(44)}`, token('token', at), 'a b', token('long', 900)][at % 6]}`,
        ],
      ],
    }),
    () => ({
      ...plan,
      headers: [
        ...headers,
        [
          'cookie',
          [
            `__Host-parley=${token('long', 900)}`,
            '__Host-parley=',
            ';;;=;',
            '__Host-parley=%E0%A4%A',
            `__Host-parley-reader-x=1; __proto__=1`,
          ][at % 5]!,
        ],
      ],
    }),
    () => ({
      ...plan,
      headers: [
        ...headers,
        [
          'origin',
          ['null', 'https://evil.example', '', 'https://daily.example', 'https://parley.example.evil', 'a b'][at % 6]!,
        ],
      ],
    }),
    () => ({
      ...plan,
      headers: [...headers, ['idempotency-key', ['one', 'two', '', ' ', 'é', token('long', 600)][at % 6]!]],
    }),
    () => ({
      ...plan,
      headers: [...headers, ['accept', ['text/html', '*/*', 'application/xml;q=0.1', 'x'.repeat(900)][at % 4]!]],
    }),
    () => ({ ...plan, headers: [...headers, ['if-none-match', ['*', 'W/"1-1-test"', '"', ',,,,'][at % 4]!]] }),
    () => ({ ...plan, target: target + (target.includes('?') ? '&' : '?') + NASTY_QUERIES[at % NASTY_QUERIES.length] }),
    () => ({ ...plan, target: `${target.split('?')[0]}?${NASTY_QUERIES[at % NASTY_QUERIES.length]}` }),
    () => ({ ...plan, target: target.replace(/\/[^/?]*(\?|$)/, (_, mark) => `/${spell(text) || '%20'}${mark}`) }),
    () => ({
      ...plan,
      target: target.replace(
        '/api/',
        ['//api/', '/api//', '/api/./', '/API/', '/%61pi/', '/api/%2e%2e/', '/api/;/', '/api/desk/'][at % 8]!,
      ),
    }),
    () => ({ ...plan, target: `${target}${'/'.repeat(1 + (at % 3))}` }),
    () => ({ ...plan, target: `${target}${target.includes('?') ? '&' : '?'}x=${token('long', 60_000)}` }),
    () => ({ ...plan, target: target.replace(/=([^&]*)/, '=$1&site=$1&site=') }),
    () =>
      typed(
        [
          'text/plain',
          '',
          'application/xml',
          'multipart/form-data',
          'application/x-www-form-urlencoded',
          'application/json; charset=utf-16',
          'x'.repeat(500),
        ][at % 7]!,
      ),
    () => ({ ...plan, headers: rest }),
    () => (body === null ? plan : { ...plan, body: body.slice(0, at % (body.length + 1)) }),
    () =>
      body === null
        ? plan
        : {
            ...plan,
            body: [
              `${body}${body}`,
              `\ufeff${body}`,
              ` ${body}\n`,
              '',
              'null',
              '[]',
              '"x"',
              '{',
              token('deep', 30_000),
              token('bytes', 'ff fe 00'),
              `{"a":"${token('bytes', 'c3 28')}"}`,
              '{"__proto__":{"site":"x"}}',
              token('long', 1_200_000),
            ][at % 13]!,
          },
    () => (body === null ? plan : { ...plan, body: body.replace(/^\{/, '{"site":"twice",') }),
    () => (body === null ? plan : { ...plan, coming: 'pieces' as const }),
    () => (body === null ? plan : { ...plan, coming: 'gzip' as const }),
    () =>
      body === null
        ? plan
        : {
            ...plan,
            headers: [...headers, ['content-length', ['0', '1', '-1', '1e9', 'x', '99999999999999999999'][at % 6]!]],
          },
    () =>
      body === null
        ? { ...plan, body: '{"a":1}', method: plan.method === 'GET' ? 'GET' : plan.method }
        : { ...plan, body: null },
  ]
  return ways[what % ways.length]!()
}
