import { openHouse } from '../http/rights/cast.ts'
import { knockEverywhere } from '../http/rights/matrix.ts'
import type { Torture } from './run.ts'

/** Every route, by every method, as everybody, from everywhere: held against the one policy. */
export async function rights({ table, isQuick }: Torture): Promise<void> {
  const { requests, refused, allowed, breaches } = await knockEverywhere(await openHouse(), !isQuick)
  for (const { method, path, who, origin, answered, expected } of breaches.slice(0, 20)) {
    table.remark(`${method} ${path} as ${who} from ${origin ?? 'nowhere'}: ${answered} in place of ${expected}`)
  }
  table.hold('requests answered otherwise than the policy says', breaches.length, { atMost: 0 })
  table.tell('requests', `${requests}: ${refused} refused without a trace, ${allowed} let through`)
}
