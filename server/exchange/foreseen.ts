import { Telling, type Told } from './import-report.ts'

/** Comments whose ids are remembered, of each reason. */
const SUCH = 20

/** What would not be quite as it was, while it is not known yet which of the comments would come. */
export class Foreseen {
  readonly #reasons = new Map<string, { nths: number[]; such: Map<number, string> }>()

  /** @param nth the comment by its place in the file */
  note(reason: string, nth: number, id?: string): void {
    const known = this.#reasons.get(reason) ?? { nths: [] as number[], such: new Map<number, string>() }
    this.#reasons.set(reason, known)
    known.nths.push(nth)
    if (id !== undefined && known.such.size < SUCH) known.such.set(nth, id)
  }

  /** @param comes whether the comment at a place in the file would come */
  told(comes: (nth: number) => boolean): Told[] {
    const told = new Telling()
    for (const [reason, { nths, such }] of this.#reasons) {
      for (const nth of nths) if (comes(nth)) told.tell(reason, such.get(nth))
    }
    return told.list
  }
}
