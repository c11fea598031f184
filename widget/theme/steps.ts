/** What is done to a specimen once it is drawn, so that it shows a state that a reader would bring about. */
export type Step = { press: string } | { type: string; into: string } | { touch: string }

/**
 * Takes steps in a specimen, each as soon as what it needs is there. The focus stays where it is: to look at a gallery is
 * not to write in it.
 * @param signal ends it, for a specimen that went away
 */
export async function take(root: ShadowRoot, steps: readonly Step[], signal: AbortSignal): Promise<void> {
  for (const step of steps) {
    const selector = 'press' in step ? step.press : 'touch' in step ? step.touch : step.into
    const found = await appears(root, selector, signal)
    if (!found) return
    if ('press' in step) found.click()
    else found.dispatchEvent(new FocusEvent('focus'))
    if ('type' in step) {
      ;(found as HTMLTextAreaElement).value = step.type
      found.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  }
}

/** The first element that fits, as soon as there is one; null when the specimen went away first. */
function appears(root: ShadowRoot, selector: string, signal: AbortSignal): Promise<HTMLElement | null> {
  return new Promise(resolve => {
    const look = () => {
      const found = signal.aborted ? null : root.querySelector<HTMLElement>(selector)
      if (!found && !signal.aborted) return
      observer.disconnect()
      resolve(found)
    }
    const observer = new MutationObserver(look)
    observer.observe(root, { childList: true, subtree: true, attributes: true })
    signal.addEventListener('abort', look)
    look()
  })
}
