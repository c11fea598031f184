import type { ListChange, SettingRow, SiteChange } from '../../../server/contract.ts'
import { many } from '../phrases.ts'
import { words } from '../words.ts'

/** What a setting is called at the desk, and what it does where the table's own words are for the command line. */
const SETTINGS: Record<string, { label: string; hint?: string }> = {
  depth: {
    label: 'Levels of replies that are indented',
    hint: 'Deeper ones stand beside each other, each naming whom it answers.',
  },
  heldFrom: { label: 'From when on all wait' },
  heldUntil: { label: 'Until when all wait' },
  parameters: {
    label: 'Parts of an address that tell pages apart',
    hint: 'Names after the ?, one a line, such as id. Empty: all count but those that only track readers. A single - means that none counts.',
  },
  hashRoutes: { label: 'What follows #/ or #!/ names a page of its own' },
  indexFiles: { label: 'File names that mean their folder', hint: 'One a line, such as index.html.' },
  followsCanonical: {
    label: 'A page’s canonical link says which article it is',
    hint: 'Turn it off where a theme gives every page the same one.',
  },
  signIn: {
    label: 'Ways to prove who one is',
    hint: 'One a line: email, github, google, or the name of an issuer. Empty: all that the installation has. A single - means none.',
  },
  badges: {
    label: 'What groups of your own login mean',
    hint: 'One a line, such as editors:staff or writers:author. Where a group means author, only its members can be the author of an article.',
  },
  loginKeys: {
    label: 'Address of your login’s public keys (JWKS)',
    hint: 'Where your login does not sign with a key that Parley made.',
  },
  loginIssuer: { label: 'What iss must be in a token of your login', hint: 'Empty where it does not matter.' },
  keepsRefusedDays: {
    label: 'Days until deleted and refused texts are gone',
    hint: '30 at least: for so long they can be taken back. Then text, name and evidence go; an open appeal and a legal hold keep them.',
  },
  keepsEvidenceDays: {
    label: 'Days until what a decision stood on is gone',
    hint: 'What the rules found, reports, appeals, moderators’ notes and words, earlier texts. Not less than the days above.',
  },
  views: { label: 'Views are counted and shown where a page has <parley-views>' },
  aliases: {
    label: 'Hosts that are the first one under another name',
    hint: 'One a line, such as m.example.org. Their pages share threads with it, and each needs its origin above, too.',
  },
}

export const GROUPS: readonly (readonly [heading: string, names: readonly string[]])[] = [
  ['Threads', ['depth', 'views']],
  ['Which page is which article', ['parameters', 'indexFiles', 'hashRoutes', 'followsCanonical']],
  ['How long things are kept', ['keepsRefusedDays', 'keepsEvidenceDays']],
  ['Signing in', ['signIn', 'badges', 'loginKeys', 'loginIssuer']],
]

/** What “Policy” calls a setting of its own; null for what it does not have. */
function policyLabel(name: string): string | null {
  const said = (words.policy as Record<string, unknown>)[name]
  if (typeof said === 'string') return said
  return (said as { label?: string } | undefined)?.label ?? null
}

export const labelOf = ({ name }: Pick<SettingRow, 'name'>) => SETTINGS[name]?.label ?? policyLabel(name) ?? name
export const hintOf = ({ name, words }: SettingRow) => (SETTINGS[name] ? SETTINGS[name].hint : words)

/** What the server says of settings, which it calls by their names on the command line, in the words of the page. */
export const inLabels = (said: string): string =>
  said.replace(/\b[a-z]+[A-Z]\w+/g, name => (SETTINGS[name] ? `“${SETTINGS[name].label}”` : name))

const spelled = (value: unknown): string => {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'nothing'
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : `“${String(value).slice(0, 80)}”`
}

/** One change of the site as a sentence. */
export function changeWords({ kind, name, about, before, after }: SiteChange): string {
  const who = about ?? 'somebody'
  switch (kind) {
    case 'made':
      return 'added the site'
    case 'name':
      return `called the site ${spelled(after)}; it was ${spelled(before)}`
    case 'origins':
      return `took pages from ${spelled(after)}; before from ${spelled(before)}`
    case 'setting':
      return `set “${labelOf({ name: name! })}” to ${spelled(after)}; before ${before === null ? 'the default' : spelled(before)}`
    case 'list': {
      const [was, is] = [before, after] as [ListChange, ListChange]
      const [kind = '', language] = name!.split('.')
      const which = language ? words.policy.listOf(kind, words.queue.languageName(language)) : words.policy.list(kind)
      const some = (what: string, { entries }: ListChange) =>
        entries.length > 0 ? [`${what} ${entries.map(entry => `“${entry}”`).join(', ')}`] : []
      const counts = `${many(is.size, 'entry', 'entries')} now, ${was.size} before`
      return `changed “${which}”: ${[...some('added', is), ...some('took out', was), counts].join('; ')}`
    }
    case 'invited':
      return `invited ${after === 'owner' ? 'an owner' : 'a moderator'}`
    case 'uninvited':
      return 'took an invitation back'
    case 'joined':
      return 'came by an invitation'
    case 'role':
      return `made ${who} ${after === 'owner' ? 'an owner' : 'a moderator'}`
    case 'dismissed':
      return `took the role of ${who}`
  }
}

/** The words of the page of a site. */
export const own = {
  label: 'Site',
  heading: 'The site',
  intro: 'What stands on your pages, which pages these are, and how all of it behaves.',
  readOnly: 'Only an owner of the site can change what is here.',
  failed: 'The site did not come.',
  machines: {
    keys: 'Keys for programs',
    webhooks: 'Webhooks',
    imports: 'Import comments',
    export: 'Export: take it all along',
    privacy: 'What is kept of somebody',
    words: 'Words and languages',
  },
  snippet: 'Put it on your pages',
  snippetHint: 'Paste these two lines where the conversation is to stand, once in the template of your articles.',
  seen: {
    none: 'It was not seen on any page yet. Open a page that has the two lines; what is here changes by itself.',
    at: (origin: string) => `Seen on ${origin},`,
    notYet: (origin: string) => `Not seen on ${origin} yet.`,
    refused: (origin: string) => `Refused on ${origin}, which is not one of the addresses below,`,
    refusedFile: 'Refused on a page that has no address of its own, as one opened from a file; serve it over http,',
    add: (origin: string) => `Add ${origin} to the addresses below`,
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
  key: (key: string) => (key.startsWith('//') ? `${key} (an edition of its own)` : key),
  nothing: 'nothing',
  isStandard: 'This is the default.',
  back: (words: string) => `Default: ${words}`,
  other: 'More',
  elsewhere: 'What waits and what is refused, guidelines, links and editing are under “Policy”.',
  unsaved: (n: number) => `${many(n, 'change', 'changes')} not saved`,
  none: 'No changes.',
  discard: 'Discard',
  look: 'How it looks',
  lookHint:
    'The thread takes its font and colours from your page. What you choose here holds where a page does not say so itself; the preview shows it at once.',
  contrast: (what: string, ratio: string) => `${what} has a contrast of ${ratio}; 4.5 is what can be read well.`,
  save: 'Save',
  saving: 'Saving…',
  saved: 'The site was saved.',
  undo: 'Undo',
  undone: 'Taken back.',
  preview: 'Preview',
  would: (n: number) =>
    `${many(n, 'thread goes', 'threads go')} to another place, because addresses are read otherwise. Threads that meet become one, and stay one.`,
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
