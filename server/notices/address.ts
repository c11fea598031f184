import type { Deps } from '../deps.ts'
import { secretsOf, signed } from '../people/secrets.ts'

/** The digests under which an address may be suppressed, the one in use first: it is not kept itself. */
export const addressDigests = ({ config }: Pick<Deps, 'config'>, key: string): string[] =>
  secretsOf(config).map(secret => signed(secret, JSON.stringify(['mail', key])))

/** As much of an address as its site's owner sees: `a…@example.org`. */
export const shortened = (address: string): string => address.replace(/^(.)[^@]*/su, '$1…')
