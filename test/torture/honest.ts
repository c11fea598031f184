import { setPriority } from 'node:os'
import { parseArgs } from 'node:util'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Stamp } from '../../server/contract.ts'

/**
 * People who post with a proof for so long, each from an address of their own. Prints at the end, as JSON, how many posts
 * were sent, and how many were public at once. A process of its own that gets what the others leave of this machine: the
 * work of a proof is done on people's own.
 */
const { values } = parseArgs({
  options: {
    origin: { type: 'string' },
    page: { type: 'string' },
    site: { type: 'string' },
    ms: { type: 'string' },
    called: { type: 'string' },
  },
})
setPriority(19)
const { origin, page, site, called } = values
/** One letter each: what tells them apart in their words, too. */
const PEOPLE = [...'abcdefghijklmnopqrst']
/** How often each of them posts, in ms. */
const EVERY = 2_500

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Asks for work, does it, and posts; whether the comment is public. */
async function posts(text: string, person: number): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${person}` }
  const begins = { method: 'POST', headers, body: JSON.stringify({ site }) }
  const { work } = (await (await fetch(`${origin}/api/stamps`, begins)).json()) as Stamp
  // Told to come back later: that post has not come through.
  if (!work) return false
  const solution = await solveChallenge({ challenge: work, deriveKey })
  const body = {
    ...{ site, url: page, name: `Person ${person}`, text: `An honest thought: ${text}` },
    proof: btoa(JSON.stringify({ challenge: work, solution })),
  }
  // Whoever writes so often is a new reader after a while.
  const token = `prl_${text.replace(/\W/g, '').padEnd(43, 'h')}`
  const answer = await fetch(`${origin}/api/comments`, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { ...headers, authorization: `Bearer ${token}`, 'idempotency-key': token },
  })
  const said = (await answer.json()) as { comment?: { status: string } }
  return answer.status === 201 && said.comment?.status === 'published'
}

let [sent, through] = [0, 0]
const end = performance.now() + Number(values.ms) - EVERY
await Promise.all(
  PEOPLE.map(async (letter, person) => {
    await pause((person / PEOPLE.length) * EVERY)
    for (let no = 1; no === 1 || performance.now() < end; no++) {
      const begin = performance.now()
      sent += 1
      if (await posts(`${called} by ${letter}, no. ${no}`, person)) through += 1
      await pause(Math.max(0, EVERY - (performance.now() - begin)))
    }
  }),
)
console.log(JSON.stringify({ sent, through }))
