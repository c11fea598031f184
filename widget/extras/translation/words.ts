/** What is said of what a machine has made of a comment. */
export const translation = {
  made: 'Translated by a machine at {host}',
  coming: 'Translating…',
  failed: 'No translation came. What was written is above; try again in a while.',
}
