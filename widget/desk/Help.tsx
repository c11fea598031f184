import { useEffect, useRef } from 'preact/hooks'
import { wantFocus } from './cursor.ts'
import { Icon } from './icons.tsx'
import { change } from './state.ts'
import { words } from './words.ts'

function close(): void {
  change({ isHelpOpen: false })
  wantFocus()
}

/** All keys of the desk, over everything else. */
export function Help() {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog class="help" ref={dialog} aria-labelledby="help-heading" onClose={close}>
      <header>
        <h2 id="help-heading">{words.help.heading}</h2>
        <button type="button" class="button quiet square" aria-label={words.close} onClick={close}>
          <Icon name="clear" />
        </button>
      </header>
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
    </dialog>
  )
}
