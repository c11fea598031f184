import { render } from 'preact'
import { HERE } from '../shared/here.ts'
import { answerHere, own } from './answers.ts'
import { Gallery } from './Gallery.tsx'
import { openInPlace } from './in-place.ts'
import { MADE } from './states.ts'

// Before the widget comes, which asks as soon as it is there.
openInPlace()
answerHere(site => MADE.get(site))
for (const [site, { answers, isKnown }] of MADE) {
  own(site, answers)
  if (isKnown) know(site)
}
render(<Gallery />, document.getElementById('theme')!)
void import(/* @vite-ignore */ `${HERE}/embed.js`)

/** Lets the widget know a reader who has written on this site before. Where the browser keeps nothing, they are strangers. */
function know(site: string): void {
  try {
    const name = `parley:${HERE}:${site}`
    localStorage.setItem(name, JSON.stringify({ token: `prl_${'g'.repeat(43)}`, name: '' }))
  } catch {
    // What is one's own is then not shown.
  }
}
