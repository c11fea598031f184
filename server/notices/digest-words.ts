/** Forms of a phrase by number, named as `Intl.PluralRules` names them. */
type Forms = { other: string } & { [form in Intl.LDMLPluralRule]?: string }

/** What moderators are told by mail of what waits. Where `{n}` are waiting and more, which are not counted, the `Many` says so. */
export const digestMail = {
  subject: {
    one: 'One comment is waiting on {site}',
    other: '{n} comments are waiting on {site}',
  } as Forms,
  subjectMany: 'More than {n} comments are waiting on {site}',
  what: {
    one: 'One comment is waiting on {site}, since {since}.',
    other: '{n} comments are waiting on {site}, the first since {since}.',
  } as Forms,
  whatMany: 'More than {n} comments are waiting on {site}, the first since {since}.',
  decide: 'Decide one after the other, on a telephone as well',
  desk: 'Open the desk',
  keyless: 'Both ask whether you are signed in: who has this mail can do nothing with it.',
  quiet:
    'There is no further mail until what waits now has been decided, and at most one an hour. To get none at all, open Notifications at the desk.',
}
