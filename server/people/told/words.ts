/** Forms of a phrase by number, named as `Intl.PluralRules` names them. */
type Forms = { other: string } & { [form in Intl.LDMLPluralRule]?: string }

/** What readers are told by mail, and on the page where they say of what. */
export const followMail = {
  guest: 'Guest',
  confirm: {
    subject: 'May {site} write to you?',
    what: 'Somebody gave this address on {site}, most likely you, to be told by mail of answers there. Nothing is sent until you agree.',
    open: 'Agree, or say no:',
    lasts: 'The link is good for seven days. If it was not you, there is nothing you need to do.',
  },
  digest: {
    subject: { one: '{n} new comment on {site}', other: '{n} new comments on {site}' } as Forms,
    untitled: 'On {site}',
    reply: '{name} answered you:',
    wrote: '{name} wrote:',
    read: 'Read and answer:',
    more: { one: 'And {n} more.', other: 'And {n} more.' } as Forms,
    why: 'You get this mail because you asked {site} for it.',
    manage: 'What you are told of, and how to end it:',
  },
  page: {
    title: 'Mail from {site}',
    asks: '{name} wishes to be told of answers on {site} at this address. Is that you?',
    agree: 'Yes, write to me',
    agreed: 'Done. From now on you are told by mail.',
    gone: 'This request is no longer there.',
    anew: 'You can ask anew below any comments on {site}.',
    nothing: 'No mail goes to your address.',
    told: 'You are told by mail of:',
    replies: 'Answers to what you wrote',
    thread: 'Comments: {title}',
    conversation: 'Conversation begun by {name}: {title}',
    stop: 'No longer',
    start: 'Tell me again',
    leave: 'No more mail from {site}',
    left: 'No more mail comes.',
    never: 'Never ask this address again',
    neverMeans: 'Then nobody can have a request sent here. You can take that back on this page.',
    isNever: 'Nobody can have a request sent to your address any more.',
    allow: 'Take that back',
    saved: 'Saved.',
  },
}
