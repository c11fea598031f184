/** What programs call themselves in their `User-Agent`. A maker of telephones is called Cubot. */
const PROGRAM =
  /(?<!cu)bot|crawl|spider|slurp|scrap|headless|lighthouse|preview|externalhit|archive|monitor|\b(curl|wget|python|java|ruby|perl|php|go-http-client|okhttp|node|undici|axios|libwww|http-?client)\b/i

/** The headers by which browsers say that they fetch a page nobody looks at yet, the standard one first. */
const AHEAD = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz']

/**
 * Whether a request comes from a person who has the page before them, as far as it says so itself: robots that give
 * their name are none, nor is a browser that fetches or draws a page ahead of time.
 * @param header a request header by its lower-case name
 */
export function isReader(header: (name: string) => string | undefined): boolean {
  const agent = header('user-agent')
  if (!agent || PROGRAM.test(agent)) return false
  return !AHEAD.some(name => /prefetch|prerender|preview/i.test(header(name) ?? ''))
}
