import { wantFocus } from './cursor.ts'
import { Dialog } from './Dialog.tsx'
import { change } from './state.ts'
import { words } from './words.ts'

type Help = typeof words.help

/** All keys, each with what it does. */
const GROUPS: readonly [keyof Help['groups'], ...[key: string, does: Exclude<keyof Help, 'groups'>][]][] = [
  [
    'move',
    ['j', 'next'],
    ['k', 'previous'],
    ['1 – 9', 'tabs'],
    ['f', 'find'],
    ['n', 'fresh'],
    ['g', 'toArticles'],
    ['h', 'toLog'],
    ['p', 'toPolicy'],
    ['e', 'toSite'],
    ['t', 'toPeople'],
    ['y', 'toYou'],
    ['escape', 'back'],
  ],
  ['decide', ['a', 'approve'], ['r', 'reject'], ['s', 'spam'], ['m', 'more'], ['u', 'undo']],
  ['several', ['x', 'select'], ['b', 'byAuthor'], ['shiftClick', 'range']],
  ['articles', ['f', 'findArticle'], ['o', 'options'], ['m', 'moveThese']],
  ['help', ['?', 'thisHelp']],
]
/** Keys that have names. */
const NAMED = new Set(['escape', 'shiftClick'])

function close(): void {
  change({ isHelpOpen: false })
  wantFocus()
}

/** All keys of the desk, over everything else. */
export function Help() {
  return (
    <Dialog name="help" heading={words.help.heading} leave={close}>
      <p>{words.help.intro}</p>
      <div class="help-groups">
        {GROUPS.map(([group, ...keys]) => (
          <section key={group}>
            <h3>{words.help.groups[group]}</h3>
            <dl>
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd dir={NAMED.has(key) ? undefined : 'ltr'}>
                      {NAMED.has(key) ? words.help[key as 'escape'] : key}
                    </kbd>
                  </dt>
                  <dd>{words.help[does]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
