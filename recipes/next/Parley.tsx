// components/Parley.tsx, for the app router; in app/[slug]/page.tsx: <Parley site="daily" title={title} />
// The comments are in the page that the server sends, at most a minute old, and the widget takes over in the browser.
import Script from 'next/script'
import { createElement } from 'react'

interface Props {
  site: string
  /** The article’s absolute address. */
  url: string
  origin?: string
  title?: string
  lang?: string
}

export async function Parley({ origin = 'https://comments.example.org', ...attributes }: Props) {
  const query = new URLSearchParams({ site: attributes.site, url: attributes.url, fragment: '1' })
  const answer = await fetch(`${origin}/thread?${query}`, { next: { revalidate: 60 } }).catch(() => null)
  const html = answer?.ok ? await answer.text() : ''
  return (
    <>
      <Script type="module" src={`${origin}/embed.js`} strategy="afterInteractive" />
      {createElement('parley-thread', {
        ...attributes,
        suppressHydrationWarning: true,
        dangerouslySetInnerHTML: { __html: html },
      })}
    </>
  )
}
