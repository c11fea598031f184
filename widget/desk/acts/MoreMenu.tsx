import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { type Case, type CaseFile, type ModeratorAct, mayRule } from '../../../server/contract.ts'
import { Icon } from '../icons.tsx'
import { Key } from '../Key.tsx'
import type { Desk } from '../state.ts'
import { words } from '../words.ts'
import { actAtOnce } from './acting.ts'
import { changeActs, fileOf } from './files.ts'
import { closeMenu, openPanel, toggleMenu } from './panels.ts'
import type { PanelKind } from './state.ts'
import type { AtOnce } from './words.ts'

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }

type Item = { act: AtOnce } | { panel: PanelKind }

/** What else can be done about a case, in groups: about the comment, about its author, for the moderators. */
function itemsFor(one: Case, file: CaseFile | null): Item[][] {
  const may = (act: ModeratorAct) => mayRule('moderator', act, one.status)
  const marks = file?.marks ?? []
  const toggle = (mark: 'pinned' | 'featured' | 'locked', on: AtOnce, off: AtOnce): Item[] => {
    const act = marks.includes(mark) ? off : on
    return file && may(act) ? [{ act }] : []
  }
  const { warning, ban, mute, isStaff } = file?.author ?? {}
  const isHeld = warning || ban || mute
  const about: Item[] = isStaff ? [] : [{ panel: 'warn' }, { panel: 'mute' }, { panel: 'ban' }]
  return [
    [
      ...(may('settle') && file?.reports.some(({ isOpen }) => isOpen) ? [{ act: 'settle' } as const] : []),
      ...(one.status === 'published' ? [{ panel: 'reply' } as const] : []),
      ...(may('edit') ? [{ panel: 'edit' } as const] : []),
      ...(file?.isRoot ? toggle('pinned', 'pin', 'unpin') : []),
      ...toggle('featured', 'feature', 'unfeature'),
      ...(file?.isRoot ? toggle('locked', 'lock', 'unlock') : []),
    ],
    file ? [...about, ...(isHeld ? [{ act: 'lift' } as const] : [])] : [],
    [{ panel: 'note' }, { panel: 'saved' }],
  ]
}

/** "More", and the menu it opens: by click, by `m`, by the arrows and Enter. */
export function MoreMenu({ desk, one }: { desk: Desk; one: Case }) {
  const place = useRef<HTMLDivElement>(null)
  const isOpen = desk.acts.isMenuOpen
  return (
    <div class="acts-more" ref={place}>
      <button
        type="button"
        class="button quiet acts-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={words.acts.moreHint}
        onClick={toggleMenu}
      >
        <Icon name="more" />
        <span>{words.acts.more}</span>
        <Key name="m" />
      </button>
      {isOpen && <Menu one={one} groups={itemsFor(one, fileOf(one))} place={place} />}
    </div>
  )
}

interface MenuProps {
  one: Case
  groups: Item[][]
  place: { current: HTMLDivElement | null }
}

function Menu({ one, groups, place }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  const items = () => [...(menu.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
  useLayoutEffect(() => items()[0]?.focus(), [])
  useEffect(() => {
    const onDown = (event: Event) => {
      if (!(event.target instanceof Node && place.current?.contains(event.target))) changeActs({ isMenuOpen: false })
    }
    document.addEventListener('pointerdown', onDown)
    return () => document.removeEventListener('pointerdown', onDown)
  }, [place])
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const by = STEPS[event.key]
    if (event.key === 'Tab') return closeMenu()
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : by && (at + by + all.length) % all.length
    if (to === undefined) return
    event.preventDefault()
    all[to]?.focus()
  }
  const choose = (item: Item) => {
    if ('panel' in item) return openPanel(item.panel, one)
    closeMenu()
    void actAtOnce(one, item.act)
  }
  return (
    <div class="menu acts-menu" role="menu" aria-label={words.acts.menu} ref={menu} tabIndex={-1} onKeyDown={onKeyDown}>
      {groups
        .filter(group => group.length > 0)
        .map((group, at) => (
          // biome-ignore lint/a11y/useSemanticElements: a menu holds groups, a fieldset none of its items.
          <div key={at} role="group" class="acts-group">
            {group.map(item => (
              <button
                key={JSON.stringify(item)}
                type="button"
                role="menuitem"
                class="menu-item"
                tabIndex={-1}
                onClick={() => choose(item)}
              >
                {'panel' in item ? words.acts.opens[item.panel] : words.acts.atOnce[item.act]}
              </button>
            ))}
          </div>
        ))}
    </div>
  )
}
