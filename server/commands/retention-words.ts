import type { KEPT, Keeping } from '../privacy/kept.ts'
import type { Retained } from '../store/retention.ts'

/** What is kept, as who runs Parley speaks of it; readers have words of their own in `privacy/words.ts`. */
export const KIND: Record<(typeof KEPT)[number]['name'], string> = {
  comments: 'comments: text, name, time, page',
  coming: 'set aside by an import that is under way',
  refused: 'comments that were deleted or refused',
  editions: 'earlier texts of edited comments',
  person: 'authors: digest of their key, name, counts',
  proof: 'proved addresses and accounts',
  claims: 'attempts to prove one',
  letters: 'mails: address and occasion, never the text',
  choices: 'votes, follows, mutes',
  mailings: 'addresses of those who are told by mail',
  reports: 'reports and appeals',
  evidence: 'findings, notes, words to authors',
  standing: 'bans, mutes, warnings',
  network: 'networks of comments, hashed',
  work: 'calculations that were used',
  views: 'views',
  log: 'the log of decisions',
  desk: 'people of the desk',
}

/** How long, for who runs Parley. */
export function keptFor(keeping: Keeping): string {
  if (typeof keeping === 'string')
    return {
      erased: 'until the author is erased',
      withdrawn: 'until its author or a moderator removes it',
      takenBack: 'until the reader takes it back',
      lifted: 'as long as it lasts; that there was one, until the author is erased',
      forGood: 'for good, without names or texts',
      account: 'as long as they have a role; their name for good',
      day: 'the number for good; who, until the day ends',
    }[keeping]
  if ('hours' in keeping) return `${keeping.hours} hours`
  if ('minutes' in keeping) return `${keeping.minutes} minutes`
  const { days, after } = keeping
  const end = {
    decision: 'the decision',
    answer: 'the answer',
    edit: 'the change',
    post: 'posting',
    use: 'its last use',
    import: 'the import',
    mail: 'it was sent; what was given up, 30',
  }
  return `${days} ${days === 1 ? 'day' : 'days'} after ${end[after]}`
}

/** What each round of the chores takes away. */
export const ROUND: Record<Retained, string> = {
  refused: 'texts that were deleted or refused',
  findings: 'findings of the rules',
  editions: 'earlier texts',
  words: 'moderators’ words to authors',
  notes: 'moderators’ notes',
  reports: 'answered reports',
  appeals: 'answered appeals',
  networks: 'hashed networks',
  aside: 'set aside by imports that were broken off',
  links: 'desk links and invitations',
  bans: 'bans of erased authors that have ended',
  search: 'what the search index still has of them',
}

/** A moment in a table: `2026-11-23 03:37`, UTC. */
export const minute = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
