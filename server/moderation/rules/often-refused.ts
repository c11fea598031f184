import type { Rule } from '../facts.ts'

/** Fewer decisions than these say nothing of an author. */
const DECIDED = 4

/** Too many of an author's last comments were refused by moderators: the next ones wait. */
export const oftenRefused: Rule = ({ author: { recent }, policy }) =>
  policy.refusedShare > 0 && recent.decided >= DECIDED && recent.refused * 100 >= recent.decided * policy.refusedShare
    ? { verdict: 'hold', reason: 'often_refused', detail: `${recent.refused} of the last ${recent.decided} refused` }
    : null
