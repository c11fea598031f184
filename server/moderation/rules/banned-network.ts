import type { Rule } from '../facts.ts'

/** For a day after a guest was banned, what comes from the same network waits: the guest may have a new token. */
export const bannedNetwork: Rule = ({ author }) =>
  author.isNetworkHeld && author.kind === 'guest'
    ? { verdict: 'hold', reason: 'premoderated', detail: 'from the network of an author banned today' }
    : null
