import { useEffect, useLayoutEffect } from 'preact/hooks'
import { AuthorDialog } from './AuthorDialog.tsx'
import { Panel } from './acts/Panel.tsx'
import { Articles } from './articles/Articles.tsx'
import { GovernDialog } from './articles/GovernDialog.tsx'
import { CasePane } from './CasePane.tsx'
import { Caught } from './Caught.tsx'
import { lookAhead } from './details.ts'
import { openDesk } from './entering.ts'
import { Frame } from './Frame.tsx'
import { keepFocus } from './focus.ts'
import { Help } from './Help.tsx'
import { withWords } from './language.ts'
import { currentList } from './lists.ts'
import { Log } from './log/Log.tsx'
import { Notifications } from './notifications/Notifications.tsx'
import { Office } from './Office.tsx'
import { QueueList } from './QueueList.tsx'
import { Said } from './Said.tsx'
import { SignIn } from './SignIn.tsx'
import { type Desk, isNarrow, useDesk } from './state.ts'
import { Toasts } from './Toasts.tsx'
import { LANG, words } from './words.ts'

const policyPage = async () => (await withWords('office', import('./policy/PolicyPage.tsx'))).PolicyPage
const sitePage = async () => (await withWords('office', import('./site/SitePage.tsx'))).SitePage
const peoplePage = async () => (await withWords('office', import('./people/PeoplePage.tsx'))).PeoplePage
const keysPage = async () => (await withWords('machines', import('./machines/KeysPage.tsx'))).KeysPage
const webhooksPage = async () => (await withWords('machines', import('./machines/WebhooksPage.tsx'))).WebhooksPage
const mailPage = async () => (await withWords('machines', import('./machines/MailPage.tsx'))).MailPage
const exportPage = async () => (await withWords('machines', import('./export/Export.tsx'))).ExportPage
const importPage = async () => (await withWords('machines', import('./machines/ImportPage.tsx'))).ImportPage
const privacyPage = async () => (await withWords('machines', import('./machines/PrivacyPage.tsx'))).PrivacyPage
const wordingPage = async () => (await withWords('machines', import('./machines/WordingPage.tsx'))).WordingPage
const joining = async () => (await withWords('office', import('./people/Joining.tsx'))).Joining

/** The moderators' desk. */
export function App() {
  const desk = useDesk()
  return (
    <>
      <Screen key={LANG} desk={desk} />
      <Said said={desk.said} />
    </>
  )
}

function Screen({ desk }: { desk: Desk }) {
  switch (desk.phase) {
    case 'opening':
      return <p class="opening">{words.loading}</p>
    case 'down':
      return (
        <main class="door">
          <h1>{words.title}</h1>
          <p>{words.signIn.down}</p>
          <button type="button" class="button filled" onClick={() => void openDesk()}>
            {words.retry}
          </button>
        </main>
      )
    case 'door':
      return desk.door.why === 'invited' ? <Office desk={desk} load={joining} /> : <SignIn door={desk.door} />
    case 'desk':
      return <Workplace desk={desk} />
  }
}

function Workplace({ desk }: { desk: Desk }) {
  const { site, page } = desk
  const waiting = site !== null ? desk.counts[site]?.pending : undefined

  useEffect(() => {
    document.title = words.pageTitle(page, waiting ? words.count(waiting) : null)
  }, [page, waiting])
  useLayoutEffect(keepFocus)

  return (
    <Frame desk={desk}>
      <Caught key={page} fallback={<p class="list-end">{words.undrawn}</p>}>
        {site !== null && page === 'queue' && <QueuePage desk={desk} />}
        {site !== null && page === 'articles' && <Articles desk={desk} />}
        {site !== null && page === 'log' && <Log desk={desk} />}
        {site !== null && page === 'policy' && <Office desk={desk} load={policyPage} />}
        {site !== null && page === 'site' && <Office desk={desk} load={sitePage} />}
        {site !== null && page === 'people' && <Office desk={desk} load={peoplePage} />}
        {page === 'you' && <Office desk={desk} load={yourPage} />}
        {site !== null && page === 'keys' && <Office desk={desk} load={keysPage} />}
        {site !== null && page === 'webhooks' && <Office desk={desk} load={webhooksPage} />}
        {site !== null && page === 'mail' && <Office desk={desk} load={mailPage} />}
        {site !== null && page === 'export' && <Office desk={desk} load={exportPage} />}
        {site !== null && page === 'imports' && <Office desk={desk} load={importPage} />}
        {site !== null && page === 'privacy' && <Office desk={desk} load={privacyPage} />}
        {site !== null && page === 'words' && <Office desk={desk} load={wordingPage} />}
      </Caught>
      {!desk.governing && <Toasts toasts={desk.isAskingWhy && isNarrow() ? [] : desk.toasts} />}
      {desk.isHelpOpen && <Help />}
      {desk.isNotifying && <Notifications />}
      {desk.governing && <GovernDialog desk={desk} governing={desk.governing} />}
      {desk.authorWork && <AuthorDialog work={desk.authorWork} />}
    </Frame>
  )
}

const yourPage = async () => (await withWords('office', import('./you/You.tsx'))).You

/** A queue, and beside it the case at its cursor. */
function QueuePage({ desk }: { desk: Desk }) {
  const list = currentList()
  const one = list?.cases.find(({ id }) => id === list.cursor)
  useEffect(() => {
    void lookAhead()
  }, [one?.id, one?.version, list?.cases.length, desk.details])
  if (!list) return null
  const isBare = list.phase === 'ready' && !one
  const front = isBare ? 'nothing' : desk.isCaseOpen && one ? 'case' : 'list'
  return (
    <main class="work" data-front={front} data-choosing={desk.chosen.size > 0}>
      <QueueList desk={desk} list={list} />
      {one && <CasePane desk={desk} list={list} one={one} />}
      {one && desk.acts.panel?.id === one.id && <Panel desk={desk} one={one} kind={desk.acts.panel.kind} />}
    </main>
  )
}
