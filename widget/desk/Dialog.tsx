import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from './icons.tsx'
import { words } from './words.ts'

interface DialogProps {
  /** Names the dialog: its heading has the id `NAME-heading`. */
  name: string
  /** Classes beside the common one. */
  class?: string
  heading: ComponentChildren
  /** Makes whoever drew the dialog draw it no more. */
  leave(): void
  /** Whether a button beside the heading closes it; without, it stays until it is drawn no more. */
  hasClose?: boolean
  children: ComponentChildren
}

/**
 * A dialog over the desk. The focus goes to what is marked `data-first` in it, and back to where it was when the dialog is
 * left by Esc or its own button. Both leave it at once: by itself the browser tells that it has closed a dialog only some
 * time after it hid it, and a key pressed in between would be lost.
 */
export function Dialog({ name, class: more, heading, leave, hasClose = true, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current!.showModal()
    dialog.current!.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [])
  const close = () => {
    dialog.current!.close()
    leave()
  }
  const title = <h2 id={`${name}-heading`}>{heading}</h2>
  return (
    <dialog
      class={more ? `help ${more}` : 'help'}
      ref={dialog}
      aria-labelledby={`${name}-heading`}
      onCancel={event => {
        event.preventDefault()
        if (hasClose) close()
        else leave()
      }}
      // A browser may close a dialog without asking. What is no longer drawn has been left already.
      onClose={event => event.currentTarget.isConnected && leave()}
    >
      {hasClose ? (
        <header>
          {title}
          <button type="button" class="button quiet square" aria-label={words.close} onClick={close}>
            <Icon name="clear" />
          </button>
        </header>
      ) : (
        title
      )}
      {children}
    </dialog>
  )
}
