import css from './writing.css?inline'

export { meet, settle } from './mine.ts'
export { Actions, Standing } from './own.tsx'
export { PostBar } from './PostBar.tsx'
export { first, post, show } from './post.ts'
export { refusalWords } from './refusal-words.ts'

export const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
