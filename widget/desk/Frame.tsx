import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isCounted, TABS } from '../../server/contract.ts'
import { showPage, showQueue } from './going.ts'
import { Icon } from './icons.tsx'
import { isOwner, siteHere } from './me.ts'
import { signOut } from './session.ts'
import { change, type Desk } from './state.ts'
import { words } from './words.ts'

/** What stands around the work: the site, the queues with their counts, and who is at the desk. */
export function Frame({ desk, children }: { desk: Desk; children: ComponentChildren }) {
  const { me, site } = desk
  if (!me) return null
  return (
    <div class="frame">
      <header class="top">
        <h1 class="brand">
          {words.brand} <span class="unseen">{words.title}</span>
        </h1>
        <Sites desk={desk} sites={me.sites} />
        {site !== null && <Queues desk={desk} site={site} />}
        {site !== null && <Ways desk={desk} site={site} />}
        <div class="who">
          <button
            type="button"
            class="button quiet square keys-button"
            aria-label={words.frame.keys}
            title={`${words.frame.keys} (?)`}
            onClick={() => change({ isHelpOpen: true })}
          >
            <Icon name="keys" />
          </button>
          <button
            type="button"
            class="button quiet square"
            aria-label={words.notifications.heading}
            title={words.notifications.heading}
            onClick={() => change({ isNotifying: true })}
          >
            <Icon name="bell" />
          </button>
          <button
            type="button"
            class="button quiet square"
            aria-label={words.frame.you}
            aria-current={desk.page === 'you' ? 'page' : undefined}
            title={`${words.frame.you} (y)`}
            onClick={() => site !== null && showPage('you', site)}
          >
            <Icon name="you" />
          </button>
          <span class="who-name">
            <span class="unseen">{words.frame.signedInAs} </span>
            <bdi>{me.person.name}</bdi>
          </span>
          <button
            type="button"
            class="button quiet square"
            aria-label={words.frame.signOut}
            title={words.frame.signOut}
            onClick={() => void signOut()}
          >
            <Icon name="leave" />
          </button>
        </div>
      </header>
      {site === null && <main class="opening">{words.frame.noSites}</main>}
      {children}
    </div>
  )
}

const WAYS = [
  ['articles', 'g'],
  ['log', 'h'],
  ['policy', 'p'],
  ['site', 'e'],
  ['people', 't'],
] as const

/** The ways to the other pages of the site; an owner sees when something is wrong with its articles. */
function Ways({ desk, site }: { desk: Desk; site: string }) {
  const isWarned = isOwner(desk) && !!siteHere(desk)?.claimed
  return (
    <div class="elsewhere">
      {WAYS.map(([page, key]) => {
        const name = words.frame.ways[page]
        const warns = page === 'articles' && isWarned
        return (
          <button
            key={page}
            type="button"
            class="button quiet way-to"
            aria-current={desk.page === page ? 'page' : undefined}
            aria-label={warns ? `${name}: ${words.frame.articlesWarn}` : name}
            title={`${name} (${key})`}
            onClick={() => showPage(page, site)}
          >
            <Icon name={page} />
            <span class="way-to-name">{name}</span>
            {warns && <span class="articles-warned" />}
          </button>
        )
      })}
    </div>
  )
}

function Sites({ desk, sites }: { desk: Desk; sites: NonNullable<Desk['me']>['sites'] }) {
  const here = siteHere(desk)
  const show = (site: string) => (desk.page === 'queue' ? showQueue(site, desk.status) : showPage(desk.page, site))
  if (!here) return null
  if (sites.length === 1)
    return (
      <bdi class="site" title={words.frame.role[here.role]}>
        {here.name}
      </bdi>
    )
  return (
    <label class="site">
      <span class="unseen">{words.frame.site}</span>
      <select value={here.id} onChange={event => show(event.currentTarget.value)}>
        {sites.map(({ id, name, waiting }) => (
          <option key={id} value={id} dir="auto">
            {waiting > 0 ? `${name} (${words.count(waiting)})` : name}
          </option>
        ))}
      </select>
    </label>
  )
}

function Queues({ desk, site }: { desk: Desk; site: string }) {
  const counts = desk.counts[site]
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [desk.status, desk.page])
  return (
    <nav class="queues" ref={nav} aria-label={words.frame.queues}>
      <ul>
        {TABS.map(status => {
          const count = counts && isCounted(status) ? words.count(counts[status]) : ''
          return (
            <li key={status}>
              <button
                type="button"
                class="queue"
                aria-current={desk.page === 'queue' && status === desk.status ? 'page' : undefined}
                onClick={() => showQueue(site, status)}
              >
                <span class="queue-name" data-words={words.tab[status]}>
                  {words.tab[status]}
                </span>{' '}
                {isCounted(status) && <span class="count">{count}</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
