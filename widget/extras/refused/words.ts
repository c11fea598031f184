import type { RefusedWords } from '../../shared/words.ts'

export const refused: RefusedWords = {
  refused: 'Comments are not set up for this page yet.',
  command:
    'If this is your site, this command helps. Type it where Parley was started, and with the same settings (PARLEY_…, PORT):',
}
