/** What is said of the earlier texts of a comment. */
export const editions = {
  until: 'Until {time}:',
  none: 'There is nothing to show.',
  moderator: 'changed by a moderator',
}
