import type { Reporter } from 'vitest/node'

/** Says in the last lines what was not tested, so that nobody takes a skip for a pass. */
export default class ClosingLines implements Reporter {
  onTestRunEnd(modules: Parameters<NonNullable<Reporter['onTestRunEnd']>>[0]) {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const count = (state: string) => tests.filter(test => test.result().state === state).length
    const skipped = count('skipped')
    if (tests.some(test => test.module.project.name === 'browser' && test.result().state === 'skipped')) {
      console.log(
        '\nThe browser tests were SKIPPED: no Chromium was found. Install it (Debian: apt-get install chromium),',
      )
      console.log('or name one with CHROMIUM=/path/to/chromium, and run npm test again.')
    }
    console.log(`\n${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  }
}
