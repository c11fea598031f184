import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isCounted, TABS } from '../../server/contract.ts'
import { goToPolicyOf, showArticles, showDecisions, showQueue } from './going.ts'
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
        {site !== null && <WayToArticles desk={desk} site={site} />}
        {site !== null && <WayToDecisions desk={desk} site={site} />}
        {site !== null && <WayToPolicy desk={desk} site={site} />}
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

/** The way to the articles; an owner sees at it when something is wrong with them. */
function WayToArticles({ desk, site }: { desk: Desk; site: string }) {
  const isWarned = isOwner(desk) && !!siteHere(desk)?.claimed
  return (
    <button
      type="button"
      class="button quiet articles-way"
      aria-current={desk.page === 'articles' ? 'page' : undefined}
      aria-label={isWarned ? `${words.frame.articles}: ${words.frame.articlesWarn}` : words.frame.articles}
      title={`${words.frame.articles} (g)`}
      onClick={() => showArticles(site)}
    >
      <Icon name="articles" />
      <span class="articles-way-name">{words.frame.articles}</span>
      {isWarned && <span class="articles-warned" />}
    </button>
  )
}

function WayToDecisions({ desk, site }: { desk: Desk; site: string }) {
  return (
    <button
      type="button"
      class="button quiet articles-way"
      aria-current={desk.page === 'log' ? 'page' : undefined}
      aria-label={words.frame.log}
      title={`${words.frame.log} (h)`}
      onClick={() => showDecisions(site)}
    >
      <Icon name="log" />
      <span class="articles-way-name">{words.frame.log}</span>
    </button>
  )
}

function WayToPolicy({ desk, site }: { desk: Desk; site: string }) {
  return (
    <button
      type="button"
      class="button quiet articles-way"
      aria-current={desk.page === 'policy' ? 'page' : undefined}
      aria-label={words.frame.policy}
      title={`${words.frame.policy} (p)`}
      onClick={() => goToPolicyOf(site)}
    >
      <Icon name="policy" />
      <span class="articles-way-name">{words.frame.policy}</span>
    </button>
  )
}

function Sites({ desk, sites }: { desk: Desk; sites: NonNullable<Desk['me']>['sites'] }) {
  const here = siteHere(desk)
  const show = (site: string) =>
    ({
      queue: () => showQueue(site, desk.status),
      articles: () => showArticles(site),
      log: () => showDecisions(site),
      policy: () => goToPolicyOf(site),
    })[desk.page]()
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
