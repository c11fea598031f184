import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InlineConfig, Plugin, Rolldown } from 'vite'
import { Failed } from '../server/commands/command.ts'
import { deskLocales } from './desk-locales.ts'
import { type LocaleFile, localeFiles } from './locale-files.ts'
import { brotli, contentOf, gzip, type Output, type Told, weighAll } from './weigh.ts'

export { CEILINGS, type Size, type Sizes } from './weigh.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const WIDGET = join(ROOT, 'widget')
const LOCALES = join(ROOT, 'locales')
const DIST = join(ROOT, 'dist')
const PUBLIC = join(DIST, 'public')
const INPUTS = [join(ROOT, 'server/contract.ts'), join(ROOT, 'package-lock.json')]
/**
 * The floor in syntax: Chromium 90, Firefox 101 and Safari 16.4 know all of ES2022 that is used here. Their names
 * would have every `?.` and class field rewritten for engine bugs that nothing here touches.
 */
const TARGET = 'es2022'
const CSS_TARGET = ['chrome90', 'firefox101', 'safari16.4']

interface Release {
  build: string
  files: string[]
}

/** Headers of the files a static host serves by itself; pages of other origins load these. */
const HEADERS = `/embed.js
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
  Cache-Control: public, max-age=300

/assets/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
  Cache-Control: public, max-age=31536000, immutable
`

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

