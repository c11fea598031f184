let typed = 'npm run parley --'

/** How the command of Parley is typed where this process runs; every hint that names a command begins with it. */
export const parley = (): string => typed

/** Says how this process was called, before it gives any hint: `parley` where it is installed, else as in a checkout. */
export function calledAs(command: string): void {
  typed = command
}
