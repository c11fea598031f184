import { readFileSync } from 'node:fs'

/** axe, as it is sent into a page, whatever drives that. */
export const AXE = {
  source: readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'),
  /**
   * The expression that looks, once the source has run.
   * @param part a CSS selector
   * @param leaves rules of axe that are not about what is looked at
   */
  looks(part = 'html', leaves: string[] = []): string {
    // What is right need not be listed: to name each element of it is most of the work.
    const options = {
      resultTypes: ['violations'],
      rules: Object.fromEntries(leaves.map(rule => [rule, { enabled: false }])),
    }
    return `axe.run(${JSON.stringify(part)}, ${JSON.stringify(options)}).then(result => result.violations
      .map(({ id, nodes }) => id + ': ' + nodes.map(node => node.target.join(' ')).join(', ')))`
  },
  /**
   * What is still appearing has not the colours yet that it is read in. Motion takes 200 ms at the most; out of sight it
   * stands still. Runs in the page.
   */
  settles: async (): Promise<void> => {
    const roots = [...document.querySelectorAll('parley-thread')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    const moving = [document, ...roots].flatMap(root => root.getAnimations())
    const arrived = Promise.allSettled(moving.map(each => each.finished))
    await Promise.race([arrived, new Promise(resolve => setTimeout(resolve, 300))])
  },
}
