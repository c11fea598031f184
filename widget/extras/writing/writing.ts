import css from './writing.css?inline'

export { Deletion } from './Deletion.tsx'
export { meet, settle } from './mine.ts'
export { PostBar } from './PostBar.tsx'
export { post } from './post.ts'
export { Standing } from './Standing.tsx'

export const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
