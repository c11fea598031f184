/** What a page says instead of what was asked for, to those who read and write. By the codes of `problems.ts`. */
export const refusals = {
  bad_request: {
    title: 'This address is not complete',
    detail: 'Something in it is missing or does not fit. Go back to the page you came from, and try from there.',
  },
  not_found: { title: 'Nothing here', detail: 'Check the address.' },
  unknown_comment: { title: 'Unknown comment', detail: 'There is no such comment here; it may have been removed.' },
  body_too_large: { title: 'The text is too long', detail: 'Go back, shorten it, and send it again.' },
  too_many_requests: {
    title: 'Too many in a short time',
    detail: 'Wait a little and try again; nothing that you have written is lost.',
  },
  overloaded: { title: 'Too much is asked at once', detail: 'Nothing was stored. Try again in a few seconds.' },
  storage_failed: {
    title: 'Nothing can be stored now',
    detail: 'The owner has to look at the server. Keep your text, and try again later.',
  },
  internal: { title: 'Something went wrong here', detail: 'It was nothing you did. Please try again.' },
}
