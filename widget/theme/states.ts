import type { Account, Block, Comment, ProblemCode, ProblemDocument } from '../../server/contract.ts'
import type { Answers } from './answers.ts'
import { SITE } from './answers.ts'
import { comment, type Lang, me, paragraph, reply, stub, thread } from './fixtures.ts'
import type { Step } from './steps.ts'
import { SAID } from './words.ts'

/** One state of the widget, as the gallery shows it. */
export interface State {
  answers: Answers
  /** Whether the reader has written here before. */
  isKnown?: boolean
  steps?: Step[]
  /** Whether something opens over the thread and needs room. */
  hasRoom?: boolean
}

interface Kind {
  id: string
  title: string
  /** What a reader or an owner should know of it. */
  about: string
  make(say: Record<string, string>, site: string): State
}

const FIELD = '.composer textarea'
/** The field once what it takes to write has come. */
const READY = `${FIELD}[aria-invalid]`
const REPLY = '.actions button'

const problem = (code: ProblemCode, status: number, more: Partial<ProblemDocument> = {}): ProblemDocument => ({
  ...{ type: `urn:parley:problem:${code}`, title: code, detail: '', status, code },
  ...more,
})

const HOUR = 3_600_000
const YOU = 'header [aria-haspopup=dialog]'
const SIGN_IN = '.composer [aria-haspopup=dialog]'
const WAYS = ['email', 'github', 'harbour']

const account = (name: string): Account => ({
  author: { name, badge: 'verified', since: Date.now() - 90 * 24 * HOUR },
  ways: [
    { way: 'email', since: Date.now() - 90 * 24 * HOUR },
    { way: 'github', since: Date.now() - HOUR },
  ],
  counts: { pending: 0, published: 3, rejected: 0, withdrawn: 0, votes: 2, reports: 0, follows: 1, mutes: 0 },
})

/** A thread of a site that offers these ways to sign in, with as much in it as what opens over it needs. */
function entered(say: Record<string, string>, site: string) {
  const shown = thread(site, everyDay(say))
  return { ...shown, policy: { ...shown.policy, ways: WAYS } }
}

/** A thread as it is on most days. */
function everyDay(say: Record<string, string>): Comment[] {
  const first = comment(say['ada']!, say['first']!, { replies: 7, more: 'r' })
  const answer = reply(first, say['desk']!, say['answer']!, {
    author: { name: say['desk']!, badge: 'staff', avatar: 911_411 },
  })
  return [
    first,
    answer,
    reply(answer, say['ben']!, say['more']!, { editedAt: Date.now() - HOUR }),
    comment(null, say['guest']!),
    comment(say['verified']!, say['short']!, { author: { name: say['verified']!, badge: 'verified', avatar: 77_121 } }),
  ]
}

const TEXT: Block[] = [
  paragraph(
    'A paragraph with ',
    { type: 'strong', children: ['strong words'] },
    ', ',
    { type: 'em', children: ['emphasis'] },
    ', ',
    { type: 'del', children: ['something taken back'] },
    ', ',
    { type: 'code', text: 'code()' },
    ' and ',
    { type: 'link', href: 'https://example.org/', children: ['a link'] },
    '.',
    { type: 'break' },
    'A second line.',
  ),
  { type: 'quote', children: [paragraph('What somebody else has said, and is answered here.')] },
  { type: 'list', start: null, items: [[paragraph('one')], [paragraph('two')], [paragraph('three')]] },
  { type: 'list', start: 4, items: [[paragraph('the fourth')], [paragraph('the fifth')]] },
  {
    type: 'pre',
    text: 'for (const comment of thread) {\n  read(comment) // a line that is longer than the column is wide, and scrolls\n}',
  },
]

