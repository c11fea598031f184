/** The words of the page without JavaScript, beyond those of the widget. */
export const plain = {
  onArticle: 'Comments on {title}',
  first: 'Back to the first page',
  formatting: 'You can use Markdown: *emphasis*, **strong**, > quote, - list.',
  stale: 'This page is out of date. Your text is still here; send it again.',
}
