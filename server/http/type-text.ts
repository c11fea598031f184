type Schema = Record<string, unknown>

/** Stands before the name of a type that stands elsewhere. */
export const NAMED = '\u200b'

/**
 * A JSON Schema as a type that people read, much as TypeScript writes it. What no name stands for is spelt out; limits follow
 * in a comment.
 */
export function typeOf(schema: Schema, indent = ''): string {
  const {
    $ref,
    type,
    properties,
    required,
    items,
    enum: values,
    anyOf,
    oneOf,
    additionalProperties,
  } = schema as {
    $ref?: string
    type?: string | string[]
    properties?: Record<string, Schema>
    required?: string[]
    items?: Schema
    enum?: unknown[]
    anyOf?: Schema[]
    oneOf?: Schema[]
    additionalProperties?: Schema | boolean
  }
  if ($ref) return NAMED + $ref.slice($ref.lastIndexOf('/') + 1)
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (values) return values.map(value => JSON.stringify(value)).join(' | ')
  const choices = anyOf ?? oneOf
  if (choices) return [...new Set(choices.map(each => typeOf(each, indent)))].join(' | ')
  if (properties) {
    const inner = `${indent}  `
    const lines = Object.entries(properties).map(
      ([name, one]) =>
        `${one['description'] ? `${inner}// ${one['description']}\n` : ''}${inner}${name}${required?.includes(name) ? '' : '?'}: ${typeOf(one, inner)}`,
    )
    return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
  }
  if (type === 'array') {
    const one = items ? typeOf(items, indent) : 'any'
    const isChoice = items && (items['anyOf'] ?? items['oneOf'] ?? items['enum'])
    return (isChoice && one.includes(' | ') ? `(${one})[]` : `${one}[]`) + limits(schema)
  }
  if (type === 'object') {
    const of = typeof additionalProperties === 'object' ? typeOf(additionalProperties, indent) : 'any'
    return `{ [name: string]: ${of} }`
  }
  return ([type].flat().filter(Boolean).join(' | ') || 'any') + limits(schema)
}

function limits(schema: Schema): string {
  const said = [
    ['minimum', 'at least'],
    ['maximum', 'at most'],
    ['minItems', 'at least'],
    ['maxItems', 'at most'],
    ['maxLength', 'at most'],
    ['pattern', 'as'],
  ] as const
  const parts = said.flatMap(([name, words]) => {
    const value = schema[name]
    if (value === undefined || value === Number.MAX_SAFE_INTEGER) return []
    return [`${words} ${name === 'pattern' ? `/${value}/` : Number(value).toLocaleString('en')}`]
  })
  return parts.length > 0 ? ` /* ${parts.join(', ')} */` : ''
}
