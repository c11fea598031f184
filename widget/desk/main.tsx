import { render } from 'preact'
import { App } from './App.tsx'
import { followHistory } from './cursor.ts'
import { openDesk } from './entering.ts'
import { onKey } from './keys.ts'
import { refresh } from './queue.ts'
import { takeLink } from './session.ts'

const REFRESH_EVERY = 20_000

const refreshIfSeen = () => {
  if (document.visibilityState === 'visible') void refresh()
}

addEventListener('keydown', onKey)
addEventListener('popstate', followHistory)
addEventListener('hashchange', takeLink)
addEventListener('online', refreshIfSeen)
document.addEventListener('visibilitychange', refreshIfSeen)
setInterval(refreshIfSeen, REFRESH_EVERY)

render(<App />, document.getElementById('desk')!)
if (!takeLink()) void openDesk()
