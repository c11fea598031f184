import { useEffect, useRef, useState } from 'preact/hooks'
import { Knobs } from '../../theme/Knobs.tsx'
import { cssOf, PLAIN, spell, type Theme } from '../../theme/knobs.ts'
import { Sheet } from '../../theme/Sheet.tsx'
import { showPage } from '../going.ts'
import { isOwner } from '../me.ts'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'

const { site: own } = words

/** What stands on the pages of a site: the snippet that puts it there, and how it looks. */
export function SitePage({ desk }: { desk: Desk }) {
  const { site } = desk
  const snippet = `<script type="module" src="${location.origin}/embed.js"></script>\n<parley-thread site="${site}"></parley-thread>`
  return (
    <main class="work site-page" data-front="list">
      <section class="list" aria-label={own.label}>
        <div class="list-scroll" key={site}>
          <div class="site-body">
            <header>
              <h2 class="log-heading" tabIndex={-1}>
                {own.heading}
              </h2>
              <p class="faint">{own.intro}</p>
              {isOwner(desk) && (
                <p class="site-machines">
                  {(['keys', 'webhooks'] as const).map(page => (
                    <button key={page} type="button" class="text-button" onClick={() => showPage(page, site!)}>
                      {own.machines[page]}
                    </button>
                  ))}
                </p>
              )}
            </header>
            <section class="policy-part" aria-labelledby="snippet-heading">
              <h3 id="snippet-heading">{own.snippet}</h3>
              <p class="faint">{own.snippetHint}</p>
              <Sheet text={snippet} />
            </section>
            <Look />
          </div>
        </div>
      </section>
    </main>
  )
}

/** The knobs beside the gallery's own preview. */
function Look() {
  const [theme, setTheme] = useState<Theme>(PLAIN)
  const [state, setState] = useState<keyof typeof own.states>('thread')
  const [lang, setLang] = useState<keyof typeof own.langs>('en')
  const [scheme, setScheme] = useState<keyof typeof own.schemes>('light')
  const frame = useRef<HTMLIFrameElement>(null)
  const hash = spell(theme)
  const turn = () => frame.current?.contentWindow?.postMessage({ theme: hash }, location.origin)
  useEffect(turn, [hash])
  return (
    <section class="policy-part" aria-labelledby="look-heading">
      <h3 id="look-heading">{own.look}</h3>
      <p class="faint">{own.lookHint}</p>
      <div class="look">
        <div class="look-knobs">
          <Choice label={own.state} names={own.states} value={state} choose={value => setState(value)} />
          <Choice label={own.lang} names={own.langs} value={lang} choose={value => setLang(value)} />
          <Choice label={own.scheme} names={own.schemes} value={scheme} choose={value => setScheme(value)} />
          <Knobs theme={theme} change={setTheme} css={cssOf(theme)} />
        </div>
        <div class="look-preview">
          <iframe
            ref={frame}
            title={own.preview}
            src={`/theme?${new URLSearchParams({ preview: '', state, lang, scheme })}`}
            onLoad={turn}
          />
          <a href={`/theme#${hash}`} target="_blank" rel="noopener">
            {own.gallery}
          </a>
        </div>
      </div>
    </section>
  )
}

interface ChoiceProps<T extends string> {
  label: string
  names: Record<T, string>
  value: T
  choose(value: T): void
}

function Choice<T extends string>({ label, names, value, choose }: ChoiceProps<T>) {
  return (
    <label class="log-filter">
      <span>{label}</span>
      <select class="input" value={value} onChange={event => choose(event.currentTarget.value as T)}>
        {Object.entries<string>(names).map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
