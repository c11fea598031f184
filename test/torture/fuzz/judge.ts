import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { PROBLEM_CODES, type ProblemDocument } from '../../../server/contract.ts'
import { problemDocument } from '../../../server/problems.ts'
import { type NamedOperation, type OpenApi, Operations, type Schema } from './document.ts'

/** What fails at others and is meant to be told as a gateway's failure. */
const OF_OTHERS = ['mail_failed', 'issuer_failed']

/** An answer as it came. */
export interface Answer {
  status: number
  headers: Headers
  body: string
}

/** Holds answers against the document and against what every answer of Parley's is. */
export class Judge {
  readonly document: OpenApi
  readonly operations: Operations
  readonly #ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, validateFormats: false })
  readonly #checks = new Map<string, ValidateFunction>()
  constructor(document: OpenApi) {
    this.document = document
    this.operations = new Operations(document)
    this.#ajv.addSchema({ $id: 'parley', $defs: closed(document.components.schemas) } as never)
  }

  #check(name: string, schema: Schema): ValidateFunction {
    const known = this.#checks.get(name) ?? this.#ajv.compile(closed(schema) as never)
    this.#checks.set(name, known)
    return known
  }

  /** Compiles every schema of the document's answers and requests; throws where one is none. */
  compileAll(): number {
    let schemas = 0
    for (const [path, methods] of Object.entries(this.document.paths)) {
      for (const [method, { parameters, requestBody, responses }] of Object.entries(methods)) {
        const contents = [requestBody, ...Object.values(responses)].flatMap(each => Object.values(each?.content ?? {}))
        for (const { schema } of [...parameters, ...contents]) this.#check(`${method} ${path} ${schemas++}`, schema)
      }
    }
    return schemas
  }

  /**
   * What is wrong with an answer.
   * @param path as it was asked, without the query
   */
  faults(method: string, path: string, answer: Answer): string[] {
    const { status, headers, body } = answer
    const at = this.operations.at(method, path)
    const type = headers.get('content-type')
    const faults: string[] = []
    const hold = (holds: boolean, fault: string) => {
      if (!holds) faults.push(fault)
    }
    hold(headers.get('x-content-type-options') === 'nosniff', 'no nosniff')
    if (method === 'HEAD') hold(body === '', 'a HEAD with a body')
    if (status === 304 || status === 204) {
      hold(body === '', `${status} with a body`)
      if (at && method !== 'OPTIONS') hold(Object.hasOwn(at.operation.responses, status), `undeclared ${status}`)
      return faults
    }
    if (status >= 400) return [...faults, ...this.#refusal(method, path, answer, at)]
    if (!at || method === 'OPTIONS') return faults
    const declared = at.operation.responses[status]
    hold(declared !== undefined, `undeclared ${status}`)
    const content = declared?.content?.[(type ?? '').split(';')[0]!]
    hold(content !== undefined || declared?.content === undefined, `undeclared content type ${type}`)
    if (!content || method === 'HEAD') return faults
    // A stream of events carries what the schema describes in each; a file of lines is checked as text.
    const value = /^application\/(problem\+)?json$/.test(type!.split(';')[0]!)
      ? parsed(body)
      : type!.startsWith('text/event-stream')
        ? eventIn(body)
        : body
    if (value === undefined) return faults
    const check = this.#check(`${at.name} ${status} ${type}`, content.schema)
    hold(check(value), `not as declared: ${JSON.stringify(check.errors?.slice(0, 3))}`)
    return faults
  }

  #refusal(method: string, path: string, { status, headers, body }: Answer, at: NamedOperation | null): string[] {
    const type = headers.get('content-type') ?? ''
    if (type.startsWith('text/html') && !path.startsWith('/api/')) {
      const isDressed = headers.get('content-security-policy')?.includes("default-src 'none'") ?? false
      return status < 500 || status === 502 ? (isDressed ? [] : ['a page without a policy']) : [`${status} as a page`]
    }
    if (type !== 'application/problem+json') return [`a refusal of type ${type || 'none'}`]
    if (method === 'HEAD') return status < 500 ? [] : [`HEAD ${status}`]
    const document = parsed(body) as ProblemDocument
    if (!(PROBLEM_CODES as readonly string[]).includes(document.code)) return [`unknown code ${document.code}`]
    const faults: string[] = []
    if (status >= 500 && !OF_OTHERS.includes(document.code)) faults.push(`${status} ${document.code}`)
    if (document.status !== status || problemDocument(document.code).status !== status)
      faults.push(`${document.code} with ${status}`)
    const wait = headers.get('retry-after')
    if ((status === 429 || status === 503) && !(Number(wait) >= 1)) faults.push(`${document.code} without Retry-After`)
    if (status === 405 && !headers.get('allow')) faults.push('405 without Allow')
    const check = this.#check('problem', { $ref: '#/components/schemas/ProblemDocument' })
    if (!check(document)) faults.push(`no problem document: ${JSON.stringify(check.errors)}`)
    const { responses } = at?.operation ?? {}
    if (responses && method !== 'OPTIONS' && !(status in responses) && !responses['default'])
      faults.push(`undeclared ${status} ${document.code}`)
    return faults
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return { unreadable: body.slice(0, 200) }
  }
}

/** The first event of a stream that says something. */
function eventIn(body: string): unknown {
  const data = /^data: ?(\{.*)$/m.exec(body)?.[1]
  return data === undefined ? undefined : parsed(data)
}

/** Schemas in which what is not named is not allowed, so that an answer says nothing that the document does not know. */
function closed<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', 'parley#/$defs/'), (_, node) => {
    const isShape = node?.type === 'object' && node.properties && node.additionalProperties === undefined
    return isShape ? { ...node, additionalProperties: false } : node
  })
}
