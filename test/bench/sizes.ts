import { readFileSync } from 'node:fs'
import { CEILINGS, type Sizes } from '../../widget/build.ts'
import type { Run } from './run.ts'

/** What readers and moderators download, as the build has weighed it; above a ceiling the build itself fails. */
export async function measureSizes({ table }: Run): Promise<void> {
  const { embed, extras, desk, offices } = JSON.parse(readFileSync('dist/sizes.json', 'utf8')) as Sizes
  const [name, largest] = Object.entries(extras).reduce((a, b) => (b[1].brotli > a[1].brotli ? b : a))
  const hold = (what: string, bytes: number, atMost: number) => table.hold(what, bytes, { atMost }, { unit: 'B' })
  hold('a reader’s first load, script and style, brotli', embed.brotli, CEILINGS.embed)
  hold(`the largest lazy extra (${name}), brotli`, largest.brotli, CEILINGS.extra)
  hold('the desk with its queue, brotli', desk.brotli, CEILINGS.desk)
  const [office, size] = Object.entries(offices).sort(([, a], [, b]) => b.brotli - a.brotli)[0] ?? []
  if (size) hold(`the largest lazy page of the desk (${office}), brotli`, size.brotli, CEILINGS.office)
}
