/** Browsers by what their User-Agent says; the first that fits counts, for most pose as those below them. */
const BROWSERS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|Chromium|CriOS)\//],
  ['Safari', /\bVersion\/[\d.]+ .*\bSafari\//],
]

const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

/** Bytes of a User-Agent that are looked at. */
const LOOKED_AT = 400

/**
 * The kind of browser in words of ours, such as `Firefox on Linux`: enough for people to know their own sessions, and no more.
 * Versions, models and everything else of the header are left out, so that nobody is told from others by it.
 * @returns null where neither browser nor system is known
 */
export function browserName(userAgent: string | undefined): string | null {
  const said = (userAgent ?? '').slice(0, LOOKED_AT)
  const [browser, system] = [BROWSERS, SYSTEMS].map(list => list.find(([, sign]) => sign.test(said))?.[0])
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? null)
}
