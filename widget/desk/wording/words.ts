import { piece } from '../phrases.ts'

/** The words of the page on which owners say what Parley says in other words. */
export const english = {
  heading: 'Words',
  intro:
    'What readers read of Parley, in fifteen languages and more. Say single phrases in your own words here: in threads, on pages without JavaScript and in mails they take the place of the usual ones.',
  language: 'Language',
  reviewedBy: 'Read by {name}.',
  unreviewed:
    'Unreviewed: nobody who speaks it has read all of its words yet. If you do, please tell us what sounds wrong.',
  unreviewedShort: '{name} – unreviewed',
  standard: 'Language of the site',
  standardHint:
    'For mails, feeds and pages without JavaScript, where neither the page nor its reader names one. A thread takes the language of your page.',
  standardNone: 'English, as is usual',
  search: 'Search',
  searchHint: 'In the phrases, in what you say instead, and in their keys.',
  onlyOwn: 'Only those that I say otherwise',
  own: 'Instead of “{phrase}”',
  ownForm: 'Instead of “{phrase}”, for the form “{form}”',
  must: 'Keep {places}: that is where something is filled in.',
  preview: 'Reads:',
  back: 'As usual again',
  none: 'No phrase is like that.',
  some: 'The first {n} of {all} are shown. Search for what you look for.',
  unsaved: { one: '{n} change is not saved', other: '{n} changes are not saved' },
  nothing: 'Nothing is changed.',
  save: 'Save',
  saving: 'Saving…',
  discard: 'Discard',
  saved: 'Saved. Readers get it with the next page they load.',
  failed: 'The page could not be loaded.',
  faulty: 'Nothing was saved: some phrases do not fit.',
  elsewhere: 'Somebody has changed the site meanwhile. Look at it, and save again; what you have typed stays.',
} as const

export const wordingWords = piece('wording', english)
