import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import type { ProblemCode } from '../contract.ts'
import { problemDocument } from '../problems.ts'
import { ownCookieName } from './own-pages.ts'
import { neededScope, type RouteSpec, takesKeys } from './slice.ts'
import * as wire from './wire.ts'

type JsonSchema = Record<string, unknown>

/** The schemas that get a name of their own in the document. */
const NAMED: Record<string, GenericSchema<unknown, unknown>> = {
  Inline: wire.InlineNode,
  Block: wire.BlockNode,
  Comment: wire.Comment,
  Thread: wire.Thread,
  Replies: wire.Replies,
  Me: wire.Me,
  Finding: wire.Finding,
  Decision: wire.Decision,
  Case: wire.Case,
  ProblemDocument: wire.ProblemDocument,
}

/** The OpenAPI 3.1 document of these routes, made from what they validate with. */
export function openApi(specs: readonly RouteSpec[], origin: string, build: string) {
  const paths: Record<string, JsonSchema> = {}
  for (const spec of specs) {
    const path = spec.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [spec.method]: operation(spec) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Parley', version: build, description: 'A conversation under an article.' },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: toJsonSchemaDefs(NAMED as never, { ...CONVERSION, typeMode: 'output' }),
      securitySchemes: {
        reader: {
          type: 'http',
          scheme: 'bearer',
          description: 'prl_ and 43 base64url characters, made by the reader’s browser',
        },
        key: {
          type: 'http',
          scheme: 'bearer',
          description:
            'prk_ and 43 base64url characters, made by an owner of the site; the scope that is needed stands beside it',
        },
        moderator: { type: 'apiKey', in: 'cookie', name: ownCookieName({ origin }, 'parley') },
      },
    },
  }
}

function operation(spec: RouteSpec): JsonSchema {
  const answers = Object.entries(spec.answers).map(([status, schema]) => [
    status,
    {
      description: Number(status) < 300 ? 'Done' : 'As asked',
      ...(schema && content(schema, 'output', spec.isStream ? ['text/event-stream'] : spec.types)),
    },
  ])
  return {
    summary: spec.summary,
    ...securityOf(spec),
    parameters: [
      ...parameters(spec.params, 'path'),
      ...parameters(spec.query, 'query'),
      ...parameters(spec.headers, 'header'),
    ],
    ...(spec.body && { requestBody: { required: true, ...content(spec.body, 'input') } }),
    ...(spec.takesBytes && {
      requestBody: { required: true, content: { 'application/octet-stream': { schema: BYTES } } },
    }),
    responses: {
      ...Object.fromEntries(answers),
      ...Object.fromEntries(
        Object.entries(Object.groupBy(ofItself(spec), code => problemDocument(code).status)).map(([status, codes]) => [
          status,
          refusal(codes!),
        ]),
      ),
      default: refusal([]),
    },
  }
}

/** Who may, as OpenAPI 3.1 says it: a scheme, and for the desk's the role or the key's scope that is needed. */
function securityOf(spec: RouteSpec): JsonSchema {
  const { who } = spec
  if (who === 'anyone') return {}
  if (who === 'reader') return { security: [{ reader: [] }] }
  const bySession = { moderator: who === 'owner' ? ['owner'] : [] }
  return { security: takesKeys(spec) ? [bySession, { key: [neededScope(spec)] }] : [bySession] }
}

/** The refusals that follow from what a route takes; the others are told by their codes. */
function ofItself(spec: RouteSpec): ProblemCode[] {
  const { who, method, params, query, headers, body, takesBytes } = spec
  const isDesk = who !== 'anyone' && who !== 'reader'
  const takes = params || query || headers || body
  return [
    ...(takes ? (['bad_request'] as const) : []),
    ...(body ? (['bad_json'] as const) : []),
    ...(body || takesBytes ? (['body_too_large'] as const) : []),
    ...(who === 'reader' ? (['token_needed'] as const) : []),
    ...(isDesk ? (['sign_in_needed', 'forbidden'] as const) : []),
    ...(isDesk && takesKeys(spec) ? (['key_refused', 'too_many_requests'] as const) : []),
    ...(isDesk && !takesKeys(spec) ? (['session_only'] as const) : []),
    ...(isDesk && method !== 'get' ? (['origin_refused'] as const) : []),
  ]
}

const refusal = (codes: readonly ProblemCode[]) => ({
  description:
    codes.length === 0
      ? 'Another refusal (RFC 9457)'
      : codes.map(code => `${problemDocument(code).title} (\`${code}\`)`).join('; '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDocument' } } },
})

const BYTES = { type: 'string', contentMediaType: 'application/octet-stream' }

const content = (
  schema: GenericSchema<unknown, unknown>,
  mode: 'input' | 'output',
  types: readonly string[] = ['application/json'],
) => ({
  content: Object.fromEntries(types.map(type => [type, { schema: schemaOf(schema, mode) }])),
})

function parameters(schema: GenericSchema<unknown, unknown> | undefined, place: 'path' | 'query' | 'header') {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }))
}

const CONVERSION = {
  errorMode: 'ignore',
  target: 'draft-2020-12',
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const

/** A valibot schema as JSON Schema, with references to the named ones. */
function schemaOf(schema: GenericSchema<unknown, unknown>, typeMode: 'input' | 'output'): JsonSchema {
  const converted = toJsonSchema(schema as never, { ...CONVERSION, typeMode, definitions: NAMED as never })
  const { $schema: _, $defs: __, ...shape } = converted as JsonSchema
  return shape
}
