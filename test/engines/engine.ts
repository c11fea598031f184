/**
 * The few words that all browser engines share. What a reader does is written once, over these (`window.ts`), and each
 * engine says in a file of its own how it is done there.
 */

/** One window or tab, as far as an engine must know it. Positions are CSS pixels of its viewport. */
export interface Pane {
  goesTo(url: string): Promise<void>
  /** The value of an expression in the page, by way of JSON; a promise is waited for. */
  runs(expression: string): Promise<unknown>
  clicks(x: number, y: number): Promise<void>
  /** Types each character, of any script, as a key that is pressed and let go. */
  types(text: string): Promise<void>
  /** Presses a key by its DOM name, with `Control+` or `Shift+` before it if it is held with that. */
  presses(key: string): Promise<void>
  goesBack(): Promise<void>
  resizes(width: number, height: number): Promise<void>
  /** A PNG of the viewport. */
  pictures(): Promise<Buffer>
  closes(): Promise<void>
}

/** What one reader's browser keeps apart from all others: cookies, storage. */
export interface Profile {
  opens(): Promise<Pane>
  /** All windows of the profile that are open; one that was given before is the same object. */
  panes(): Promise<Pane[]>
  ends(): Promise<void>
}

export interface ProfileOptions {
  /** Runs no script of any page. */
  isWithoutScript?: boolean
}

export interface Engine {
  name: string
  /** The program on this machine, or null. */
  program: string | null
  /** How Debian calls what is missing. */
  packages: string
  profile(options?: ProfileOptions): Promise<Profile>
  /** Ends what profiles share. */
  ends(): Promise<void>
}

/** Keys as the WebDriver protocols call them. */
const KEYS: Record<string, string> = {
  ...{ Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Escape: '\uE00C' },
  ...{
    End: '\uE010',
    Home: '\uE011',
    ArrowLeft: '\uE012',
    ArrowUp: '\uE013',
    ArrowRight: '\uE014',
    ArrowDown: '\uE015',
  },
}

const strokes = (keys: string[]) => [
  ...keys.map(value => ({ type: 'keyDown', value })),
  ...keys.toReversed().map(value => ({ type: 'keyUp', value })),
]

/** The input actions of both WebDriver protocols. */
export const actions = {
  click: (x: number, y: number) => [
    {
      ...{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } },
      actions: [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    },
  ],
  typing: (text: string) => [
    {
      ...{ type: 'key', id: 'keys' },
      actions: [...text].flatMap(each => strokes([each === '\n' ? KEYS['Enter']! : each])),
    },
  ],
  press: (key: string) => [
    { type: 'key', id: 'keys', actions: strokes(key.split('+').map(each => KEYS[each] ?? each)) },
  ],
}
