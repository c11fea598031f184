import { useEffect, useRef, useState } from 'preact/hooks'
import { Knobs } from '../../theme/Knobs.tsx'
import { cssOf, read, spell, type Theme } from '../../theme/knobs.ts'
import { isOwner } from '../me.ts'
import { contrast } from './contrast.ts'
import { type SiteDraft, setSetting, settingNow } from './site-draft.ts'
import { own } from './words.ts'

/** The knobs beside the gallery's own preview. What they set of the site is saved with the rest; parts are for style sheets. */
export function Look({ site, draft }: { site: string; draft: SiteDraft }) {
  const [parts, setParts] = useState<Theme['parts']>({})
  const [state, setState] = useState<keyof typeof own.states>('thread')
  const [lang, setLang] = useState<keyof typeof own.langs>('en')
  const [scheme, setScheme] = useState<keyof typeof own.schemes>('light')
  const frame = useRef<HTMLIFrameElement>(null)
  const { properties } = read(new URLSearchParams(String(settingNow(draft, 'theme'))))
  const theme = { properties, parts }
  const hash = spell(theme)
  const turn = () => frame.current?.contentWindow?.postMessage({ theme: hash }, location.origin)
  useEffect(turn, [hash])
  const change = (next: Theme) => {
    setParts(next.parts)
    if (isOwner()) setSetting(site, 'theme', spell({ properties: next.properties, parts: {} }))
  }
  return (
    <section class="policy-part" aria-labelledby="look-heading">
      <h3 id="look-heading">{own.look}</h3>
      <p class="faint">{own.lookHint}</p>
      <div class="look">
        <div class="look-knobs">
          <Choice label={own.state} names={own.states} value={state} choose={value => setState(value)} />
          <Choice label={own.lang} names={own.langs} value={lang} choose={value => setLang(value)} />
          <Choice label={own.scheme} names={own.schemes} value={scheme} choose={value => setScheme(value)} />
          <Knobs theme={theme} change={change} css={cssOf(theme)} />
        </div>
        <div class="look-preview">
          <Weak properties={properties} scheme={scheme} />
          <iframe
            ref={frame}
            title={own.preview}
            src={`theme?${new URLSearchParams({ preview: '', state, lang, scheme })}`}
            onLoad={turn}
          />
          <a href={`theme#${hash}`} target="_blank" rel="noopener">
            {own.gallery}
          </a>
        </div>
      </div>
    </section>
  )
}

/** Colours that cannot be read well on what they stand on; where the background is the page's, on its usual one. */
function Weak({ properties, scheme }: { properties: Theme['properties']; scheme: 'light' | 'dark' }) {
  const under = properties['--parley-background'] || (scheme === 'dark' ? '#17191b' : '#ffffff')
  const weak = [
    [own.weak.accent, properties['--parley-accent']],
    [own.weak.text, properties['--parley-text']],
  ].flatMap(([what, colour]) => {
    const ratio = colour ? contrast(colour, under) : null
    return ratio !== null && ratio < 4.5
      ? [own.contrast({ what: what!, ratio: Math.round(10 * ratio) / 10, enough: 4.5 })]
      : []
  })
  return (
    <p class="site-weak" role="status">
      {weak.join(' ')}
    </p>
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
