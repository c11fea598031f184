import { afterAll, test } from 'vitest'
import { openPlans } from './plan-stage.ts'

/**
 * What a page load, a post, a ruling and the queue ask of the database: no scan of a table, no sorting aside.
 */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const HOT: [string, () => Promise<unknown>][] = [
  ['a site by its id', () => store.sites.find('daily')],
  ['the first page, newest first', () => store.threads.page('daily', '/', { sort: 'newest', limit: 25 })],
  [
    'a later page, oldest first',
    () => store.threads.page('daily', '/', { sort: 'oldest', limit: 25, after: { value: 0, id: 7 } }),
  ],
  ['the most helpful first', () => store.threads.page('daily', '/', { sort: 'helpful', limit: 25 })],
  [
    'more of the most helpful',
    () => store.threads.page('daily', '/', { sort: 'helpful', limit: 25, after: { value: 5, id: 7 } }),
  ],
  ['the most discussed first', () => store.threads.page('daily', '/', { sort: 'discussed', limit: 25 })],
  [
    'more of the most discussed',
    () => store.threads.page('daily', '/', { sort: 'discussed', limit: 25, after: { value: 5, id: 7 } }),
  ],
  ['the replies of a root', () => store.threads.replies(1, 50)],
  ['one comment', () => store.threads.shown(1)],
  ['the newest of a site', () => store.threads.recent('daily', null, 50)],
  ['the newest of an article', () => store.threads.recent('daily', '/', 50)],
  ['the counts of many articles', () => store.threads.counts('daily', ['/', '/a'])],
  ['the views of many articles', () => store.views.of('daily', ['/', '/a'])],
  [
    'views of articles with and without a row',
    () =>
      store.views.add(
        new Map([[1, 2]]),
        [{ site: 'daily', key: '/seen', url: 'https://daily.example/seen', views: 3 }],
        1_800_000_000_000,
      ),
  ],
  ['the changes of a thread', () => store.threads.changes('daily', '/', 3, 100)],
  ['the revisions of articles that are followed', () => store.threads.revisions([{ site: 'daily', key: '/' }])],
  ['the article of a comment', () => store.threads.articleOf(1)],
  ['an article', () => store.threads.article('daily', '/')],
  ['what is mine in a thread', () => store.threads.mine(1, 1)],
  ['the author behind a token', () => store.posting.author('daily', 'hash')],
  ['a comment of my own', () => store.posting.own(1)],
  [
    'what must be known before a post',
    () =>
      store.posting.facts({
        site: 'daily',
        key: '/',
        tokenHash: 'h',
        parent: 1,
        idempotencyKey: 'k',
        skeleton: 'ada',
        likeness: 'l',
        networks: ['n'],
        domains: ['harbour.example'],
        now: 1,
      }),
  ],
  [
    'a post',
    () =>
      store.posting.post({
        mentions: [2],
        proof: { digest: 'p', expiresAt: 1 },
        domains: ['harbour.example'],
        comment: {
          id: 9,
          siteId: 'daily',
          parentId: 1,
          rootId: 1,
          authorId: 2,
          name: null,
          avatar: 1,
          status: 'pending',
          text: 'x',
          tree: '[]',
          lang: 'en',
          likeness: 'l',
          salt: 's',
          textDigest: 'd',
          requestDigest: 'r',
          idempotencyKey: 'k',
          createdAt: 1,
        },
        article: {
          id: 3,
          key: '/',
          url: 'u',
          title: null,
          isNew: true,
          isUntitled: false,
          location: { id: 5, key: '/p', url: 'u', title: null },
        },
        author: { tokenHash: 'h', isNew: true, renamed: { name: 'Ada', skeleton: 'ada' } },
        reason: 'first_comment',
        rule: 'firstComments',
        findings: [
          { rule: 'firstComments', verdict: 'hold', reason: 'first_comment', detail: null, start: null, end: null },
        ],
      }),
  ],
  [
    'rulings in bulk',
    () =>
      store.rulings.make(
        'daily',
        [{ id: 9, ruling: 'approve', seen: 1, reason: null, note: 'n' }],
        { ruler: 'moderator', personId: 1 },
        1,
      ),
  ],
  ['a comment to be translated', () => store.translations.find(1, 'fa')],
  [
    'a translation that is kept',
    () => store.translations.keep(1, 'fa', 'd', { text: 't', source: 'en', host: 'h' }, 1),
  ],
  ['translations that are forgotten', () => store.translations.forget(1)],
  ['the key of a service', () => store.translations.key('daily', 'https://t.example')],
  ['what stands after a lost race', () => store.rulings.standing('daily', [1, 2])],
  ['the log’s first page', () => store.log.page('daily', {}, 100, true)],
  [
    'the log by everything at once',
    () =>
      store.log.page(
        'daily',
        { person: 1, ruling: 'reject', reason: 'abuse', rule: 'wordLists', from: 1, to: 2 },
        9_000,
        true,
      ),
  ],
  ['the log for an export', () => store.log.rows('daily', 7, 9_000, 500, true)],
  ['the people of a site', () => store.people.on('daily')],
  ['the newest seal', () => store.seals.last('daily')],
  ['seals in their order', () => store.seals.page('daily', 7, 100)],
  ['the log as it is sealed', () => store.seals.rows('daily', 7, 1_000)],
  ['a further seal', () => store.seals.add('daily', { from: 1, to: 2, previous: '', hash: 'h', marks: 'm' }, 1)],
  ['the log of a comment', () => store.rulings.log(1)],
  ['the queue’s first page', () => store.queue.page('daily', 'pending', 50, null)],
  ['a later page of the published', () => store.queue.page('daily', 'published', 50, 7)],
  ['cases', () => store.queue.cases('daily', [1, 2])],
  ['the queue’s counts', () => store.queue.counts('daily')],
  ['the ancestors of a case', () => store.threads.ancestors(9)],
  ['the person behind a session', () => store.people.behind('hash', 0, 1)],
  ['a role on a site', () => store.people.roleOn(1, 'daily')],
  ['who is at the desk, and what waits there', () => store.people.rolesOf(1)],
  ['the articles at the desk', () => store.articles.list('daily', { limit: 50 })],
  ['more articles at the desk', () => store.articles.list('daily', { after: '3-1', limit: 50 })],
  ['articles by the beginning of a path', () => store.articles.found('daily', { by: 'key', beginning: '/n' }, 50)],
  ['articles by words', () => store.articles.found('daily', { by: 'words', words: ['night', 'паром'] }, 50)],
  ['articles that many pages claim to be', () => store.locations.claimed('daily', 10)],
  ['the pages that claim an article', () => store.locations.of(1, 50)],
]

test.each(HOT)('%s walks indexes', (_, ask) => walksIndexes(ask))
