/** A JSON Schema. */
export type Schema = Record<string, unknown>

export interface Operation {
  summary: string
  security?: Record<string, string[]>[]
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: Schema }> }>
}

/** What stands in samples for the strings of these names; a word in capitals stands for what only the reader has. */
const SUCH: Record<string, string> = {
  site: 'daily',
  url: 'https://www.example.org/story',
  urls: 'https://www.example.org/story',
  text: 'Well said.',
  name: 'Night bot',
  id: 'weekly',
  origins: 'https://weekly.example.org',
  email: 'nora@mail.example',
  key: '/story',
  to: '/new-story',
  language: 'en',
  entries: 'free money',
  provider: 'github',
  issuer: 'google',
  code: '123456',
  publicName: 'The night editor',
  digests: 'daily',
  fragment: '#comment-7',
  ids: 'COMMENT',
  since: '0',
  at: '0',
  format: 'disqus',
  file: 'disqus.xml',
}

/** What one request has under such a name instead. */
const THERE: Record<string, Record<string, unknown>> = {
  'get /api/desk/moves': { from: '/old-story' },
  'post /api/desk/moves': { from: '/old-story' },
  'post /api/desk/authors/{id}/rulings': { from: 'FROM' },
  'post /api/desk/webhooks': { name: 'Archive', url: 'https://hooks.example.org/parley' },
  'post /api/desk/saved-replies': { name: 'Stay on topic', text: 'Please write about the article, {name}.' },
  'put /api/desk/saved-replies/{id}': { name: 'Stay on topic', text: 'Please write about the article, {name}.' },
  'post /api/sign-in/email': { email: 'nora@mail.example' },
  'put /api/desk/policy': { settings: { linksAllowed: 1 } },
}

/**
 * A request as one types it, with the variables that the page names; null where only a browser at the desk does it.
 * @param origin where Parley is reached
 */
export function curlOf(method: string, path: string, operation: Operation, origin: string): string | null {
  const { parameters, security = [], requestBody } = operation
  const takesKey = security.some(each => each['key'])
  const takesToken = security.some(each => each['reader'])
  if (path.startsWith('/api/desk') && !takesKey) return null
  const there = THERE[`${method} ${path}`] ?? {}
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => inPath(path, name))
  const query = parameters
    .filter(each => each.in === 'query' && each.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(there[name] ?? sampleOf(schema, name)))}`)
  const bearer = takesKey ? '$KEY' : takesToken ? '$TOKEN' : null
  const [type, { schema: body } = {}] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const isFile = type !== undefined && type !== 'application/json'
  const lines = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}'${origin}${at}${query.length > 0 ? `?${query.join('&')}` : ''}'`,
    ...(bearer ? [`-H "Authorization: Bearer ${bearer}"`] : []),
    ...(body
      ? [
          `-H 'Content-Type: ${type}'`,
          isFile
            ? `--data-binary @${SUCH['file']}`
            : `-d '${JSON.stringify(sampleOf(body, '', there)).replaceAll("'", "'\\''")}'`,
        ]
      : []),
  ]
  return lines.join(' \\\n  ')
}

/** What stands in the place of a parameter of the path. */
function inPath(path: string, name: string): string {
  if (name !== 'id') return name.toUpperCase()
  const [, noun = 'id'] = /\/(\w+)[\w-]*\/\{id\}/.exec(path) ?? []
  return noun === 'sites' ? SUCH['site']! : noun.replace(/s$/, '').toUpperCase()
}

/** A value that a schema takes: only what must be there, with words that say what it is. */
function sampleOf(schema: Schema, name: string, there: Record<string, unknown> = {}): unknown {
  if (Object.hasOwn(there, name)) return there[name]
  const { type, properties, required, items, anyOf, oneOf, minimum, ...rest } = schema as {
    type?: string
    properties?: Record<string, Schema>
    required?: string[]
    items?: Schema
    enum?: unknown[]
    anyOf?: Schema[]
    oneOf?: Schema[]
    minimum?: number
  }
  if ('const' in schema) return schema['const']
  if (rest.enum) return rest.enum[0]
  const choice = (anyOf ?? oneOf)?.[0]
  if (choice) return sampleOf(choice, name, there)
  if (properties) {
    const named = Object.keys(properties).filter(one => required?.includes(one) || Object.hasOwn(there, one))
    return Object.fromEntries(named.map(one => [one, sampleOf(properties[one] ?? {}, one, there)]))
  }
  if (type === 'array') return items ? [sampleOf(items, name, there)] : []
  if (type === 'object') return {}
  if (type === 'integer' || type === 'number') return minimum ?? 1
  if (type === 'boolean') return true
  if (type === 'null') return null
  return Object.hasOwn(SUCH, name) ? SUCH[name] : name.toUpperCase()
}
