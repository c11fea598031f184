import type { Comment } from '../../server/contract.ts'
import { DEMO } from '../../server/sites/demo.ts'
import type { Stage } from '../browser/stage.ts'

/** Who says what under the hard article: six scripts, both directions, and what goes wrong between them. */
export const MIXED = {
  ada: ['Ada Lovelace', 'See https://example.org/a/b/. Is it *true*? (No.)'],
  mina: [
    'مینا احمدی',
    'به https://example.org/گزارش/ نگاه کنید. نسخهٔ 2.0 در 14 نوامبر آمد (با ۲۳ غلط)!\n\nفرمان `npm run x -- --all` و کلید `"سلام" == x` را ببینید.',
  ],
  layla: ['ليلى', '> The lamp was lit at nine.\n\nأوافق تمامًا. العدد 12-15 من «القلم»؟'],
  anya: ['Аня Петрова', '@ليلى, спасибо! А что насчёт пункта 3?'],
  dana: ['דנה', 'שלום! ראו: www.example.org/test.'],
  ming: ['王小明', '《夜航》写得很好。https://example.org/夜航/ 值得一看！'],
  reza: ['رضا (تهران)', '```\n# توضیح\nif (a < b) { return "سلام"; }\n```\n\n- نخست\n- second, in English.\n- سوم'],
  ben: ['Ben', '@مینا احمدی is right: سلام means hello.'],
} as const

export type Name = keyof typeof MIXED

/** Who answers whom; the roots answer nobody. */
const ANSWERS: [Name, Name | null][] = [
  ...([
    ['ada', null],
    ['mina', null],
    ['layla', 'mina'],
    ['anya', 'layla'],
    ['dana', 'anya'],
  ] as const),
  ...([
    ['ming', null],
    ['reza', null],
    ['ben', 'ada'],
  ] as const),
].map(([name, to]) => [name, to])

/** Puts all of them under a page, published, with votes on some. */
export async function sayMixed(stage: Stage, address: string): Promise<Record<Name, Comment>> {
  await stage.store().sites.change(DEMO.site, { settings: { holds: 'none', downVotes: true } })
  // A reader is known by their token on all of a site: on each page they are others.
  const reader = (who: string) => stage.reader(`${who}-${address.replace(/\W+/g, '-').slice(-24)}`, address)
  const said = {} as Record<Name, Comment>
  for (const [who, to] of ANSWERS) {
    const [name, text] = MIXED[who]
    const mentions = Object.values(said).filter(({ author }) => text.includes(`@${author!.name}`))
    said[who] = await reader(who).posts(text, {
      name,
      mentions: mentions.map(({ id }) => id),
      ...(to && { parent: said[to].id }),
    })
  }
  for (const voter of ['ada', 'ming', 'dana']) await reader(voter).votes(said.mina)
  return said
}
