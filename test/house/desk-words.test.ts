import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

const DESK = fileURLToPath(new URL('../../widget/desk/', import.meta.url))
const THEME = fileURLToPath(new URL('../../widget/theme/', import.meta.url))

type Node = Record<string, unknown>

/** What stands in the elements of a file as it is, and so in English in every language; commands stand in `code`. */
function said(source: string): string[] {
  const found: string[] = []
  const visit = (node: unknown, isCode: boolean): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, name, value, openingElement } = node as Node & { openingElement?: { name: { name?: string } } }
    if (type === 'JSXText' && !isCode && /\p{L}{2}/u.test(String(value))) found.push(String(value).trim())
    const attribute = type === 'JSXAttribute' && (name as { name: string }).name
    if (attribute && /^(aria-(label|valuetext)|title|alt)$/.test(attribute) && (value as Node)?.type === 'Literal')
      found.push(String((value as Node).value))
    for (const part of Object.values(node)) visit(part, isCode || openingElement?.name.name === 'code')
  }
  visit(parseAst(source, { lang: 'tsx' }), false)
  return found
}

test('the desk says nothing but the words of its language, its own name and commands', () => {
  const files = readdirSync(DESK, { recursive: true, encoding: 'utf8' }).flatMap(name =>
    name.endsWith('.tsx') ? [DESK + name] : [],
  )
  expect(files.length).toBeGreaterThan(50)
  const all = [...files, `${THEME}Knobs.tsx`, `${THEME}Sheet.tsx`].flatMap(file => said(readFileSync(file, 'utf8')))
  expect(all.filter(text => text !== 'Parley')).toEqual([])
})
