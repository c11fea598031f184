import { afterAll, test } from 'vitest'
import { openPlans } from './plan-stage.ts'

/** What owners ask of the database about their sites and people: no scan of a table, no sorting aside. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const hand = { person: 1, at: 1 }
const HOT: [string, () => Promise<unknown>][] = [
  ['what was changed about a site', () => store.siteChanges.page('daily', 9)],
  [
    'a change of a site',
    async () => store.sites.resettle((await store.sites.find('daily'))!, { settings: { depth: 4 } }, hand),
  ],
  [
    'a change of a list',
    () => store.lists.put('daily', { kind: 'held_words', language: '', entries: 'x' }, 0, { person: 1, at: 1 }),
  ],
  [
    'an invitation that is accepted',
    () =>
      store.invitations.accept(
        'h',
        'daily',
        { id: 7, name: 'New' },
        { hash: 's', expiresAt: 9, browser: null, replaced: 'before' },
        1,
      ),
  ],
  ['a sighting', () => store.sightings.seen('daily', 'https://daily.example', 1)],
  ['a refused page', () => store.sightings.refused('daily', 'https://old.example', 1, 0)],
  ['where a site was seen', () => store.sightings.of('daily')],
  ['the people of a site', () => store.team.on('daily', 1)],
  ['another role', () => store.team.setRole('daily', 1, 'moderator', hand)],
  ['somebody who is put out', () => store.team.dismiss('daily', 1, hand)],
  ['the invitations that wait', () => store.invitations.open('daily', 1)],
  [
    'a new invitation',
    () => store.invitations.add('daily', { id: 1, tokenHash: 'h', role: 'owner', label: '', expiresAt: 9 }, hand),
  ],
  ['an invitation that is looked at', () => store.invitations.find('h', 1)],
  ['an invitation that is taken back', () => store.invitations.revoke('daily', 1, hand)],
]

test.each(HOT)('%s walks indexes', async (_, ask) => walksIndexes(ask))
