/** A JSON schema, as far as Parley's document makes any. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  pattern?: string
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
}

export interface Operation {
  security?: Record<string, unknown>[]
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

export interface OpenApi {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** The operation of the document that serves this method and path, by the name it has there; null where it has none. */
export function operationAt({ paths }: OpenApi, method: string, path: string) {
  const asked = method === 'HEAD' ? 'get' : method.toLowerCase()
  const found = Object.keys(paths)
    .filter(template => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .sort((one, two) => one.split('{').length - two.split('{').length)
    .find(template => Object.hasOwn(paths[template]!, asked))
  return found === undefined
    ? null
    : { name: `${asked.toUpperCase()} ${found}`, operation: paths[found]![asked]!, path: found }
}
