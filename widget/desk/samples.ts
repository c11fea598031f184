import type { SamplesAnswer } from '../../server/contract.ts'
import { ask, showsDoor } from './asking.ts'
import { showQueue } from './going.ts'
import { refreshMe } from './me.ts'
import { change, desk } from './state.ts'
import { tell } from './toasts.ts'
import { words } from './words.ts'

/** Fills the demo site with sample comments. */
export const loadSamples = (): Promise<void> =>
  changeSamples(site => ask<SamplesAnswer>('POST', 'samples', { body: { site } }), words.samples.loaded)

/** Takes the sample comments away again. */
export const removeSamples = (): Promise<void> =>
  changeSamples(site => ask<SamplesAnswer>('DELETE', 'samples', { query: { site } }), words.samples.removed)

async function changeSamples(send: (site: string) => Promise<SamplesAnswer>, said: (count: number) => string) {
  const { site, samples } = desk()
  if (site === null || samples === 'busy') return
  change({ samples: 'busy' })
  try {
    const answer = await send(site)
    await refreshMe()
    // Every list of the desk may hold samples, or lack them: all begin anew.
    change({ lists: {}, details: {}, samples: 'idle' })
    tell({ tone: 'quiet', text: said(answer.samples) })
    if (desk().site === site) showQueue(site, desk().status)
  } catch (error) {
    if (!showsDoor(error)) change({ samples: 'failed' })
  }
}
