import { afterAll, test } from 'vitest'
import { openPlans } from './plan-stage.ts'

/** What an import asks for each of its batches, and readers for an old link: no scan of a table, no sorting aside. */
const { store, walksIndexes } = await openPlans()
afterAll(() => store.close())

const HOT: [string, () => Promise<unknown>][] = [
  ['what came before', () => store.imports.known('daily', 'disqus', ['1', '2'])],
  ['who came before', () => store.imports.authors('daily', 'disqus', ['d'])],
  ['articles by their keys', () => store.imports.articles('daily', ['/a'])],
  [
    'to put aside',
    () => store.imports.wait('daily', 'disqus', [{ foreign_id: '2', parent: '1', comment: '{}', author: 'd' }], 1),
  ],
  ['what waits below', () => store.imports.waitingBelow('daily', 'disqus', ['1'], 10)],
  ['what waits for nothing', () => store.imports.stranded('daily', 'disqus', 10, '', true)],
  ['what waits in a circle', () => store.imports.stranded('daily', 'disqus', 1, '', false)],
  ['whose import it is', () => store.imports.claim('daily', 'disqus')],
  ['to make it one’s own', () => store.imports.take('daily', 'disqus', null, 'h', 1)],
  ['that it lives', () => store.imports.lives('daily', 'disqus', 'h', 2)],
  ['to give it back', () => store.imports.release('daily', 'disqus', 'h')],
  ['to give up', () => store.imports.drop('daily', 'disqus', ['2'])],
  ['to give up all of a format', () => store.imports.forget('daily', 'disqus', 10)],
  ['what is put aside of an author', () => store.imports.asideOf(['daily'], 'd')],
  ['to give that up', () => store.imports.forgetOf(['daily'], 'd')],
  ['an old link', () => store.imports.moved('daily', [{ format: 'disqus', id: '1' }])],
]

test.each(HOT)('%s walks indexes', (_, ask) => walksIndexes(ask))
