import { piece } from '../phrases.ts'

/** The words of the page about the policy. */
export const english = {
  heading: 'Policy',
  label: 'The policy of the site',
  intro:
    'What the rules let through, hold and refuse. Try a change on the last 1,000 comments before you save it; comments that were decided on stay as they are.',
  readOnly: 'Only an owner of the site can save changes. You can try them.',
  waiting: 'What waits',
  holds: {
    label: 'Comments of guests',
    none: 'are published at once',
    first: 'wait until a moderator has approved the first',
    all: 'all wait',
  },
  firstComments: 'Approved comments until a guest is trusted',
  heldSections: 'Sections in which all wait',
  heldSectionsHint: 'Paths, with commas between: /politics, /live',
  window: 'For a time, all wait',
  from: 'From',
  until: 'Until',
  windowHint: 'In your own time zone. Leave both empty for no such time.',
  languages: 'Languages that somebody here reads',
  languagesHint: 'Codes with commas between: en, fa. Comments in others wait; while none is named, all are fine.',
  links: 'Links',
  linksAllowed: 'Links a comment may carry before it waits',
  holdsNewDomains: 'Links to a domain that no published comment has had wait',
  invites: {
    label: 'Invitations into chats and channels, such as t.me/…',
    allow: 'are let through',
    hold: 'wait',
    refuse: 'are refused',
  },
  behaviour: 'Behaviour',
  repeatsAllowed: 'Comments of others that may say the same, word for word; 0 for any number',
  watchesTyping: 'What was typed faster than hands can waits; what was pasted or dictated does not',
  asksWork: {
    label: 'Comments of guests without a proof of work, the small calculation that a browser does meanwhile',
    never: 'are treated as all others',
    pressure: 'wait while much more is posted than is usual',
    always: 'wait',
  },
  reportsToHold: 'Open reports of readers that take a published comment back; 0 for never',
  rulesPage: 'Address of the page with your own rules, shown to authors whose comments were refused',
  refusedShare:
    'Percent of an author’s last 20 comments refused by moderators, from which on the next wait; 0 for never',
  closesAfterDays: 'Days after its first comment until a thread closes; 0 for never',
  readers: 'Writing',
  guidelines: 'What you ask of those who write',
  guidelinesHint: 'Shown above the box, in Markdown. Leave it empty to ask nothing.',
  guidelinesOver: { one: '{n} character too long.', other: '{n} characters too long.' },
  editMinutes: 'Minutes for which authors may change a comment that others can see; 0 for never',
  showsEditions: 'Readers may see what an edited comment said before',
  downVotes: 'Readers may also vote against a comment',
  lists: 'Words',
  domainLists: 'Lists of domains',
  list: {
    refused_words: 'Words that are refused',
    held_words: 'Words that wait',
    allowed_domains: 'Domains that are fine',
    blocked_domains: 'Domains that are refused',
  },
  listOf: '{list}: {language}',
  all: 'in all languages',
  wordsHint:
    'A word or a phrase a line; * at the beginning or the end of a word for any letters; # begins a remark. Accents, look-alike letters, hidden characters and digits for letters are seen through; “Scunthorpe” holds no bad word.',
  domainsHint: 'One a line, such as example.org; what is below it counts, too.',
  addLanguage: 'Add a list for one language',
  entries: { one: '{n} entry', other: '{n} entries' },
  unsaved: { one: '{n} change not saved', other: '{n} changes not saved' },
  none: 'No changes.',
  try: 'Try it out',
  save: 'Save',
  saving: 'Saving…',
  discard: 'Discard',
  discarded: 'The changes were discarded.',
  saved: 'The policy was saved. It judges from the next comment on.',
  line: '{list}, line {line}: {fault}',
  lineIn: '{list} ({language}), line {line}: {fault}',
  trial: 'What it would have done',
  running: { one: 'Looked at {n} comment so far…', other: 'Looked at {n} comments so far…' },
  triedNone: {
    one: 'Of the last {n} comment, none would have been treated otherwise.',
    other: 'Of the last {n} comments, none would have been treated otherwise.',
  },
  tried: {
    one: 'Of the last {n} comment, {changed} would have been treated otherwise.',
    other: 'Of the last {n} comments, {changed} would have been treated otherwise.',
  },
  noComments: 'There are no comments to try it on yet.',
  stop: 'Stop',
  close: 'Close',
  stopped: 'Stopped.',
  trialFailed: 'The rest could not be looked at.',
  contrary: {
    one: 'On one of them a moderator had decided otherwise; it stands first.',
    other: 'On {n} of them a moderator had decided otherwise; they stand first.',
  },
  becomes: 'would be',
  shown: 'The first {n} are shown.',
  caveat: 'How a comment was typed, and from which network, is not known any more.',
  failed: 'The policy could not be loaded.',
} as const

const own = piece('policy', english)

const listName = (name: string) => (own.list as Record<string, string>)[name] ?? name

export const policyWords = Object.assign(own, {
  listName,
  listNameOf: (name: string, language: string) => own.listOf({ list: listName(name), language }),
  triedOf: (n: number, changed: number) => (changed === 0 ? own.triedNone(n) : own.tried({ n, changed })),
  /** What the server has against one line of a list. */
  fault(path: string, fault: string): string {
    const [, name, language, at] = /^(\w+)(?: (\w+))? line (\d+)$/.exec(path) ?? []
    if (!name) return fault
    const [list, line] = [listName(name), Number(at)]
    return language ? own.lineIn({ list, language, line, fault }) : own.line({ list, line, fault })
  },
})
