import { wantFocus } from './cursor.ts'
import { Dialog } from './Dialog.tsx'
import { change } from './state.ts'
import { words } from './words.ts'

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
        {words.help.groups.map(group => (
          <section key={group.heading}>
            <h3>{group.heading}</h3>
            <dl>
              {group.keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
