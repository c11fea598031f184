import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isCounted, TABS } from '../../server/contract.ts'
import { Dialog } from './Dialog.tsx'
import { showPage, showQueue } from './going.ts'
import { Icon, type IconName } from './icons.tsx'
import { isOwner, siteHere } from './me.ts'
import type { Page } from './place.ts'
import { signOut } from './session.ts'
import { change, type Desk, desk } from './state.ts'
import { words } from './words.ts'

/** What stands around the work: the site, the ways to its pages, the queues with their counts, and who is at the desk. */
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
        <div class="elsewhere">{waysOf(desk).map(way => drawn(way, false))}</div>
        <div class="who">
          <Name name={me.person.name} />
          {actsOf(site).map(way => drawn(way, true))}
        </div>
        <button
          type="button"
          class="button menu-button"
          aria-label={isWarned(desk) ? `${words.frame.menu}: ${words.frame.articlesWarn}` : undefined}
          onClick={() => change({ isMenuOpen: true })}
        >
          {words.frame.menu}
          <Warned desk={desk} />
        </button>
        {site !== null && <Queues desk={desk} site={site} />}
      </header>
      {site === null && <main class="opening">{words.frame.noSites}</main>}
      {children}
      {desk.isMenuOpen && <Menu desk={desk} name={me.person.name} />}
    </div>
  )
}

const Name = ({ name }: { name: string }) => (
  <span class="who-name">
    <span class="unseen">{words.frame.signedInAs} </span>
    <bdi>{name}</bdi>
  </span>
)

/** Somewhere to go, or something to do, that the frame offers. */
interface Way {
  icon: IconName
  name: string
  key?: string
  isHere?: boolean
  warned?: ComponentChildren
  does(): void
}

function drawn({ icon, name, key, isHere, warned, does }: Way, isSquare: boolean) {
  return (
    <button
      key={icon}
      type="button"
      class={`button quiet ${isSquare ? 'square' : 'way-to'} way-${icon}`}
      aria-current={isHere ? 'page' : undefined}
      aria-label={warned ? `${name}: ${words.frame.articlesWarn}` : name}
      title={key ? `${name} (${key})` : name}
      onClick={() => {
        change({ isMenuOpen: false })
        does()
      }}
    >
      <Icon name={icon} />
      {!isSquare && name}
      {warned}
    </button>
  )
}

/** An owner sees when something is wrong with the articles. */
const isWarned = (desk: Desk) => isOwner(desk) && !!siteHere(desk)?.claimed
const Warned = ({ desk }: { desk: Desk }) => (isWarned(desk) ? <span class="articles-warned" /> : null)

const PAGES = [
  ['articles', 'g'],
  ['log', 'h'],
  ['policy', 'p'],
  ['site', 'e'],
  ['people', 't'],
] as const

/** Pages to which the page of the site leads. */
const OF_SITE: readonly Page[] = ['keys', 'webhooks', 'mail', 'imports', 'export', 'privacy', 'words']

/** The ways to the other pages of the site. */
function waysOf(desk: Desk): Way[] {
  const { site } = desk
  if (site === null) return []
  return PAGES.map(([page, key]) => ({
    ...{
      icon: page,
      name: words.pages[page],
      key,
      isHere: desk.page === page || (page === 'site' && OF_SITE.includes(desk.page)),
    },
    warned: page === 'articles' && isWarned(desk) && <Warned desk={desk} />,
    does: () => showPage(page, site),
  }))
}

/** What is offered beside the pages of a site. */
const actsOf = (site: string | null): Way[] => [
  { icon: 'keys', name: words.frame.keys, key: '?', does: () => change({ isHelpOpen: true }) },
  { icon: 'bell', name: words.notifications.heading, does: () => change({ isNotifying: true }) },
  {
    ...{ icon: 'you', name: words.frame.you, key: 'y', isHere: desk().page === 'you' },
    does: () => site !== null && showPage('you', site),
  },
  { icon: 'leave', name: words.frame.signOut, does: () => void signOut() },
]

/** All of it in words, where there is no room for it above the work. */
function Menu({ desk, name }: { desk: Desk; name: string }) {
  return (
    <Dialog name="menu" class="menu-sheet" heading={words.frame.menu} leave={() => change({ isMenuOpen: false })}>
      <Name name={name} />
      {[...waysOf(desk), ...actsOf(desk.site)].map(way => drawn(way, false))}
    </Dialog>
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
