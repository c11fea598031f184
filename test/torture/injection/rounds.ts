import { Usage } from '../../../server/commands/command.ts'
import { Problem } from '../../../server/problems.ts'
import { Refused } from '../../people.ts'
import { CORPUS } from '../hostile/corpus.ts'
import { newPlace } from './place.ts'
import { WAYS_IN } from './ways-in.ts'
import { exitsOf, WAYS_OUT } from './ways-out.ts'

/** What came of all rounds. */
export interface Rounds {
  rounds: number
  /** Strings that went in by some way, how many of them were refused in words, and looks at what came out. */
  entered: number
  refused: number
  looks: number
  /** What should not be, each with the strings that were in the place. */
  faults: string[]
}

/**
 * Strings go in by every way, a different one by each, and all that is in the place then is looked at by every way out. In
 * as many rounds as there are strings each of them has gone each way; in fewer, each has gone some.
 * @param count rounds
 * @param options.first the string that the first way takes in the first round
 * @param options.most comments of each tab that are looked at one by one
 */
export async function goRounds(count: number, { first = 0, most = 50 } = {}): Promise<Rounds> {
  const ways = Object.entries(WAYS_IN)
  const done: Rounds = { rounds: count, entered: 0, refused: 0, looks: 0, faults: [] }
  // Fewer rounds than strings take steps that leave none out.
  const step = Math.floor(CORPUS.length / count)
  for (let round = 0; round < count; round++) {
    const place = await newPlace()
    const put = new Map<string, string>()
    for (const [at, [way, enter]] of ways.entries()) {
      const text = CORPUS[(first + round * step + at) % CORPUS.length]!
      put.set(way, text)
      done.entered += 1
      try {
        const answer = await enter(place, text)
        if (!(answer instanceof Response)) continue
        if (answer.status >= 500) done.faults.push(`${way}, ${JSON.stringify(text)}: answered ${answer.status}`)
        if (answer.status >= 400) done.refused += 1
      } catch (error) {
        const status = error instanceof Refused ? error.status : 0
        if (status >= 500 || !(error instanceof Refused || error instanceof Usage || error instanceof Problem))
          done.faults.push(`${way}, ${JSON.stringify(text)}: ${(error as Error).stack}`)
        done.refused += 1
      }
    }
    const exits = await exitsOf(place, most)
    for (const [way, look] of Object.entries(WAYS_OUT)) {
      done.looks += 1
      const found = await look(exits)
      done.faults.push(...found.map(fault => `${way}: ${fault}`))
    }
  }
  const inherited = Object.keys(Object.prototype).concat('polluted' in {} ? ['polluted'] : [])
  if (inherited.length > 0) done.faults.push(`every object has ${inherited}`)
  return done
}
