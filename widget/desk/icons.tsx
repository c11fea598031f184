/** The desk's icons: one stroke, 20 by 20, drawn in the colour of the text beside them. */
const PATHS = {
  approve: 'M4 10.5l4 4 8-9',
  confirm: 'M4 10.5l4 4 8-9',
  filter: 'M3.5 5.5h13M6 10h8M8.5 14.5h3',
  reject: 'M5 5l10 10M15 5L5 15',
  spam: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM5.2 5.2l9.6 9.6',
  restore: 'M7 4L3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8',
  back: 'M12 4l-6 6 6 6',
  previous: 'M4 12.5l6-6 6 6',
  next: 'M4 7.5l6 6 6-6',
  external: 'M11.5 4H16v4.5M16 4l-7 7M8 5H5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-3',
  keys: 'M3.5 5.5h13a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 11.5h6',
  leave: 'M8 4H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h3M12.5 6.5L16 10l-3.5 3.5M16 10H8',
  reply: 'M7.5 5L4 8.5 7.5 12M4 8.5h7a5 5 0 0 1 5 5V15',
  articles: 'M5.5 3.5h6l3 3v9.5a.5.5 0 0 1-.5.5h-8.5a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5zM7.5 10h5M7.5 13h5',
  policy: 'M4 5h12M4 10h12M4 15h12M7 3.2v3.6M13 8.2v3.6M9 13.2v3.6',
  site: 'M3.5 5.5a1 1 0 0 1 1-1h11a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1zM3.5 8.5h13M8 11l-1.5 1.3L8 13.6M12 11l1.5 1.3-1.5 1.3',
  people:
    'M7.5 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM2.5 16a5 5 0 0 1 10 0M13 5a2.5 2.5 0 0 1 0 4.5M15 11.5a5 5 0 0 1 2.5 4.5',
  log: 'M10 3.5a6.5 6.5 0 1 1-6.2 4.6M3.5 4v4h4M10 6.5V10l2.5 1.5',
  you: 'M10 10.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM4 16.5c.6-2.6 3-4 6-4s5.4 1.4 6 4',
  bell: 'M5.5 8.5a4.5 4.5 0 0 1 9 0c0 4 1.5 5 1.5 5H4s1.5-1 1.5-5zM8.5 16a1.6 1.6 0 0 0 3 0',
  warning: 'M10 4l7 12.5H3zM10 9v3.5M10 14.6h.01',
  clear: 'M6 6l8 8M14 6l-8 8',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
} as const

export type IconName = keyof typeof PATHS

/** Icons that point along the line of writing, and so turn round where it runs from right to left. */
const DIRECTED = new Set<IconName>(['restore', 'back', 'external', 'leave', 'reply'])

/** One icon; it is decoration, the words beside it or the button's label carry the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={DIRECTED.has(name) ? 'icon directed' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