/** A hash over everything the build is made of. */
function sourceHash(): string {
  const hash = createHash('sha256')
  for (const file of [...filesIn(WIDGET), ...filesIn(LOCALES), ...INPUTS].sort()) {
    const bytes = readFileSync(file)
    hash.update(`${relative(ROOT, file)} ${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

function readJson<T>(name: string): T | null {
  try {
    return JSON.parse(readFileSync(join(DIST, name), 'utf8'))
  } catch {
    return null
  }
}

/** Writes beside the place and moves in, so that nobody reads half a file. */
function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.part`, content)
  renameSync(`${path}.part`, path)
}

const writeJson = (name: string, value: unknown) => write(join(DIST, name), `${JSON.stringify(value, null, 2)}\n`)

/** Writes a public file and, beside a text, what is sent of it to browsers that take brotli or gzip. */
function publish(name: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  write(join(PUBLIC, name), bytes)
  if (!/\.(js|css|html|json|svg|txt)$/.test(name)) return
  write(join(PUBLIC, `${name}.br`), brotli(bytes))
  write(join(PUBLIC, `${name}.gz`), gzip(bytes))
}

async function bundle(config: InlineConfig): Promise<Rolldown.RolldownOutput['output']> {
  const { build: viteBuild } = await import('vite')
  const made = await viteBuild({
    ...config,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    resolve: { alias: { 'preact/jsx-runtime': join(WIDGET, 'shared/jsx-runtime.ts') } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: { write: false, target: TARGET, cssTarget: CSS_TARGET, modulePreload: false, ...config.build },
  })
  return [made as Rolldown.RolldownOutput].flat()[0]!.output
}

const HOME = 'customElements.get("parley-thread").shared'

/** `a as b, c` of an import or export list as the pairs of an object. */
function pairs(list: string, isExport: boolean): string {
  const names = list.split(',').map(name => name.trim().split(' as '))
  return names.map(([a = '', b = a]) => (isExport ? `${b}:${a}` : `${a}:${b}`)).join()
}

/**
 * Lazy chunks take what they share with `embed.js` from the copy that defined the element. An `import` would name
 * `../embed.js` without the `?ver=` that publishing systems add to a script's address, and fetch a second copy, with
 * a second Preact whose parts do not fit the first.
 */
const shareOneCopy: Plugin = {
  name: 'parley:share-one-copy',
  generateBundle(_, output) {
    for (const file of Object.values(output)) {
      if (file.type !== 'chunk') continue
      const found = file.isEntry
        ? /;?export\{([^}]*)\};?\s*$/.exec(file.code)
        : /import\{([^}]*)\}from["'`]\.\.\/embed\.js["'`];?/.exec(file.code)
      const list = found?.[1] ?? ''
      const code = file.isEntry ? `;${HOME}??={${pairs(list, true)}};` : `const{${pairs(list, false)}}=${HOME};`
      if (found) file.code = file.code.replace(found[0], () => code)
      if (/["'`]\.\.\/embed\.js/.test(file.code)) throw new Error(`${file.fileName} would load embed.js again.`)
    }
  },
}

/**
 * The bundler's helper that makes a module's namespace walks inherited names, too: what a page has put on
 * `Object.prototype` would end it.
 */
const ownNamesOnly: Plugin = {
  name: 'parley:own-names-only',
  generateBundle(_, output) {
    for (const file of Object.values(output)) {
      if (file.type !== 'chunk' || !file.code.includes('Symbol.toStringTag')) continue
      const code = file.code.replace(
        /for\(var (\w) in (\w)\)(?=\w+\(\w,\1,\{get:\2\[\1\])/,
        'for(var $1 of Object.keys($2))',
      )
      if (code === file.code) throw new Error(`${file.fileName} walks inherited names.`)
      file.code = code
    }
  },
}

const embedConfig: InlineConfig = {
  plugins: [shareOneCopy, ownNamesOnly],
  root: WIDGET,
  base: './',
  build: {
    lib: { entry: join(WIDGET, 'embed/embed.ts'), formats: ['es'], fileName: () => 'embed.js' },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        chunkFileNames: 'assets/[name]-[hash:6].js',
        minify: true,
        comments: false,
        // What writing shares with it comes with it: a piece of their own would be one more step for both.
        codeSplitting: {
          groups: [{ name: 'present', test: /extras[\\/]present[\\/]/, includeDependenciesRecursively: false }],
        },
      },
    },
  },
}

/** A page of Parley's own, by the folder it stands in. */
const pageConfig = (name: 'desk' | 'theme', define = {}): InlineConfig => ({
  define,
  root: join(WIDGET, name),
  // Parley may be reached below a path.
  base: './',
  build: {
    rolldownOptions: {
      input: join(WIDGET, name, 'index.html'),
      output: {
        entryFileNames: `assets/${name}-[hash].js`,
        chunkFileNames: `assets/${name}-[name]-[hash].js`,
        assetFileNames: `assets/${name}-[hash][extname]`,
      },
    },
  },
})

const htmlOf = (page: Output[]) => page.find(({ fileName }) => fileName === 'index.html')!

/** Keeps the hashed files of this release and the one before, which cached pages still ask for; drops older ones. */
function keepTwoReleases(build: string, files: string[]): void {
  const before = (readJson<Release[]>('releases.json') ?? []).filter(release => release.build !== build)
  const releases = [{ build, files }, ...before].slice(0, 2)
  const kept = new Set(releases.flatMap(release => release.files))
  for (const path of filesIn(join(PUBLIC, 'assets'))) {
    if (!kept.has(relative(PUBLIC, path).replace(/\.(br|gz)$/, ''))) rmSync(path)
  }
  writeJson('releases.json', releases)
}

/** Builds everything a browser downloads into `dist/public`. `dist/build.json` is written last: without it, it is stale. */
export async function build(told: Told = 'short'): Promise<void> {
  const started = performance.now()
  const source = sourceHash()
  const id = source.slice(0, 10)
  rmSync(join(DIST, 'build.json'), { force: true })
  const { languages, spoken: known, hash, files: locales } = await localeFiles(LOCALES)
  const define = { __LANGUAGES__: JSON.stringify(languages), __LOCALES__: JSON.stringify(hash) }
  const embed = await bundle({ ...embedConfig, define })
  const spokenAtDesk = await deskLocales(LOCALES, join(WIDGET, 'desk/locales'))
  const deskDefine = {
    __SPOKEN__: JSON.stringify(known),
    __DESK_LANGUAGES__: JSON.stringify(Object.keys(spokenAtDesk.names).join('|')),
    __DESK_NAMES__: JSON.stringify(spokenAtDesk.names),
    __DESK_WORDS__: JSON.stringify(spokenAtDesk.hash),
  }
  const desk = await bundle(pageConfig('desk', deskDefine))
  const theme = await bundle(pageConfig('theme'))
  const written = (all: LocaleFile[], hash: string) =>
    all.map(({ lang, part, words, dir }) => ({
      type: 'asset' as const,
      fileName: `assets/${lang}-${part}-${hash}.js`,
      source: `${dir ? `export const dir=${JSON.stringify(dir)};` : ''}export default ${JSON.stringify(words)}`,
    }))
  const spoken = [...written(locales, hash), ...written(spokenAtDesk.files, spokenAtDesk.hash)]
  const sizes = weighAll(embed, spoken, desk, told)

  const files = [...embed, ...spoken, ...desk, ...theme].filter(({ fileName }) => fileName !== 'index.html')
  // A script must not be met before the pieces it will ask for.
  files.sort((a, b) => Number(b.fileName.startsWith('assets/')) - Number(a.fileName.startsWith('assets/')))
  for (const file of files) publish(file.fileName, contentOf(file))
  for (const [name, page] of Object.entries({ desk, theme })) publish(`${name}.html`, contentOf(htmlOf(page)))
  rmSync(join(PUBLIC, 'demo'), { recursive: true, force: true })
  publish('thread.css', readFileSync(join(WIDGET, 'plain/thread.css')))
  const pages = filesIn(join(WIDGET, 'demo')).filter(path => /\.(html|css)$/.test(path))
  for (const path of pages) publish(relative(WIDGET, path), readFileSync(path))
  write(join(PUBLIC, '_headers'), HEADERS)
  write(join(PUBLIC, '.assetsignore'), '*.br\n*.gz\n*.part\n')
  keepTwoReleases(
    id,
    files.map(file => file.fileName).filter(name => name.startsWith('assets/')),
  )
  writeJson('sizes.json', sizes)
  writeJson('build.json', { build: id, source })
  console.error(`Built ${id} in ${Math.round(performance.now() - started)} ms`)
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whether the built files are missing, half written or made from other sources. */
export function isStale(): boolean {
  if (!existsSync(join(PUBLIC, 'embed.js'))) return true
  return readJson<{ source: string }>('build.json')?.source !== sourceHash()
}

/** @throws Failed where it must be built and this user may not */
export async function buildIfStale(): Promise<void> {
  if (!isStale()) return
  // Where Parley is installed, its service may not write beside its sources.
  if (!mayWrite(existsSync(DIST) ? DIST : ROOT)) {
    throw new Failed(
      `What browsers download is ${existsSync(DIST) ? 'of other sources than these' : 'not built yet'}, and this user may not write ${DIST}. ` +
        `As the user who owns ${ROOT}, run there: npm ci && npm run build && npm ci --omit=dev`,
    )
  }
  console.error('Building what browsers download: once, and again when it changes. That takes some seconds …')
  await build('nothing')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(process.argv.includes('--sizes') ? 'all' : 'short')
