import { Icon } from './icons.tsx'
import { webAddress } from './web-address.ts'
import { words } from './words.ts'

/** The article under which something was said: its title, and the way to it where its address is one of the web. */
export function ArticleLink({ article }: { article: { title: string | null; key: string; url: string } }) {
  const href = webAddress(article.url)
  const title = <bdi>{article.title ?? article.key}</bdi>
  return (
    <>
      {words.case.on}{' '}
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {title}
          <Icon name="external" />
          <span class="unseen"> {words.case.newTab}</span>
        </a>
      ) : (
        title
      )}
    </>
  )
}
