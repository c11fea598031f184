import { afterAll, test } from 'vitest'
import { openPlans } from './plan-stage.ts'

/** What votes, mutes, follows and a reader's own lists ask of the database: no scan of a table, no sorting aside. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const reader = { id: 2, tokenHash: 'h', isNew: true }
const link = () => ''

const HOT: [string, () => Promise<unknown>][] = [
  ['the votes on many comments', () => store.votes.onAll('daily', [1, 2])],
  ['a vote', () => store.votes.set({ comment: 1, site: 'daily', value: 1, at: 1 }, reader)],
  ['what I have in a thread', () => store.own.inThread(1, 1)],
  ['my comments', () => store.own.comments(1, undefined, link)],
  ['more of my comments', () => store.own.comments(1, 7, link)],
  ['my votes', () => store.own.votes(1, undefined, link)],
  ['more of my votes', () => store.own.votes(1, 7, link)],
  ['my news', () => store.news.list(1, 1, link)],
  ['how much of it is new', () => store.news.count(1, 1)],
  ['to have looked at it', () => store.news.see(1, 1)],
  ['to mute', () => store.mutes.add({ comment: 1, site: 'daily', at: 1 }, reader)],
  ['to show again', () => store.mutes.remove(1, 1)],
  ['whom I muted', () => store.mutes.list(1)],
  ['to follow a thread', () => store.follows.add({ articleId: 1, rootId: 0 }, 'daily', 1, reader)],
  ['to follow a conversation', () => store.follows.add({ articleId: 1, rootId: 1 }, 'daily', 1, reader)],
  ['to follow no longer', () => store.follows.remove(1, { articleId: 1, rootId: 0 })],
  ['to have looked at a thread', () => store.follows.see(1, { articleId: 1, rootId: 0 }, 1)],
  ['to have looked at a conversation', () => store.follows.see(1, { articleId: 1, rootId: 1 }, 1)],
  ['what I follow', () => store.follows.list(1)],
  ['the conversation of a comment', () => store.follows.conversationOf('daily', 1, true)],
  ['the conversation under a stub', () => store.follows.conversationOf('daily', 1, false)],
  ['why I cannot mute', () => store.mutes.obstacle(1, 't')],
  ['whether it was at this comment', () => store.mutes.isMadeAt('t', 1)],
]

test.each(HOT)('%s walks indexes', (_, ask) => walksIndexes(ask))
