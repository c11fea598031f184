import { render } from 'preact'
import { App } from './App.tsx'
import { showsDoor } from './asking.ts'
import { openDesk } from './entering.ts'
import { follow, followNow } from './following.ts'
import { followHistory } from './going.ts'
import { onKey } from './keys.ts'
import { learn } from './language.ts'
import { refreshMe } from './me.ts'
import { refresh } from './queue.ts'
import { takeLink } from './session.ts'
import { desk } from './state.ts'

/** What others decide comes at once; this brings the rest, such as texts that were changed. */
const REFRESH_EVERY = 60_000
/** Warnings and what waits on other sites are no matter of seconds. */
const LOOK_ROUND_EVERY = 300_000

/** How long the first drawing waits for the words of another language. */
const WORDS_AT_MOST = 3_000

const refreshIfSeen = () => {
  if (document.visibilityState === 'visible') void refresh()
}

const comeBack = () => {
  refreshIfSeen()
  if (document.visibilityState === 'visible') followNow()
}

const lookRoundIfSeen = () => {
  if (document.visibilityState === 'visible' && desk().phase === 'desk') refreshMe().catch(showsDoor)
}

addEventListener('keydown', onKey)
addEventListener('popstate', followHistory)
addEventListener('hashchange', takeLink)
addEventListener('online', comeBack)
document.addEventListener('visibilitychange', comeBack)
setInterval(refreshIfSeen, REFRESH_EVERY)
follow()
setInterval(lookRoundIfSeen, LOOK_ROUND_EVERY)

// Beside the first request. A desk in English is better than none: words that come late are put in their places then.
const spoken = Promise.race([learn(), new Promise(resolve => setTimeout(resolve, WORDS_AT_MOST))])
if (!takeLink()) void openDesk()
void spoken.then(() => render(<App />, document.getElementById('desk')!))
