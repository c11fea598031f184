import { Icon } from './icons.tsx'
import { Key } from './Key.tsx'
import type { Toast } from './state.ts'
import { dismiss } from './toasts.ts'
import { words } from './words.ts'

/** Messages in a corner. They are spoken by the desk's one live region, so that this is none. */
export function Toasts({ toasts }: { toasts: readonly Toast[] }) {
  return (
    <section class="toasts" aria-label={words.toast.label} hidden={!toasts.length}>
      {toasts.map(toast => (
        <div class={`toast ${toast.tone}`} key={toast.id}>
          <div class="toast-text">
            <p>{toast.text}</p>
            {toast.lines?.map(line => (
              <p class="toast-line" key={line.text}>
                {line.name !== '' && (
                  <>
                    <bdi>{line.name ?? words.guest}</bdi>:{' '}
                  </>
                )}
                {line.text}
              </p>
            ))}
          </div>
          {(toast.tone === 'trouble' || (toast.action && !toast.action.key)) && (
            <button type="button" class="toast-close" aria-label={words.dismiss} onClick={() => dismiss(toast.id)}>
              <Icon name="clear" />
            </button>
          )}
          {toast.action && (
            <button
              type="button"
              class="toast-action"
              onClick={() => {
                dismiss(toast.id)
                toast.action?.run()
              }}
            >
              {toast.action.label}
              {toast.action.key && <Key name={toast.action.key} />}
            </button>
          )}
        </div>
      ))}
    </section>
  )
}
