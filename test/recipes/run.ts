/**
 * Tries the recipes against the tools they are for: installs each tool beside the system's temporary files
 * (`RECIPES_FOLDER` names another place), has it make a site of two pages by the recipe as it stands in recipes/, and
 * sends a reader there in Chromium.
 *
 *   npm run recipes                 all whose tool is to be had
 *   npm run recipes -- next hugo    these; so are proxies, with the lines of the README: nginx, caddy, apache;
 *                                   and readme, which types what README.md and docs/*.md tell to type
 *
 * What npm installs comes from the registry; the others are Debian's packages and are left out where they are not
 * installed. Ends with 1 where a recipe fails. No part of `npm test`: this downloads a gigabyte.
 */
import { CHROMIUM, launchChromium } from '../browser/chromium.ts'
import { freePort } from '../runtime/free-port.ts'
import { BUILT_BY_NPM } from './built-by-npm.ts'
import { FROM_DEBIAN } from './from-debian.ts'
import { PROXIES, triesProxy } from './proxies.ts'
import { typesReadme } from './readme.ts'
import { Bench, isThere, type Made, openParley, type Recipe, Running, servesFiles } from './stand.ts'
import { visit } from './visit.ts'

interface Trial {
  name: string
  needs?: Record<string, string>
  tries(): Promise<string>
}
const RECIPES: Trial[] = [
  ...[...FROM_DEBIAN, ...BUILT_BY_NPM].map(recipe => ({ ...recipe, tries: () => tries(recipe) })),
  { name: 'readme', tries: typesReadme },
  ...PROXIES.map(proxy => ({ ...proxy, tries: () => triesProxy(browser, proxy) })),
]
// What runs in groups of its own is ended with this process, whoever ends it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
const names = process.argv.slice(2)
const unknown = names.filter(name => !RECIPES.some(recipe => recipe.name === name))
if (unknown.length > 0 || !CHROMIUM) {
  console.error(CHROMIUM ? `No recipe ${unknown.join(', ')}. There are:` : 'Chromium is needed. There are:')
  console.error(RECIPES.map(({ name }) => name).join(' '))
  process.exit(2)
}

const browser = await launchChromium()
let failures = 0
for (const recipe of RECIPES.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const absent = Object.entries(recipe.needs ?? {}).filter(([program]) => !isThere(program))
  if (absent.length > 0) {
    console.log(`left out  ${recipe.name}: apt-get install ${absent.map(([, name]) => name).join(' ')}`)
    continue
  }
  const begin = Date.now()
  await recipe.tries().then(
    said => console.log(`works     ${said} (${Math.round((Date.now() - begin) / 1000)} s)`),
    error => {
      failures++
      console.log(`FAILS     ${recipe.name}: ${(error as Error).message}`)
    },
  )
}
await browser.close()
process.exit(failures > 0 ? 1 : 0)

async function tries(recipe: Recipe): Promise<string> {
  // One for each: a port is no part of an article's key, and all of these are on this machine.
  const parley = await openParley()
  const port = await freePort()
  const bench = new Bench(recipe.name, parley.origin, port)
  parley.allows(bench.origin)
  let made: Made | undefined
  let ends: (() => unknown) | undefined
  try {
    made = await recipe.make(bench)
    ends = await serves(bench, made)
    const seen = await visit(browser, made, bench.origin, parley.origin)
    return `${recipe.name} ${made.version}: ${seen.join('; ')}`
  } finally {
    await ends?.()
    await made?.ends?.()
    await parley.ends()
  }
}

async function serves(bench: Bench, { serves, pages }: Made) {
  if ('folder' in serves) return servesFiles(serves.folder, bench.port)
  const running = Running.of(serves.command, serves.args, serves.env, serves.cwd ?? bench.folder)
  await running.answers(bench.origin + pages[0])
  return () => running.ends()
}
