import type { CaseFile, SavedReply } from '../../../server/contract.ts'

/** What a moderator is asked for before something is done. */
export type PanelKind = 'reject' | 'grant' | 'decline' | 'warn' | 'mute' | 'ban' | 'edit' | 'reply' | 'note' | 'saved'

export interface Acts {
  isMenuOpen: boolean
  /** The panel that is open, for which case. */
  panel: { kind: PanelKind; id: string } | null
  /** What people have said and done about a comment, by its id. */
  files: Readonly<Record<string, CaseFile | 'failed'>>
  /** Texts that are said often, by site. */
  saved: Readonly<Record<string, readonly SavedReply[]>>
}

export const NO_ACTS: Acts = { isMenuOpen: false, panel: null, files: {}, saved: {} }
