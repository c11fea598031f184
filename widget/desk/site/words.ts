import type { ListChange, Role, SettingRow, SiteChange } from '../../../server/contract.ts'
import { listed, piece } from '../phrases.ts'
import { policyWords } from '../policy/words.ts'
import { words } from '../words.ts'
import { settingWords } from './settings-words.ts'

/** The words of the page of a site. */
export const english = {
  /** The parts of “More”. */
  groups: {
    threads: 'Threads',
    articles: 'Which page is which article',
    keeping: 'How long things are kept',
    signIn: 'Signing in',
    mail: 'Mail to readers',
    translation: 'Translating comments',
  },
  /** What was changed, after the name of who did it: “Mona added the site”. */
  change: {
    made: 'added the site',
    name: 'called the site {after}; it was {before}',
    origins: 'took pages from {after}; before from {before}',
    setting: 'set “{setting}” to {after}; before {before}',
    list: {
      one: 'changed “{list}”: {n} entry now, {before} before',
      other: 'changed “{list}”: {n} entries now, {before} before',
    },
    added: 'added {entries}',
    tookOut: 'took out {entries}',
    invited: { owner: 'invited an owner', moderator: 'invited a moderator' },
    uninvited: 'took an invitation back',
    joined: 'came by an invitation',
    role: { owner: 'made {who} an owner', moderator: 'made {who} a moderator' },
    dismissed: 'took the role of {who}',
    somebody: 'somebody',
    standard: 'the default',
    quoted: '“{value}”',
  },
  label: 'Site',
  heading: 'The site',
  intro: 'What stands on your pages, which pages these are, and how all of it behaves.',
  readOnly: 'Only an owner of the site can change what is here.',
  failed: 'The site did not come.',
  machines: {
    keys: 'Keys for programs',
    webhooks: 'Webhooks',
    mail: 'Mail: what waits, what did not go',
    imports: 'Import comments',
    export: 'Export: take it all along',
    privacy: 'What is kept of somebody',
    words: 'Words and languages',
  },
  snippet: 'Put it on your pages',
  snippetHint: 'Paste these two lines where the conversation is to stand, once in the template of your articles.',
  seen: {
    none: 'It was not seen on any page yet. Open a page that has the two lines; what is here changes by itself.',
    at: 'Seen on {origin},',
    /** After that, where it is not over: only the hour of it is kept. */
    thisHour: 'this hour',
    notYet: 'Not seen on {origin} yet.',
    refused: 'Refused on {origin}, which is not one of the addresses below,',
    refusedFile: 'Refused on a page that has no address of its own, as one opened from a file; serve it over http,',
    add: 'Add {origin} to the addresses below',
    invite: 'Invite people',
    policy: 'Say what waits',
    next: 'Next:',
    notSeen: {
      heading: 'It is on the page, and not seen?',
      lines: [
        'Look at the source of the page: both lines must be there as they are above, and not in a comment or as text.',
        'A Content-Security-Policy must name this server under script-src and connect-src:',
        'The browser’s console says what else was in the way: a wrong id, an address that is not one of the site’s, a blocker.',
      ],
    },
  },
  privacy: 'What readers are told of it',
  pages: 'Its name and its pages',
  name: 'Name',
  nameHint: 'Readers see it in feeds and mail.',
  origins: 'Where its pages are',
  originsHint:
    'One a line: https and the host, such as https://www.example.org, without a path. With and without www. is the same site for threads, but browsers tell the two apart, so name both if you serve both. Another port is another origin. The first line is the site’s own edition; a page on any host that is named here only, such as fa.example.org, has threads of its own.',
  examples: 'Try addresses',
  examplesHint: 'One a line. Beside each stands the thread that it would have, with what is typed above.',
  tryOut: 'Show their threads',
  refused: 'Not one of the site’s pages',
  edition: '{key} (an edition of its own)',
  nothing: 'nothing',
  yes: 'yes',
  no: 'no',
  isStandard: 'This is the default.',
  back: 'Default: {value}',
  other: 'More',
  elsewhere: 'What waits and what is refused, guidelines, links and editing are under “Policy”.',
  unsaved: { one: '{n} change not saved', other: '{n} changes not saved' },
  none: 'No changes.',
  discard: 'Discard',
  look: 'How it looks',
  lookHint:
    'The thread takes its font and colours from your page. What you choose here holds where a page does not say so itself; the preview shows it at once.',
  weak: { accent: 'Accent', text: 'Text' },
  contrast: '{what} has a contrast of {ratio}; {enough} is what can be read well.',
  save: 'Save',
  saving: 'Saving…',
  saved: 'The site was saved.',
  undo: 'Undo',
  undone: 'Taken back.',
  preview: 'Preview',
  would: {
    one: '{n} thread goes to another place, because addresses are read otherwise. Threads that meet become one, and stay one.',
    other:
      '{n} threads go to another place, because addresses are read otherwise. Threads that meet become one, and stay one.',
  },
  saveAll: 'Save, and move them',
  changes: 'What was changed',
  noChanges: 'Nothing yet.',
  more: 'Earlier ones',
  commandLine: 'The command line',
  newSite: 'Another site',
  newSiteHint:
    'For a publication of its own, with its own pages, people and policy. You own the installation, so you may add one.',
  id: 'Id',
  idHint: 'Stands in the snippet: 1 to 40 small letters, digits and hyphens. It stays for good.',
  firstOrigin: 'Where its pages are',
  add: 'Add the site',
  state: 'Shown',
  states: {
    thread: 'A thread',
    writing: 'Writing',
    waiting: 'A comment that waits',
    marks: 'Pinned, featured, locked',
  },
  lang: 'Direction',
  langs: { en: 'English, left to right', fa: 'Persian, right to left' },
  scheme: 'Scheme',
  schemes: { light: 'Light', dark: 'Dark' },
  gallery: 'All states in a gallery of their own',
} as const

