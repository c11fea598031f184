/** The words of the page of a site. */
export const siteWords = {
  label: 'Site',
  heading: 'The site',
  intro: 'What stands on your pages, and how it looks there.',
  machines: { keys: 'Keys for programs', webhooks: 'Webhooks' },
  snippet: 'Put it on your pages',
  snippetHint: 'Paste these two lines where the conversation is to stand, once in the template of your articles.',
  look: 'How it looks',
  lookHint:
    'The thread takes its font and colours from your page. Change what you like, and put the style sheet into your pages.',
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
  preview: 'Preview',
} as const
