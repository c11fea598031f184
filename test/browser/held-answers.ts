import type { Page, Request, Route } from 'playwright-core'

/** Answers of the server that wait until a test lets them go, in the order it wants. */
export class HeldAnswers {
  #held: { route: Route; request: Request }[] = []
  /** How many requests for a thread have been made. */
  asked = 0

  /** Holds every answer to a request for a thread from now on. */
  static async on(page: Page): Promise<HeldAnswers> {
    const answers = new HeldAnswers()
    await page.route('**/api/threads?*', (route, request) => {
      answers.asked += 1
      answers.#held.push({ route, request })
    })
    return answers
  }

  /** The paths of the pages whose threads are waited for. */
  get paths(): string[] {
    return this.#held.map(({ request }) => new URL(new URL(request.url()).searchParams.get('url')!).pathname)
  }

  /** Lets all that waits go, in an order made of the seed. Those that the page has given up are let go, too. */
  async release(seed: number): Promise<void> {
    const held = this.#held.splice(0)
    for (let state = seed; held.length > 0; state = (state * 1_103_515_245 + 12_345) % 2 ** 31) {
      const { route } = held.splice(state % held.length, 1)[0]!
      const answer = await route.fetch()
      await route.fulfill({ response: answer }).catch(() => {})
    }
  }
}
