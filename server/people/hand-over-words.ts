/** The words of the window in which somebody has signed in with a provider. */
export const handOver = {
  done: 'You are signed in',
  goOn: 'You can close this window and go on where you were.',
  almost: 'Almost there',
  type: 'Type this code into the page of {site} that you came from:',
  secret:
    'It is good for a few minutes, and for you alone: tell it to nobody. If you have not just pressed “sign in” there yourself, close this window.',
  ends: {
    denied: {
      title: 'You were not signed in',
      what: 'You have said no, and nothing was passed on. You can close this window and write as a guest, or choose another way.',
    },
    stale: {
      title: 'This cannot be continued',
      what: 'It was used already, or has waited too long, or began in another browser. Close this window and begin again on the page you came from.',
    },
    unverified: {
      title: 'Your e-mail address is not confirmed there',
      what: 'Confirm it where you have the account, then begin again on the page you came from.',
    },
    failed: {
      title: 'The other site did not answer as it should',
      what: 'Nothing was passed on. Close this window and try again in a while, or choose another way.',
    },
  },
}
