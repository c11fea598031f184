import { wantsJson } from './failure.ts'

/** Whether somebody watches: progress is drawn on a terminal alone, and never where a machine is told the result as JSON. */
export const onTerminal = (): boolean => process.stderr.isTTY && !wantsJson(process.argv.slice(2))
