import type { Case } from '../../../server/contract.ts'
import { wantFocus } from '../cursor.ts'
import { currentCase } from '../lists.ts'
import { desk } from '../state.ts'
import { changeActs } from './files.ts'
import type { PanelKind } from './state.ts'

/** Opens the menu of what else can be done about the case in view, or closes it. */
export function toggleMenu(): void {
  const { isMenuOpen } = desk().acts
  if (isMenuOpen || (currentCase() && !desk().chosen.size)) changeActs({ isMenuOpen: !isMenuOpen })
}

/** Closes the menu and gives the focus back to the case. */
export function closeMenu(): void {
  if (!desk().acts.isMenuOpen) return
  changeActs({ isMenuOpen: false })
  wantFocus()
}

export function openPanel(kind: PanelKind, one: Pick<Case, 'id'>): void {
  changeActs({ isMenuOpen: false, panel: { kind, id: one.id } })
}

export function closePanel(): void {
  changeActs({ panel: null })
  wantFocus()
}
