import { piece } from '../phrases.ts'

/** The words of the page on which owners take along what is theirs. */
export const english = {
  heading: 'Export',
  intro:
    'Files to keep, to move with, or to look at elsewhere. Each is made while it is downloaded, as the site stands at that moment.',
  archive: {
    heading: 'All of it: Parley’s archive',
    what: 'For another Parley, or a copy of your own. What comes in from it there is equal to what is here.',
    holds:
      'Every comment in every state, with its earlier texts, votes, reports, appeals and notes; authors, and the digests by which their browsers are known, so that they keep their comments; the log of decisions with its seals; articles, addresses, lists, settings, and who moderates.',
    lacks:
      'Sessions of the desk, links, passkeys, keys for programs, webhooks and the secret: nobody is signed in by it.',
    care: 'It holds addresses and what was never published. Keep it as you keep a backup.',
    download: 'Download the archive',
    format: 'JSON lines with gzip, .jsonl.gz',
    plain: 'Without gzip',
    again: 'Where it is to come in, as often as you like:',
  },
  disqus: {
    heading: 'For other systems: Disqus’s XML',
    what: 'Most systems for comments read it.',
    holds: 'Articles and published comments with names, times and what answers what.',
    lacks:
      'What waits, was refused or deleted; votes, addresses, the log. Of deleted comments that were answered the place stays, without words.',
    download: 'Download the XML',
  },
  csv: {
    heading: 'For spreadsheets: CSV',
    what: 'One row for each comment, in UTF-8. A text that a spreadsheet would compute has an apostrophe before it.',
    holds: 'Published comments with names, times, votes, the page they stand under and a link.',
    lacks: 'What waits, was refused or deleted; addresses, the log (which has a CSV of its own).',
    download: 'Download the CSV',
  },
  has: 'In it',
  lacks: 'Not in it',
  large:
    'A download that breaks off has no last line, and whoever reads it is told so: begin it again. A very large site is exported faster on the command line, and so is one on Cloudflare’s free plan, which gives a request too little time:',
  moderator: 'Only owners of a site export it.',
} as const

export const exportWords = piece('exports', english)
