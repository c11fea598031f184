import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isMetBy, lockedPackages, TAKEN, TAKEN_AS_TOOLS } from './licences.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const packageJson = JSON.parse(read('package.json'))
const packages = lockedPackages()

test('every package is the one that the lock file names: by its hash, from the registry, never from elsewhere', () => {
  expect(packages.length).toBeGreaterThan(100)
  for (const { name, integrity, resolved } of packages) {
    expect(`${name} ${integrity}`).toMatch(/ sha512-[\w+/]{86}==$/)
    expect(`${name} ${resolved}`).toBe(`${name} undefined`)
  }
})

test('package.json names exact versions, and the lock file has the same', () => {
  const locked = JSON.parse(read('package-lock.json')).packages['']
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const version of Object.values(packageJson[kind])) expect(version).toMatch(/^(npm:[\w.-]+@)?\d+\.\d+\.\d+$/)
    expect(locked[kind]).toEqual(packageJson[kind])
  }
})

test('a package runs something of its own at its installation only where package.json allows it', () => {
  const scripted = new Set(packages.filter(({ hasScript }) => hasScript).map(({ name }) => name))
  expect([...scripted].sort()).toEqual(Object.keys(packageJson.allowScripts).sort())
  expect(packages.filter(({ hasScript, isTool }) => hasScript && !isTool)).toEqual([])
})

test('what the README and CI say installs by the lock file alone', () => {
  for (const path of ['README.md', '.ci/run']) {
    expect(read(path)).toContain('npm ci')
    expect(read(path)).not.toMatch(/npm (install|i|add|update)\b/)
  }
})

test('every licence is one that Parley takes; what is installed says the same as the lock file', () => {
  for (const { name, license, isTool, path } of packages) {
    expect([name, isMetBy(license, isTool ? TAKEN_AS_TOOLS : TAKEN)]).toEqual([name, true])
    if (isTool || !existsSync(new URL(path, root))) continue
    expect([name, JSON.parse(read(`${path}/package.json`)).license]).toEqual([name, license])
  }
})

test('npm run sbom lists in a fresh clone, offline, every package, and tells what runs and is served from tools', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-sbom-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(new URL(file, root), join(folder, file))
  const env = { ...process.env, npm_config_offline: 'true' }
  const told = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' })
  const { bomFormat, components } = JSON.parse(told) as {
    bomFormat: string
    components: { name: string; version: string; scope: string; licenses?: object[]; hashes?: object[] }[]
  }
  expect(bomFormat).toBe('CycloneDX')
  for (const name of Object.keys(packageJson.dependencies))
    expect(components.find(each => each.name === name)).toMatchObject({
      version: packageJson.dependencies[name],
      scope: 'required',
    })
  for (const { name, hashes, licenses } of components.filter(({ scope }) => scope === 'required'))
    expect([name, hashes?.length, licenses?.length]).toEqual([name, 1, 1])
  // What a package that runs may use beside it, such as TypeScript, counts as needed.
  for (const name of ['vitest', 'wrangler', 'playwright-core'])
    expect(components.find(each => each.name === name)).toMatchObject({ scope: 'optional' })
}, 30_000)
