import { useEffect } from 'react'

/** <Parley site="daily" /> under an article; give each article a key, as in <Parley key={slug} …>. */
export function Parley({ site, origin = 'https://comments.example.org', ...attributes }) {
  useEffect(() => {
    import(/* @vite-ignore */ /* webpackIgnore: true */ `${origin}/embed.js`)
  }, [origin])
  return <parley-thread site={site} {...attributes} />
}
