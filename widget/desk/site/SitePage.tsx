import type { DeskSite } from '../../../server/contract.ts'
import { HERE } from '../../shared/here.ts'
import { Sheet } from '../../theme/Sheet.tsx'
import { showPage } from '../going.ts'
import { Later } from '../Later.tsx'
import { withWords } from '../language.ts'
import { isOwner } from '../me.ts'
import { Skeleton } from '../Skeleton.tsx'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'
import { Addresses } from './Addresses.tsx'
import { Changed } from './Changed.tsx'
import { Field } from './Field.tsx'
import { Look } from './Look.tsx'
import { NewSite } from './NewSite.tsx'
import { Seen } from './Seen.tsx'
import { countOf, discard, isElsewhere, load, type SiteDraft, save, settingNow, useDraft } from './site-draft.ts'
import '../../theme/knobs.css'
import './site.css'
import { GROUPS, own } from './words.ts'

const service = async () => (await withWords('office', import('../translation/Service.tsx'))).Service

/** What stands on the pages of a site: the snippet that puts it there, its settings, how it looks, and what was changed. */
export function SitePage({ desk }: { desk: Desk }) {
  const site = desk.site!
  const draft = useDraft(site)
  const mayChange = isOwner(desk)
  return (
    <main class="work site-page" data-front="list">
      <section class="list" aria-label={own.label} aria-busy={draft.phase === 'loading'}>
        <div class="list-scroll" key={site}>
          <div class="site-body">
            <header>
              <h2 class="log-heading" tabIndex={-1}>
                {own.heading}
              </h2>
              <p class="faint">{own.intro}</p>
              {!mayChange && <p class="faint">{own.readOnly}</p>}
              {isOwner(desk) && (
                <p class="site-machines">
                  {(['keys', 'webhooks', 'mail', 'imports', 'export', 'privacy', 'words'] as const).map(page => (
                    <button key={page} type="button" class="text-button" onClick={() => showPage(page, site!)}>
                      {own.machines[page]}
                    </button>
                  ))}
                </p>
              )}
            </header>
            <Body site={site} draft={draft} mayChange={mayChange} isInstaller={!!desk.me?.person.isInstaller} />
          </div>
        </div>
        {draft.saved && mayChange && <Bar site={site} draft={draft} />}
      </section>
    </main>
  )
}

interface BodyProps {
  site: string
  draft: SiteDraft
  mayChange: boolean
  isInstaller: boolean
}

function Body({ site, draft, mayChange, isInstaller }: BodyProps) {
  const { saved, phase } = draft
  if (!saved)
    return phase === 'failed' ? (
      <div class="articles-nothing">
        <p>{own.failed}</p>
        <button type="button" class="button" onClick={() => void load(site)}>
          {words.retry}
        </button>
      </div>
    ) : (
      <Skeleton />
    )
  const snippet = `<script type="module" src="${HERE}/embed.js"></script>\n<parley-thread site="${site}"></parley-thread>`
  return (
    <>
      {saved.advice.length > 0 && (
        <ul class="site-advice">
          {saved.advice.map(line => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
      <section class="policy-part" aria-labelledby="snippet-heading">
        <h3 id="snippet-heading">{own.snippet}</h3>
        <p class="faint">{own.snippetHint}</p>
        <Sheet text={snippet} />
        <Seen site={site} draft={draft} mayChange={mayChange} />
      </section>
      <fieldset class="site-fields" disabled={!mayChange}>
        <Addresses site={site} draft={draft} />
        {groupsOf(saved).map(([heading, rows]) => (
          <section key={heading} class="policy-part">
            <h3>{heading}</h3>
            {rows.map(row => (
              <Field key={row.name} site={site} draft={draft} row={row} />
            ))}
            {mayChange && rows.some(({ name }) => name === 'translate') && (
              <Later
                load={service}
                site={site}
                saved={String(saved.settings['translate'])}
                isChanged={settingNow(draft, 'translate') !== saved.settings['translate']}
              />
            )}
            {rows.some(({ name }) => name === 'keepsRefusedDays') && (
              <p>
                <a href={`privacy?${new URLSearchParams({ site })}`} target="_blank" rel="noopener">
                  {own.privacy}
                </a>
              </p>
            )}
          </section>
        ))}
        <p class="faint">{own.elsewhere}</p>
      </fieldset>
      <Look site={site} draft={draft} />
      {mayChange && <Changed site={site} seen={saved.seen} />}
      {isInstaller && <NewSite />}
    </>
  )
}

/** The settings of this page in their groups; what has no group is not lost. */
function groupsOf({ table }: DeskSite) {
  const known = new Set<string>(['aliases', 'theme', 'language', 'words', ...GROUPS.flatMap(([, names]) => names)])
  const others = table.filter(({ name }) => !known.has(name) && !isElsewhere(name))
  const groups = GROUPS.map(
    ([group, names]) => [own.groups[group], table.filter(({ name }) => names.includes(name))] as const,
  )
  return others.length > 0 ? [...groups, [own.other, others] as const] : groups
}

/** What is not saved, and what can be done about it; stays in sight. */
function Bar({ site, draft }: { site: string; draft: SiteDraft }) {
  const count = countOf(draft)
  const { trouble, isSaving, would } = draft
  return (
    <div class="policy-bar">
      {trouble && (
        <div class="policy-trouble" role="alert">
          <p>{trouble.text}</p>
          {trouble.lines.length > 0 && (
            <ul>
              {trouble.lines.map(line => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {would !== null && <p class="site-would">{own.would(would)}</p>}
      <p class="policy-count">{count > 0 ? own.unsaved(count) : own.none}</p>
      {count > 0 && (
        <div class="policy-acts">
          <button type="button" class="button quiet" onClick={() => discard(site)}>
            {own.discard}
          </button>
          <button type="button" class="button filled" aria-disabled={isSaving} onClick={() => void save(site)}>
            {isSaving ? own.saving : would !== null ? own.saveAll : own.save}
          </button>
        </div>
      )}
    </div>
  )
}
