import fc from 'fast-check'
import { POLICY_SETTINGS, STATUSES } from '../../../server/contract.ts'
import { SITE_SETTINGS } from '../../../server/sites/settings.ts'
import type { Schema } from './document.ts'
import { bare, token } from './plan.ts'

type Value = fc.Arbitrary<unknown>

const nat = fc.nat(59)
const tokenOf = (what: string, more = '') => nat.map(n => token(what, `${n}${more && ` ${more}`}`))

/** Texts as people write them, and as people who mean no good write them. */
export const TEXTS = [
  'I was there, and it was **not** like that.',
  'این گزارش درست نیست.\n\n> نقل قول\n\nو پاسخ',
  '@ada see <https://example.org/a?b=c#d> and [this](https://example.net)',
  '- one\n- two\n  1. three\n\n```\ncode\n```',
  '`a` ~~b~~ *c*\u202e reversed \u2066',
  'zero\u200bwidth and a\u0301ccents\u0000and NUL',
  '\ud83d half an emoji',
  '<script>alert(1)</script>',
  '*_**_*'.repeat(60),
  '> '.repeat(200),
  '[a]('.repeat(200),
]

const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'grapheme', maxLength: 80 }).map(each => `so ${each}`),
  fc.nat(1_000_000).map(n => `Sample comment number ${n}`),
)

/** Properties by their names: what an operation can only do something with if it is of this world. */
const NAMED: Record<string, Value> = {
  site: nat.map(n => token('site', n)),
  url: tokenOf('url'),
  canonical: tokenOf('url'),
  article: fc.constantFrom('story-7', 'گزارش', 'a/b?c'),
  title: text,
  text,
  parent: tokenOf('root'),
  comment: fc.oneof(
    tokenOf('comment'),
    tokenOf('root'),
    fc.constantFrom(...STATUSES).chain(each => tokenOf('of-status', each)),
  ),
  name: fc.oneof(
    { arbitrary: fc.constantFrom('Ada', 'گزارشگر', 'Ben Eight', 'Chiara D.'), weight: 9 },
    { arbitrary: fc.constantFrom('mona', 'x'.repeat(61), '\u202eevil', ''), weight: 1 },
  ),
  stamp: tokenOf('stamp'),
  fragment: fc.constantFrom('#comment-7', '#comment-8', '#top'),
  since: fc.nat(40).map(String),
  'last-event-id': fc.nat(40).map(String),
  'idempotency-key': fc.nat(60).map(n => `key-${n}`),
  limit: fc.integer({ min: 1, max: 50 }).map(String),
  q: fc.constantFrom(
    'ada',
    'نظر',
    'first comment',
    '"quoted phrase',
    'a* NEAR(b) -c',
    '%',
    '/news',
    '=story',
    'https://daily.example/news/1',
  ),
  language: fc.constantFrom('en', 'fa', 'und', ''),
  rule: fc.constantFrom('firstComments', 'tooManyLinks', 'heldHere'),
  person: fc.oneof(fc.constantFrom('rules', 'author'), tokenOf('account')),
  author: tokenOf('author'),
  until: fc.integer({ min: 1, max: 9 }).map(n => bare('now', n * 60_000)),
  closesAt: fc.oneof(fc.constant(null), fc.constant(bare('now', 3_600_000))),
  email: fc.nat(30).map(n => `reader-${n}@mail.example`),
  digests: fc.array(
    nat.map(n => token('site', n * 12 + 1)),
    { maxLength: 2 },
  ),
  link: fc.constant(token('link')),
  code: fc.constant(token('code')),
  ticket: fc.constant(token('code')),
  proof: tokenOf('proof'),
  token: nat.map(n => token('login', n)),
  provider: fc.constant('harbour'),
  lang: fc.constantFrom('fa', 'en-GB', 'x'),
  key: tokenOf('key'),
  delivery: tokenOf('delivery'),
  from: tokenOf('key'),
  to: fc.oneof(tokenOf('key'), fc.constantFrom('/new-place', '=moved', 'https://daily.example/elsewhere')),
  of: fc.oneof(tokenOf('member'), tokenOf('invited')),
  invitation: tokenOf('invitation'),
  // With others, nobody of this town could write any more.
  origins: fc.constant(['https://daily.example', 'https://fa.daily.example', 'https://parley.example']),
  entries: fc.constantFrom('badword\nfree * money\n# a remark', 'terroris*', 'evil.example', '***\n!!', ''),
  settings: fc.constantFrom(...POLICY_SETTINGS).map(name => ({ [name]: SITE_SETTINGS[name].default })),
}

const rarely = (value: Value) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 5 }, { arbitrary: value, weight: 1 })

