import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

const VERSION = '7.3.5'
const SHA512 = '1p/ernaq/RuESbM5NMjWzbO6SiebMGrGcYlGjMfBhzzgM+n/X7AUmVyw8BqW2QYCdivpsHwJBcD1fqmlTZjZHg=='
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/parley', import.meta.url))

/**
 * The script of Astro's `<ClientRouter />`, built as Astro builds it. Its package is fetched alone and held to its
 * digest: installed as a dependency, Astro would bring 155 MB into every `npm ci` for these few kB.
 * @throws when the npm registry does not answer, or with another package
 */
export async function astroRouter(): Promise<string> {
  const folder = astroPackage()
  const component = readFileSync(join(folder, 'components/ClientRouter.astro'), 'utf8')
  const script = /<script>([\s\S]*)<\/script>/.exec(component)![1]!
  const entry = join(folder, 'client-router.ts')
  writeFileSync(entry, script)
  const dist = join(folder, 'dist')
  const made: Record<string, string> = {
    'astro:transitions/client': ['router', 'events', 'swap-functions', 'types']
      .map(name => `export * from ${JSON.stringify(join(dist, `transitions/${name}.js`))}`)
      .join('\n'),
    'virtual:astro:adapter-config/client': 'export const internalFetchHeaders = {}',
  }
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    resolve: { alias: { 'astro/virtual-modules': join(dist, 'virtual-modules') } },
    define: {
      // What a test environment says of itself is not what a site's build says.
      'import.meta.env.DEV': 'false',
      'import.meta.env.SSR': 'false',
      __PREFETCH_DISABLED__: 'false',
      __PREFETCH_PREFETCH_ALL__: 'undefined',
      __PREFETCH_DEFAULT_STRATEGY__: 'undefined',
      __EXPERIMENTAL_CLIENT_PRERENDER__: 'false',
    },
    plugins: [
      {
        name: 'parley:what-astro-makes',
        enforce: 'pre',
        resolveId: id => (Object.hasOwn(made, id) ? `\0${id}` : null),
        load: id => made[id.slice(1)] ?? null,
      },
    ],
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'client-router' } },
  })
  return ([output].flat()[0] as Rolldown.RolldownOutput).output[0].code
}

/** The unpacked package, fetched once for each installation. */
function astroPackage(): string {
  const archive = join(CACHE, `astro-${VERSION}.tgz`)
  const folder = join(CACHE, `astro-${VERSION}`)
  mkdirSync(CACHE, { recursive: true })
  try {
    check(archive)
  } catch {
    execFileSync('npm', ['pack', `astro@${VERSION}`, '--silent', '--pack-destination', CACHE], { stdio: 'pipe' })
    check(archive)
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  execFileSync('tar', ['-xzf', archive, '--strip-components', '1', '-C', folder])
  return folder
}

function check(archive: string): void {
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64')
  if (digest !== SHA512) throw new Error(`astro@${VERSION} is not the package that was looked at: ${digest}`)
}
