import { afterAll, test } from 'vitest'
import { MODERATOR_ACTS } from '../../server/contract.ts'
import type { NewText } from '../../server/store/revisions.ts'
import { openPlans } from './plan-stage.ts'

/** What reports, appeals, acts, notes and answers of staff ask of the database: no scan of a table, no sorting aside. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const reader = { id: 2, tokenHash: 'h', isNew: true }
const report = { id: 5, comment: 1, site: 'daily', reason: 'abuse', words: null, at: 1, toHold: 3 } as const
const text = { text: 'x', tree: '[]', likeness: 'l', salt: 's', textDigest: 'd', lang: 'en', domains: ['example.org'] }
const ASKED = { id: 1, seen: 1, reason: null, note: 'n', words: 'w', until: null, edit: text }

const ABOUT = { site: 'daily', likeness: 'l', networks: ['n'], domains: ['example.org'], now: 1 }
const FOUND = { rule: 'r', verdict: 'hold', reason: 'other', detail: null, start: null, end: null } as const
const NEW_TEXT: NewText = {
  ...{ id: 1, site: 'daily', author: 2, seen: 1, written: text, at: 1 },
  ...{ from: 'published', status: 'pending', reason: null, rule: null },
  ...{ findings: [FOUND], mentions: [3], isUndo: false },
}

const HOT: [string, () => Promise<unknown>][] = [
  ['a report', () => store.reports.add(report, reader)],
  ['an appeal', () => store.appeals.add({ comment: 1, author: 2, text: 'x', at: 1 })],
  ...MODERATOR_ACTS.map(
    act => [`to ${act}`, () => store.acts.make('daily', { ...ASKED, act }, 1, 1)] as [string, () => Promise<unknown>],
  ),
  ['what is known before a text is changed', () => store.revisions.facts(1, 'h', ABOUT)],
  ['to change a text of one’s own', () => store.revisions.make(NEW_TEXT)],
  ['what a comment said before', () => store.revisions.editions(1, 'public')],
  ['the same, for its author', () => store.revisions.editions(1, 'own')],
  ['whom a new comment calls', () => store.mentions.people({ site: 'daily', key: '/1' }, [1, 2])],
  ['whom a changed one calls', () => store.mentions.people({ comment: 1 }, [1, 2])],
  ['whom a comment calls already', () => store.mentions.of(1)],
  ['how an author stands', () => store.standing.of(2, 1)],
  ['to acknowledge a warning', () => store.standing.acknowledge('daily', 'h', 1)],
  ['the file of a case', () => store.caseFile.of('daily', 1, 1, 1)],
  ['a note', () => store.notes.add({ id: 1, site: 'daily', comment: 1, about: 'author', person: 1, text: 'x', at: 1 })],
  ['to remove a note', () => store.notes.remove(1, 1)],
  ['the saved replies', () => store.savedReplies.list('daily')],
  ['a saved reply', () => store.savedReplies.add({ id: 1, site: 'daily', name: 'n', text: 'x', at: 1 })],
  ['to change a saved reply', () => store.savedReplies.change({ id: 1, site: 'daily', name: 'm', text: 'x', at: 1 })],
  ['to remove a saved reply', () => store.savedReplies.remove(1, 'daily')],
  ['what is known before staff answer', () => store.staff.facts('daily', 1, 1)],
  ['what was answered with a key', () => store.staff.earlier('daily', 1, 'k')],
  [
    'an answer of staff',
    () =>
      store.staff.answer({
        ...{ id: 9, site: 'daily', parent: 1, person: 1, author: 3, name: 'n', skeleton: 'n', avatar: 1, at: 1 },
        ...text,
        requestDigest: 'r',
        idempotencyKey: 'k',
      }),
  ],
]

test.each(HOT)('%s walks indexes', (_, ask) => walksIndexes(ask))