/** Where a name means something else in one operation. */
const IN: Record<string, Value> = {
  'POST /api/comments canonical': rarely(tokenOf('url')),
  'POST /api/comments article': rarely(fc.constantFrom('story-7', 'a/b?c')),
  'POST /api/comments parent': fc.oneof(fc.constant(undefined), tokenOf('root')),
  'PUT /api/follows comment': rarely(tokenOf('root')),
  'POST /api/follows/seen comment': rarely(tokenOf('root')),
  'POST /api/sign-in/code claim': fc
    .nat(200)
    .chain(n =>
      fc
        .constantFrom('sign_in', 'sign_in', 'export', 'erase', 'sign_out', 'link')
        .map(each => token('claim', `${n} ${each}`)),
    ),
  'POST /api/sign-in/ticket claim': fc.constant(token('claim', 'ticket')),
  'PUT /api/desk/policy seen': fc.constant(token('policy')),
  'PUT /api/desk/lists seen': fc.constant(token('policy')),
  'PATCH /api/desk/sites/{id} seen': fc.constant(token('policy')),
  'PATCH /api/desk/sites/{id} name': fc.constantFrom('The Daily', 'روزنامه'),
  'POST /api/desk/sites id': fc.nat(1_000).map(n => `made-${n}`),
  'POST /api/desk/invitation/acceptance name': fc.nat(1_000).map(n => `Newcomer ${n}`),
  'PATCH /api/desk/me publicName': fc.oneof(
    fc.constant(null),
    fc.nat(50).map(n => `Pen ${n}`),
  ),
  'POST /api/desk/keys name': fc.nat(1_000).map(n => `Key ${n}`),
  'POST /api/desk/webhooks url': fc.constantFrom('https://hooks.example/in', 'https://127.0.0.1/in'),
  'POST /api/desk/saved-replies name': fc.nat(1_000).map(n => `Reply ${n}`),
  'PUT /api/desk/saved-replies/{id} name': fc.nat(1_000).map(n => `Reply ${n}`),
  'GET /api/desk/queue from': fc.constant('0'),
  'GET /api/desk/queue until': fc.constant(token('now', 1)),
  'GET /api/desk/log from': fc.constant('0'),
  'GET /api/desk/log to': fc.constant(token('now', 1)),
  'POST /api/desk/authors/{id}/rulings from': tokenOf('author'),
  'POST /api/desk/trials after': tokenOf('comment'),
  'POST /api/desk/trials lists': fc.constant([{ kind: 'held_words', language: '', entries: 'first' }]),
}

/** What stands for `id` in a path. */
function idIn(operation: string): Value {
  if (operation.includes('/sites/')) return NAMED['site']!
  if (operation.includes('/webhooks/')) return tokenOf('hook')
  if (operation.includes('/keys/')) return tokenOf('api-key')
  if (operation.includes('/notes/')) return tokenOf('note')
  if (operation.includes('/saved-replies/')) return tokenOf('saved')
  if (operation.includes('/authors/')) return tokenOf('author')
  if (/appeal/.test(operation)) return fc.oneof(fc.constant(token('refused')), tokenOf('own'))
  if (/^(PATCH|DELETE) |\/source|\/restore/.test(operation)) return tokenOf('own')
  if (/\/replies$/.test(operation)) return tokenOf('root')
  return NAMED['comment']!
}

/** A good value for what has this name in this operation; for anything else what its schema says. */
export function goodValue(operation: string, name: string, schema: Schema, named: Record<string, Schema>): Value {
  const own = IN[`${operation} ${name}`]
  if (own) return own
  if (name === 'id') return idIn(operation)
  if (name === 'after') return nat.map(n => token('cursor', `${n} ${operation}`))
  if (name === 'seen' && schema.type === 'integer') return fc.constant(bare('version'))
  if (name === 'ids') return fc.array(tokenOf('comment'), { maxLength: 8 })
  if (name === 'urls') return fc.array(tokenOf('url'), { maxLength: 5 })
  if (Object.hasOwn(NAMED, name) && schema.enum === undefined) return NAMED[name]!
  return fromSchema(schema, named, operation)
}

/** A value that a schema allows. */
export function fromSchema(schema: Schema, named: Record<string, Schema>, operation = '', depth = 0): Value {
  if (schema.$ref) return fromSchema(named[schema.$ref.split('/').at(-1)!]!, named, operation, depth + 1)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map(each => fromSchema(each, named, operation, depth + 1)))
  switch (schema.type) {
    case 'string':
      return schema.pattern
        ? fc.stringMatching(new RegExp(schema.pattern, 'u')).map(each => each.slice(0, schema.maxLength ?? 200))
        : fc.string({
            unit: 'grapheme',
            minLength: schema.minLength ?? 0,
            maxLength: Math.min(schema.maxLength ?? 40, 40),
          })
    case 'integer':
    case 'number':
      return fc.integer({
        min: Math.max(schema.minimum ?? -1_000, -1_000),
        max: Math.min(schema.maximum ?? 100_000, 100_000),
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}, named, operation, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 4, 4)),
      })
    case 'object':
      return objectOf(schema, named, operation)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objectOf(
  { properties, required = [], additionalProperties }: Schema,
  named: Record<string, Schema>,
  operation: string,
): Value {
  if (!properties) {
    const shape = typeof additionalProperties === 'object' ? additionalProperties : {}
    return fc.dictionary(fc.string({ maxLength: 20 }), fromSchema(shape, named), { maxKeys: 4 })
  }
  const fields = Object.entries(properties).map(([name, shape]) => [name, goodValue(operation, name, shape, named)])
  return fc.record(Object.fromEntries(fields), { requiredKeys: required as never[], noNullPrototype: true })
}
