import { HOLDS, type Holds } from '../contract.ts'

/** What a site's owner can change at run time. One row a setting: its default, what it may be, and what it means. */
export const SITE_SETTINGS = {
  holds: {
    default: 'first' as Holds,
    reads: (value: unknown) => (HOLDS as readonly unknown[]).includes(value),
    words: 'Which guests’ comments wait for a moderator: `none`, each author’s `first`, or `all`.',
  },
  linksAllowed: {
    default: 2,
    reads: (value: unknown) => Number.isInteger(value) && (value as number) >= 0,
    words: 'How many links a comment may carry before it waits.',
  },
} as const

export interface SiteSettings {
  holds: Holds
  linksAllowed: number
}

/** The stored settings with every default filled in; a stored value that no longer fits falls back to its default. */
export function siteSettings(stored: Partial<Record<keyof SiteSettings, unknown>>): SiteSettings {
  const read = <K extends keyof SiteSettings>(name: K): SiteSettings[K] => {
    const { default: fallback, reads } = SITE_SETTINGS[name]
    const value = stored[name]
    return (reads(value) ? value : fallback) as SiteSettings[K]
  }
  return { holds: read('holds'), linksAllowed: read('linksAllowed') }
}
