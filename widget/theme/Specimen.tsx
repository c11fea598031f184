import { useEffect, useRef } from 'preact/hooks'
import type { Lang } from './fixtures.ts'
import { MADE, siteOf } from './states.ts'
import { take } from './steps.ts'

export const SCHEMES = ['light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

interface SpecimenProps {
  state: string
  title: string
  lang: Lang
  scheme: Scheme
}

/** The widget in one state on a sheet of paper, in one language and one scheme. It is made when it comes near the screen. */
export function Specimen({ state, title, lang, scheme }: SpecimenProps) {
  const paper = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const gone = new AbortController()
    const site = siteOf(state, lang)
    const show = () => {
      const element = document.createElement('parley-thread')
      for (const [name, value] of Object.entries({ site, url: `${location.origin}/theme/${state}`, title })) {
        element.setAttribute(name, value)
      }
      paper.current!.replaceChildren(element)
      const { steps = [], hasRoom = false } = MADE.get(site) ?? {}
      paper.current!.toggleAttribute('data-room', hasRoom)
      void drawn(element)
        .then(root => take(root, steps, gone.signal))
        .then(() => paper.current?.setAttribute('data-shown', ''))
    }
    const observer = new IntersectionObserver(
      entries => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        show()
      },
      { rootMargin: '600px' },
    )
    observer.observe(paper.current!)
    return () => {
      gone.abort()
      observer.disconnect()
    }
  }, [state, lang, title])
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing here is a form.
    <div
      ref={paper}
      class="paper"
      data-scheme={scheme}
      lang={lang}
      dir={lang === 'fa' ? 'rtl' : 'ltr'}
      role="group"
      aria-label={`${title}, ${lang === 'fa' ? 'Persian' : 'English'}, ${scheme}`}
    />
  )
}

/** The shadow root of an element, which it makes a moment after it is connected. */
async function drawn(element: HTMLElement): Promise<ShadowRoot> {
  await customElements.whenDefined('parley-thread')
  while (!element.shadowRoot) await new Promise(resolve => requestAnimationFrame(resolve))
  return element.shadowRoot
}
