import { piece } from '../phrases.ts'

/** What settings of a site are called at the desk, and what each does. */
export const settingsEnglish = {
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
  tellsByMail: {
    label: 'Readers may be told by mail',
    hint: 'Of answers and of what they follow, where the installation sends mail.',
  },
  tellMinutes: { label: 'Minutes that pass at the least between two such mails to the same reader' },
  translate: {
    label: 'Address of a service that translates',
    hint: 'Asked as LibreTranslate is, such as https://translate.example.org/translate. Empty: nothing is translated.',
  },
  views: { label: 'Views are counted and shown where a page has <parley-views>' },
  language: { label: 'Language of the site' },
  words: { label: 'Words of your own' },
  aliases: {
    label: 'Hosts that are the first one under another name',
    hint: 'One a line, such as m.example.org. Their pages share threads with it, and each needs its origin above, too.',
  },
} as const

export const settingWords = piece('settings', settingsEnglish)