const KINDS: readonly Kind[] = [
  {
    id: 'thread',
    title: 'A thread',
    about: 'Badges, a reply within a reply, more replies to load, and a next page.',
    make: (say, site) => ({ answers: { thread: thread(site, everyDay(say), { next: 'n' }) } }),
  },
  {
    id: 'empty',
    title: 'The first comment',
    about: 'Nobody has written yet.',
    make: (_, site) => ({ answers: { thread: thread(site, []) } }),
  },
  {
    id: 'loading',
    title: 'On its way',
    about: 'Until the first answer comes. What an owner places inside the element stands here instead.',
    make: () => ({ answers: { thread: 'never' } }),
  },
  {
    id: 'failed',
    title: 'No answer',
    about: 'The server is away, or the reader is offline.',
    make: () => ({ answers: { thread: 'silent' } }),
  },
  {
    id: 'refused',
    title: 'A page that is not the site’s',
    about: 'What an owner sees who has yet to allow the page’s origin.',
    make: () => ({
      answers: {
        thread: problem('origin_refused', 403, {
          title: 'This page is not one of the site’s',
          command: 'npm run parley -- site set daily --origin https://www.example.org',
        }),
      },
    }),
  },
  {
    id: 'closed',
    title: 'Closed',
    about: 'It can be read, and takes no more comments.',
    make: (say, site) => ({ answers: { thread: thread(site, everyDay(say).slice(0, 3), { isOpen: false }) } }),
  },
  {
    id: 'marks',
    title: 'Pinned, featured, locked',
    about: 'What moderators make of a comment.',
    make: (say, site) => {
      const pinned = comment(say['desk']!, say['title']!, {
        marks: ['pinned'],
        author: { name: say['desk']!, badge: 'staff', avatar: 911_411 },
      })
      const featured = comment(say['writer']!, say['first']!, {
        marks: ['featured', 'edited'],
        editedAt: Date.now(),
        author: { name: say['writer']!, badge: 'author', avatar: 4_711 },
      })
      const locked = comment(say['ben']!, say['more']!, { marks: ['locked'] })
      const below = reply(locked, null, say['short']!, { marks: ['locked'] })
      return { answers: { thread: thread(site, [pinned, featured, locked, below]) } }
    },
  },
  {
    id: 'deep',
    title: 'Deep',
    about: 'From the level that the site chooses on, replies stand beside each other and name whom they answer.',
    make: (say, site) => {
      const chain = [comment(say['ada']!, say['first']!)]
      for (const [at, name] of ['ben', 'verified', 'ada', 'ben', 'writer', 'ada'].entries())
        chain.push(reply(chain.at(-1)!, say[name]!, say[`deep${(at % 4) + 1}`]!))
      return { answers: { thread: thread(site, chain) } }
    },
  },
  {
    id: 'removed',
    title: 'Taken away',
    about: 'A line stands for a comment that is gone and has answers.',
    make: (say, site) => {
      const gone = stub('withdrawn')
      const removed = stub('rejected')
      return {
        answers: {
          thread: thread(site, [
            gone,
            reply(gone, say['ben']!, say['more']!),
            removed,
            reply(removed, null, say['short']!),
          ]),
        },
      }
    },
  },
  {
    id: 'scripts',
    title: 'Four scripts',
    about: 'Each text and each name has its own direction.',
    make: (_, site) => {
      const persian = comment('مریم', 'این گزارش را در منبع اصلی هم خواندم: «سند شماره ۱۲» در آنجا کامل است. (صفحهٔ 45)')
      return {
        answers: {
          thread: thread(site, [
            persian,
            reply(persian, 'Anna', 'Do you mean https://example.org/سند/12? The link in the article leads to page 45.'),
            reply(persian, 'Дмитрий', 'По-русски этот документ называется иначе: «Записка № 12» (1987).'),
            comment('خالد', 'النص العربي يقول شيئًا آخر، انظر الفقرة الثالثة (3) من المقال الأصلي.'),
            comment('עדה', 'תודה. האם יש תרגום לאנגלית של "Записка № 12"?'),
            comment('李明', '第二段的日期好像写错了,应该是4月14日。'),
          ]),
        },
      }
    },
  },
  {
    id: 'text',
    title: 'All that a text can be',
    about: 'The Markdown that Parley takes.',
    make: (say, site) => ({ answers: { thread: thread(site, [comment(say['verified']!, TEXT)]) } }),
  },
  {
    id: 'long',
    title: 'Long',
    about: 'A name and words without an end, and a very long text.',
    make: (say, site) => ({
      answers: {
        thread: thread(site, [
          comment(
            'Wolfeschlegelsteinhausenbergerdorff '.repeat(2).trim(),
            `https://example.org/${'verylongpath'.repeat(14)}`,
          ),
          comment(say['ben']!, [paragraph(say['long']!.repeat(40))]),
        ]),
      },
    }),
  },
  {
    id: 'writing',
    title: 'Writing',
    about: 'The box as soon as it has the focus.',
    make: (say, site) => ({
      answers: { thread: thread(site, everyDay(say).slice(3)) },
      steps: [{ touch: FIELD }, { type: say['draft']!, into: READY }],
    }),
  },
  {
    id: 'answering',
    title: 'Answering',
    about: 'A reply is written where it will stand. Its box takes the focus.',
    make: (say, site) => ({ answers: { thread: thread(site, everyDay(say).slice(3)) }, steps: [{ press: REPLY }] }),
  },
  {
    id: 'limit',
    title: 'Too long',
    about: 'The last 1,000 characters are counted.',
    make: (say, site) => ({
      answers: { thread: thread(site, []) },
      steps: [{ touch: FIELD }, { type: say['long']!.repeat(400).slice(0, 10_012), into: READY }],
    }),
  },
  {
    id: 'fault',
    title: 'Not posted',
    about: 'The server refuses what was sent; nothing of it is lost.',
    make: (say, site) => ({
      answers: { thread: thread(site, []), refusal: problem('too_many_requests', 429, { retryAfter: 40 }) },
      steps: [{ touch: FIELD }, { type: say['mine']!, into: READY }, { press: '.composer .post' }],
    }),
  },
  {
    id: 'waiting',
    title: 'Waiting',
    about: 'Only its author sees it.',
    make: (say, site) => ({
      isKnown: true,
      answers: {
        thread: thread(site, everyDay(say).slice(3)),
        me: me({ unpublished: [comment(say['ada']!, say['mine']!, { status: 'pending', reason: 'first_comment' })] }),
      },
    }),
  },
  {
    id: 'rejected',
    title: 'Not published',
    about: 'Its author reads why, and can ask for another look.',
    make: (say, site) => {
      const refused = (more: Partial<Comment>) =>
        comment(say['ada']!, say['refused']!, { status: 'rejected', reason: 'abuse', ...more })
      const appeal = { text: say['appeal']!, createdAt: Date.now() - HOUR, outcome: null, decidedAt: null, words: null }
      return {
        isKnown: true,
        answers: {
          thread: thread(site, []),
          me: me({
            rules: 'https://example.org/rules',
            unpublished: [
              refused({ told: { words: say['told']!, appeal: null } }),
              refused({ told: { words: null, appeal } }),
              refused({
                told: {
                  words: null,
                  appeal: { ...appeal, outcome: 'declined', decidedAt: Date.now(), words: say['told']! },
                },
              }),
            ],
          }),
        },
      }
    },
  },
  {
    id: 'own',
    title: 'One’s own',
    about: 'What an author can do with a comment that stands.',
    make: (say, site) => {
      const mine = comment(say['ada']!, say['mine']!)
      return { isKnown: true, answers: { thread: thread(site, [mine]), me: me({ published: [mine.id] }) } }
    },
  },
  {
    id: 'voted',
    title: 'Voted, followed, folded',
    about: 'The reader’s own vote is filled in; the replies of a comment are folded away.',
    make: (say, site) => {
      const all = everyDay(say)
      const root = all.find(({ id }) => all.some(({ parent }) => parent === id))!
      return {
        isKnown: true,
        answers: {
          thread: thread(site, all),
          me: me({ votes: { [root.id]: 1 }, follows: { thread: true, roots: [] } }),
        },
        steps: [{ press: '.actions [aria-expanded=true]' }],
      }
    },
  },
  {
    id: 'editing',
    title: 'Changing it',
    about: 'The field holds what was typed, for as long as the site allows.',
    make: (say, site) => {
      const mine = comment(say['ada']!, say['mine']!, { createdAt: Date.now() })
      const steps = [{ press: '.actions button:nth-of-type(2)' }]
      return { isKnown: true, answers: { thread: thread(site, [mine]), me: me({ published: [mine.id] }) }, steps }
    },
  },
  {
    id: 'guidelines',
    title: 'Guidelines',
    about: 'What the site asks of those who write, above the box.',
    make: (say, site) => {
      const asked = thread(site, [])
      return {
        answers: { thread: { ...asked, policy: { ...asked.policy, guidelines: [paragraph(say['told']!)] } } },
        steps: [{ touch: FIELD }, { type: say['draft']!, into: READY }],
      }
    },
  },
  {
    id: 'muted',
    title: 'Muted',
    about: 'What an author wrote whom the reader does not wish to read.',
    make: (say, site) => {
      const rude = comment(say['ben']!, say['short']!, { author: { name: say['ben']!, badge: null, avatar: 5_151 } })
      const answers = { thread: thread(site, [comment(say['ada']!, say['more']!), rude]), me: me({ muted: [5_151] }) }
      return { isKnown: true, answers }
    },
  },
  {
    id: 'undo',
    title: 'Deleted, and not yet gone',
    about: 'Its author can take it back.',
    make: (say, site) => {
      const mine = comment(say['ada']!, say['mine']!, { createdAt: Date.now() })
      const steps = [{ press: '.actions button:nth-of-type(3)' }]
      return { isKnown: true, answers: { thread: thread(site, [mine]), me: me({ published: [mine.id] }) }, steps }
    },
  },
  {
    id: 'menu',
    title: 'The menu of a comment',
    about: 'What readers do now and then: copy the link, follow, mute, report.',
    make: (say, site) => ({
      hasRoom: true,
      answers: { thread: thread(site, everyDay(say).slice(0, 3)) },
      steps: [{ press: '.branch > .comment .actions [aria-haspopup=menu]' }],
    }),
  },
  {
    id: 'preview',
    title: 'Preview',
    about: 'As the server will draw it.',
    make: (say, site) => ({
      answers: { thread: thread(site, []) },
      steps: [{ touch: FIELD }, { type: say['draft']!, into: READY }, { press: '.composer [aria-pressed=false]' }],
    }),
  },
  {
    id: 'mentions',
    title: 'Calling somebody',
    about: 'After an @ the people of this conversation can be chosen.',
    make: (say, site) => ({
      answers: { thread: thread(site, everyDay(say)) },
      steps: [{ touch: FIELD }, { type: '@', into: READY }, { touch: '.composer [role=listbox]' }],
    }),
  },
  {
    id: 'drawer',
    title: 'What is one’s own',
    about: 'The drawer of a reader, with what became of each comment.',
    make: (say, site) => ({
      isKnown: true,
      hasRoom: true,
      answers: {
        thread: entered(say, site),
        me: me(),
        own: [
          comment(say['ada']!, say['mine']!, { status: 'pending', reason: 'first_comment' }),
          comment(say['ada']!, say['first']!, { replies: 2 }),
          comment(say['ada']!, say['refused']!, { status: 'rejected', reason: 'abuse' }),
        ],
      },
      steps: [{ press: YOU }, { touch: '.drawer .item' }],
    }),
  },
  {
    id: 'known',
    title: 'Signed in',
    about: 'Who one is, how that is known, and the ways out.',
    make: (say, site) => ({
      isKnown: true,
      hasRoom: true,
      answers: {
        thread: entered(say, site),
        me: me({ author: { name: say['verified']!, badge: 'verified' } }),
        account: account(say['verified']!),
      },
      steps: [{ press: YOU }, { press: '[role=tab]:last-child' }, { touch: '#device-data' }],
    }),
  },
  {
    id: 'enter',
    title: 'Signing in',
    about: 'The ways that the installation and the site offer.',
    make: (say, site) => ({
      hasRoom: true,
      answers: { thread: entered(say, site) },
      steps: [{ touch: FIELD }, { touch: READY }, { press: SIGN_IN }, { touch: '.prove input' }],
    }),
  },
  {
    id: 'code',
    title: 'The code',
    about: 'It came by mail, and was mistyped.',
    make: (say, site) => ({
      hasRoom: true,
      answers: { thread: entered(say, site) },
      steps: [
        ...[{ touch: FIELD }, { touch: READY }, { press: SIGN_IN }],
        { type: 'ada@mail.example', into: '.prove input' },
        { press: '.prove .strong' },
        { type: '123456', into: '.prove .code' },
        { touch: '.prove .fault' },
      ],
    }),
  },
  {
    id: 'warned',
    title: 'A word from a moderator',
    about: 'It is read before the next comment.',
    make: (say, site) => ({
      isKnown: true,
      answers: { thread: thread(site, []), me: me({ standing: { warning: say['warning']!, ban: null, mute: null } }) },
      steps: [{ touch: FIELD }, { touch: READY }],
    }),
  },
  {
    id: 'banned',
    title: 'Banned, for a time',
    about: 'Nobody is kept away without being told.',
    make: (say, site) => ({
      isKnown: true,
      answers: {
        thread: thread(site, []),
        me: me({
          standing: {
            warning: null,
            mute: null,
            ban: { until: Date.now() + 70 * HOUR, reason: 'abuse', words: say['banned']! },
          },
        }),
      },
      steps: [{ touch: FIELD }, { touch: READY }],
    }),
  },
  {
    id: 'news',
    title: 'New comments',
    about: 'They wait behind a line, so that nothing moves under a reader’s eyes.',
    make: (say, site) => ({
      answers: {
        thread: thread(site, everyDay(say).slice(3)),
        news: [comment(say['ben']!, say['more']!), comment(null, say['short']!)],
      },
    }),
  },
]

/** The names of all states, for a table of contents. */
export const STATES = KINDS.map(({ id, title, about }) => ({ id, title, about }))

/** The site under which a state is shown in a language. */
export const siteOf = (id: string, lang: Lang) => `${SITE}${id}-${lang}`

/** Every state in every language by its site. */
export const MADE: ReadonlyMap<string, State> = new Map(
  KINDS.flatMap(({ id, make }) =>
    (['en', 'fa'] as const).map(lang => [siteOf(id, lang), make(SAID[lang], siteOf(id, lang))] as const),
  ),
)
