import { Fragment } from 'preact'
import { Icon } from './icons.tsx'
import { readable, webAddress } from './web-address.ts'
import { words } from './words.ts'

/** An address in order from left to right, each part of its path an island that may run the other way. */
export function Readable({ address }: { address: string }) {
  return (
    <bdi class="address" dir="ltr">
      {readable(address)
        .split('/')
        .map((part, at) => (
          <Fragment key={at}>
            {at > 0 && '/'}
            {part && <bdi>{part}</bdi>}
          </Fragment>
        ))}
    </bdi>
  )
}

interface AddressProps {
  url: string
  /** The article's key: where it is a path, it says enough on the site's own desk. */
  path?: string
}

/** An article's address as a link to it in a new tab: what is read is decoded, where it leads is not. */
export function Address({ url, path }: AddressProps) {
  const href = webAddress(url)
  const text = <Readable address={path?.startsWith('/') ? path : url} />
  if (!href) return text
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {text}
      <Icon name="external" />
      <span class="unseen"> {words.case.newTab}</span>
    </a>
  )
}
