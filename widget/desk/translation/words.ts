import { piece } from '../phrases.ts'

/** What is said of the service that translates, and of what came from it. */
export const english = {
  translate: 'Translate',
  coming: 'Translating…',
  made: 'Translated by a machine at {host}',
  madeFrom: 'Translated by a machine at {host}, from {language}',
  original: 'What was written stands above, and is what you decide on.',
  failed: 'No translation came. Try again in a while.',
  intro:
    'Comments in other languages than the page’s have “Translate”, and so has the desk, once the address of a service is saved above. LibreTranslate is one that you can run yourself. Texts go to {host} when somebody presses it, without names.',
  unset: 'No service is named above, and no text goes anywhere.',
  key: 'Its key',
  keyHint: 'Where the service asks for one. It is kept, sent to this service only, and shown to nobody.',
  hasKey: 'A key is kept for it.',
  keep: 'Keep the key',
  drop: 'Take the key away',
  kept: 'The key is kept.',
  dropped: 'The key was taken away.',
  sentence: 'Try it with a sentence',
  sample: 'Good morning! When does the ferry leave?',
  into: 'Into',
  tryOut: 'Try it',
  trouble: 'Nothing came: {why}',
  unsaved: 'Save the address first; what is tried is what is saved.',
} as const

export const translationWords = piece('translation', english)
