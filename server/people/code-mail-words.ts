import type { Purpose } from '../contract.ts'

/** The words of the mail that brings a code. */
export const codeMail = {
  subject: '{code} is your code for {site}',
  what: {
    sign_in: 'Type this code where you write on {site}:',
    link: 'Type this code to go on with your profile on {site}:',
    sign_out: 'Type this code to sign out of {site} on all devices:',
    export: 'Type this code to get a copy of what is yours on {site}:',
    erase: 'Type this code to erase, for good, all that you have written on {site}:',
  } satisfies Record<Purpose, string>,
  lasts: 'It is good for ten minutes.',
  notYou:
    'If you did not ask for it, somebody has mistyped an address. There is nothing you need to do; tell nobody the code.',
}