export const own = piece('site', english)

/** The parts of “More”, each with its settings. */
export const GROUPS: readonly (readonly [heading: keyof typeof english.groups, names: readonly string[]])[] = [
  ['threads', ['depth', 'views']],
  ['articles', ['parameters', 'indexFiles', 'hashRoutes', 'followsCanonical']],
  ['keeping', ['keepsRefusedDays', 'keepsEvidenceDays']],
  ['signIn', ['signIn', 'badges', 'loginKeys', 'loginIssuer']],
  ['mail', ['tellsByMail', 'tellMinutes']],
  ['translation', ['translate']],
]

const settings = settingWords as Readonly<Record<string, { label: string; hint?: string } | undefined>>

/** What “Policy” calls a setting of its own; null for what it does not have. */
function policyLabel(name: string): string | null {
  const said = (policyWords as unknown as Record<string, unknown>)[name]
  if (typeof said === 'string') return said
  return (said as { label?: string } | undefined)?.label ?? null
}

export const labelOf = ({ name }: Pick<SettingRow, 'name'>) => settings[name]?.label ?? policyLabel(name) ?? name
export const hintOf = ({ name, words }: SettingRow) => (settings[name] ? settings[name].hint : words)

/** What the server says of settings, which it calls by their names on the command line, in the words of the page. */
export const inLabels = (said: string): string =>
  said.replace(/\b[a-z]+[A-Z]\w+/g, name => (settings[name] ? own.change.quoted(settings[name].label) : name))

const spelled = (value: unknown): string => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return own.nothing
  if (Array.isArray(value)) return listed(value.map(String))
  if (typeof value === 'object') return JSON.stringify(value).slice(0, 80)
  if (typeof value === 'boolean') return value ? own.yes : own.no
  return own.change.quoted(String(value).slice(0, 80))
}

/** One change of the site as a sentence. */
export function changeWords({ kind, name, about, before, after }: SiteChange): string {
  const { change } = own
  const who = about ?? change.somebody
  switch (kind) {
    case 'made':
    case 'uninvited':
    case 'joined':
      return change[kind]
    case 'name':
    case 'origins':
      return change[kind]({ after: spelled(after), before: spelled(before) })
    case 'setting': {
      const was = before === null ? change.standard : spelled(before)
      return change.setting({ setting: labelOf({ name: name! }), after: spelled(after), before: was })
    }
    case 'list': {
      const [was, is] = [before, after] as [ListChange, ListChange]
      const [list = '', language] = name!.split('.')
      const which = language
        ? policyWords.listNameOf(list, words.queue.languageName(language))
        : policyWords.listName(list)
      const some = (what: 'added' | 'tookOut', { entries }: ListChange) =>
        entries.length > 0 ? [change[what](listed(entries.map(change.quoted)))] : []
      const counts = change.list({ list: which, n: is.size, before: was.size })
      return [counts, ...some('added', is), ...some('tookOut', was)].join('; ')
    }
    case 'invited':
      return change.invited[after as Role]
    case 'role':
      return change.role[after as Role](who)
    case 'dismissed':
      return change.dismissed(who)
  }
}
