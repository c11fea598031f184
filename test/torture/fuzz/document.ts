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

/** An operation under the name it has in the document. */
export interface NamedOperation {
  name: string
  operation: Operation
}

/** Which operation of a document serves a method and a path; null where it has none. */
export class Operations {
  readonly #all: (NamedOperation & { method: string; pattern: RegExp })[]
  constructor({ paths }: OpenApi) {
    this.#all = Object.entries(paths)
      // What is named in full comes before what has a place for anything.
      .sort(([one], [two]) => one.split('{').length - two.split('{').length)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([lower, operation]) => {
          const method = lower.toUpperCase()
          const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)
          return { method, pattern, name: `${method} ${path}`, operation }
        }),
      )
  }

  at(method: string, path: string): NamedOperation | null {
    const asked = method === 'HEAD' ? 'GET' : method
    return this.#all.find(each => each.method === asked && each.pattern.test(path)) ?? null
  }

  get names(): string[] {
    return this.#all.map(({ name }) => name)
  }
}
