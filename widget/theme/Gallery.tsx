import { useEffect, useState } from 'preact/hooks'
import { LANGS, type Lang } from './fixtures.ts'
import { Knobs } from './Knobs.tsx'
import { cssOf, read, spell, type Theme } from './knobs.ts'
import { SCHEMES, type Scheme, Specimen } from './Specimen.tsx'
import { STATES } from './states.ts'

const LANG_NAMES: Record<Lang, string> = { en: 'English →', fa: '← Persian' }
const SCHEME_NAMES: Record<Scheme, string> = { light: 'Light', dark: 'Dark' }
const WIDTHS = [
  ['full', 'As wide as there is room'],
  ['360', 'A phone, 360 px'],
] as const
type Width = (typeof WIDTHS)[number][0]

/** Rules that the specimens stand under: the page's own, as an owner would have them. */
const sheet = new CSSStyleSheet()
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

/** What the address asks for: a theme, and whether one state is to be shown alone, or the preview within another page. */
const asked = new URLSearchParams(location.hash.slice(1))
const wanted = new URLSearchParams(location.search)
const only = wanted.get('state')
const isPreview = wanted.has('preview')
/** Beside the states the knobs are open; above them they would be in their way. */
const isWide = matchMedia('(min-width: 60rem)').matches

const oneOf = <T extends string>(all: readonly T[], name: string): T[] => {
  const value = wanted.get(name)
  return all.filter(each => value === null || each === value)
}

/** Every state of the widget, and the knobs that an owner can turn. */
export function Gallery() {
  const [theme, setTheme] = useState<Theme>(() => read(asked))
  const [langs, setLangs] = useState<readonly Lang[]>(() => oneOf(LANGS, 'lang'))
  const [schemes, setSchemes] = useState<readonly Scheme[]>(() =>
    wanted.has('scheme') ? oneOf(SCHEMES, 'scheme') : ['light'],
  )
  const [width, setWidth] = useState<Width>('full')
  const css = cssOf(theme)
  useEffect(() => {
    // The desk turns the knobs of its preview.
    const hear = ({ origin, data }: MessageEvent) => {
      if (origin === location.origin && typeof data?.theme === 'string') setTheme(read(new URLSearchParams(data.theme)))
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [])
  useEffect(() => {
    sheet.replaceSync(css)
    const hash = spell(theme)
    history.replaceState(null, '', `${location.pathname}${location.search}${hash ? `#${hash}` : ''}`)
  }, [css])

  const states = STATES.filter(({ id }) => only === null || id === only)
  const specimens = states.map(({ id, title, about }) => (
    <section key={id} id={id} class="state" aria-labelledby={`${id}-title`}>
      {!isPreview && (
        <header>
          <h2 id={`${id}-title`}>{title}</h2>
          <p>{about}</p>
        </header>
      )}
      <div class="papers" data-width={width}>
        {langs.flatMap(lang =>
          schemes.map(scheme => (
            <Specimen key={`${lang} ${scheme}`} state={id} title={title} lang={lang} scheme={scheme} />
          )),
        )}
      </div>
    </section>
  ))
  if (isPreview) return <main class="preview">{specimens}</main>
  return (
    <>
      <header class="top">
        <h1>
          Parley <span>Theme</span>
        </h1>
        <p>
          The widget in all its states. Turn the knobs, then copy the style sheet into your pages. What you see here is
          the widget itself; only the comments are made up.
        </p>
      </header>
      <div class="bench">
        <aside aria-label="Knobs">
          <details open={isWide}>
            <summary>Knobs</summary>
            <Several label="Direction" all={LANGS} names={LANG_NAMES} chosen={langs} choose={setLangs} />
            <Several label="Scheme" all={SCHEMES} names={SCHEME_NAMES} chosen={schemes} choose={setSchemes} />
            <label class="field">
              <span>Width</span>
              <select value={width} onChange={event => setWidth(event.currentTarget.value as Width)}>
                {WIDTHS.map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <Knobs theme={theme} change={setTheme} css={css} />
          </details>
        </aside>
        <main>
          {only === null ? (
            <nav aria-label="States">
              <ul>
                {STATES.map(({ id, title }) => (
                  <li key={id}>
                    <a
                      href={`#${id}`}
                      onClick={event => {
                        // The fragment holds the theme.
                        event.preventDefault()
                        const heading = document.getElementById(id)
                        heading?.scrollIntoView()
                      }}
                    >
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : (
            <p class="back">
              <a href={`theme${location.hash}`}>All states</a>
            </p>
          )}
          {states.length === 0 && <p>There is no state of this name.</p>}
          {specimens}
        </main>
      </div>
    </>
  )
}

interface SeveralProps<T extends string> {
  label: string
  all: readonly T[]
  names: Record<T, string>
  chosen: readonly T[]
  choose(chosen: readonly T[]): void
}

/** A choice of one or more; the last one cannot be given up. */
function Several<T extends string>({ label, all, names, chosen, choose }: SeveralProps<T>) {
  return (
    <fieldset class="several">
      <legend>{label}</legend>
      {all.map(each => {
        const isOn = chosen.includes(each)
        const without = chosen.filter(other => other !== each)
        return (
          <label key={each}>
            <input
              type="checkbox"
              checked={isOn}
              disabled={isOn && without.length === 0}
              onChange={() => choose(isOn ? without : all.filter(other => other === each || chosen.includes(other)))}
            />
            {names[each]}
          </label>
        )
      })}
    </fieldset>
  )
}
