import { sql } from 'drizzle-orm/sql'
import { newId } from '../../../server/comments/ids.ts'
import type { Comment, Vote } from '../../../server/contract.ts'
import { POLICY_SETTINGS } from '../../../server/contract.ts'
import { SITE_SETTINGS } from '../../../server/sites/settings.ts'
import { bringOne } from '../../exchange/bring-one.ts'
import { openIdIssuer } from '../../issuer.ts'
import { READERS } from '../../people.ts'
import { inWorkerd, world } from '../../world.ts'

/** Addresses of one site: plain, percent-encoded, of another script, with a query and a fragment. */
export const PATHS = [
  '/news/1',
  '/news/2?id=7&utm_source=x',
  '/%D8%B3%DB%8C%D8%A7%D8%B3%D8%AA/%DA%AF%D8%B2%D8%A7%D8%B1%D8%B4',
  '/中文/#talk',
  '/a%2Fb//c/',
]

const SERVICE = 'https://translate.example/translate'

/**
 * A world in which all that can be has happened: comments of every status, replies, votes, reports, appeals, notes, acts, a
 * banned reader, moved articles, two sites, and people of several roles at the desk, one of whose sessions has ended.
 */
export async function livingTown() {
  const issuer = await openIdIssuer()
  const town = await world({
    isDemo: true,
    mail: true,
    limits: true,
    origins: ['https://daily.example', 'https://fa.daily.example', 'https://parley.example'],
    settings: {
      showsEditions: true,
      badges: ['editors:staff'],
      editMinutes: 1_440,
      downVotes: true,
      translate: SERVICE,
    },
    providers: [issuer.provider],
    fetch: async (url, init) =>
      url === SERVICE ? Response.json({ translatedText: 'Something else' }) : issuer.fetch(url, init),
  })
  const { deps, clock, site, number } = town
  clock.now = Date.now()
  // What survives a power cut is shown elsewhere; here the disk would only be waited for.
  if (!inWorkerd) await deps.store.engine.all(sql`PRAGMA synchronous = OFF`)
  const other = `weekly-${number}`
  await town.addSite(other, ['https://weekly.example'])
  const pages = PATHS.map(path => town.origin + path)
  /** Nobody has to wait for a budget before the fuzz begins. */
  const rest = () => {
    clock.now += 60_000
  }

  const [mona, olga] = [await town.atDesk('mona'), await town.atDesk('olga')]
  const stan = await town.signIn('stan', other, 'owner')
  const expired = await town.signIn('gone', site, 'moderator')
  await expired.sends('/api/desk/session', { method: 'DELETE' })

  const [ada, ben, chiara, darya, eve] = READERS.map(name => town.as(name))
  const held = await ada!.posts('The first comment of somebody waits')
  await mona.rules(held, 'approve')
  rest()
  const roots: Comment[] = []
  for (const page of pages) {
    for (const reader of READERS) {
      const comment = await town.as(reader, page).posts(`**${reader}** on <${page}>: نظر > quoted`)
      roots.push(comment)
      if (reader !== 'eve' && page !== pages[4]) await mona.rules(comment, 'approve')
    }
    rest()
  }
  const [first, second, third] = roots as [Comment, Comment, Comment]
  for (const root of [held, first, second]) {
    rest()
    const reply = await ben!.replies(root, `@ada yes, and https://example.org/${root.id}`)
    if (reply.status === 'pending') await mona.rules(reply, 'approve')
    await chiara!.replies(reply, 'Further down')
    for (const reader of [ada, ben, darya]) await reader!.votes(root, 1 as Vote).catch(() => {})
  }
  await ada!.revises(held, 'The first comment, as it was changed')
  await mona.rules(second, 'reject', { reason: 'abuse', words: 'Please do not' })
  await ben!.appeals(second)
  const spam = await darya!.posts('Cheap boats at http://boats.example')
  await mona.rules(spam, 'spam', { reason: 'spam' })
  const gone = await ada!.posts('To be withdrawn')
  await ada!.withdraws(gone)
  await darya!.reports(held, 'abuse', 'Look at this')
  await eve!.follows()
  await eve!.follows(held)
  await eve!.mutes(third)
  await mona.notes(held, 'Known to us')
  await mona.acts(held, 'pin')
  await olga.sends('/api/desk/saved-replies', { method: 'POST', json: { site, name: 'Thanks', text: 'Dear {name}' } })
  await bringOne({ deps, site, page: pages[0]! }, '7')
  const hook = { site, name: 'Archive', shape: 'standard', url: 'https://hooks.example/in', events: ['published'] }
  const added = await olga.asks<{ webhook: { id: string } }>('/api/desk/webhooks', { method: 'POST', json: hook })
  await olga.sends(`/api/desk/webhooks/${added.webhook.id}/test?site=${site}`, { method: 'POST' })
  const banned = await eve!.posts('The last word')
  await mona.acts(banned, 'ban', { until: clock.now + 600_000, words: 'Enough' })
  rest()

  const cookies = { mona: mona.cookie, olga: olga.cookie, stan: stan.cookie, expired: expired.cookie }
  return {
    ...town,
    issuer,
    other,
    pages,
    cookies,
    /** Whoever may sign in at the desk once more. */
    person: () => deps.store.people.ensure(newId(clock.now), `olga-${number}`, clock.now),
    /** Opens what was closed and forgets what was decided against all, so that there is still something to do. */
    async mend() {
      for (const [name, role] of [
        ['mona', 'moderator'],
        ['olga', 'owner'],
      ] as const) {
        const answer = await town.send('/api/desk/me', { headers: { cookie: cookies[name] } })
        const person = await deps.store.people.ensure(newId(clock.now), `${name}-${number}`, clock.now)
        await deps.store.people.grant(person.id, [site], role)
        if (answer.status === 401) cookies[name] = (await town.signIn(name, site, role)).cookie
      }
      const policy = Object.fromEntries(POLICY_SETTINGS.map(name => [name, SITE_SETTINGS[name].default]))
      await deps.store.sites.change(site, {
        settings: { ...policy, showsEditions: true, editMinutes: 1_440, translate: SERVICE },
      } as never)
      for (const { key } of (await deps.store.articles.list(site, { after: undefined, limit: 50 })).rows)
        await deps.store.articles.govern(site, key, { isClosed: false, closesAt: null, isHeld: false, slowSeconds: 0 })
    },
  }
}

export type Town = Awaited<ReturnType<typeof livingTown>>
