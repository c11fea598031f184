import { readFileSync } from 'node:fs'

/** A package as the lock file has it. */
export interface Locked {
  name: string
  version: string
  /** SPDX, as its publisher gave it. */
  license: string
  /** Whether it only helps to build and test, and is in nothing that runs or is served. */
  isTool: boolean
  integrity: string | undefined
  /** Where from, if not from the registry that npm is set to. */
  resolved: string | undefined
  hasScript: boolean
  path: string
}

/** Licences under which Parley takes what it runs with and serves: all let it be given on under MIT with their notices. */
export const TAKEN = [
  'MIT',
  'MIT-0',
  '0BSD',
  'Unlicense',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'PSF-2.0',
]
/** And of what only builds and tests it, and goes to nobody. */
export const TAKEN_AS_TOOLS = [...TAKEN, 'BSD-0-Clause', 'CC0-1.0', 'MPL-2.0', 'LGPL-3.0-or-later']

/** Every package of the lock file but Parley itself. */
export function lockedPackages(): Locked[] {
  const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, Record<string, string & boolean>>
  }
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { name, version, license, dev, devOptional, integrity, resolved, hasInstallScript }]) => ({
      name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: version!,
      license: license ?? 'none',
      isTool: Boolean(dev ?? devOptional),
      integrity,
      resolved,
      hasScript: hasInstallScript ?? false,
      path,
    }))
}

/** Whether an SPDX expression of `AND` and `OR` (without brackets) can be met with these licences. */
export const isMetBy = (expression: string, licences: readonly string[]): boolean =>
  expression.split(' OR ').some(choice => choice.split(' AND ').every(each => licences.includes(each)))

/** `npm run licences`: what Parley runs with and serves, by licence. */
if (import.meta.main) {
  const shipped = lockedPackages().filter(({ isTool }) => !isTool)
  for (const [license, packages] of [...Map.groupBy(shipped, each => each.license)].sort()) {
    console.log(`${license}\n${packages.map(({ name, version }) => `  ${name} ${version}`).join('\n')}`)
  }
}
