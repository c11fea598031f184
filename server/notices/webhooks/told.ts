import { spellId } from '../../comments/ids.ts'
import { WEBHOOK_EVENTS } from '../../contract.ts'
import type { DeliveryRow, ToldOf } from '../../store/deliveries.ts'

/** What other systems are told of an event: the comment as it stands when this is sent, which may be later. */
export interface Told {
  type: (typeof WEBHOOK_EVENTS)[keyof typeof WEBHOOK_EVENTS] | 'test'
  /** When it happened, ISO 8601. */
  timestamp: string
  data: {
    site: { id: string; name: string }
    article?: { key: string; url: string; title: string | null }
    comment?: {
      id: string
      parent: string | null
      status: string
      version: number
      author: { name: string | null; badge: string | null }
      /** As it was written, in Markdown; null where its author has taken it back. */
      text: string | null
      createdAt: string
      editedAt: string | null
      /** Where it is found for good, once it is public. */
      url: string
    }
    /** Why, where somebody or a rule has said so, and who decided: `rules`, `moderator` or `author`. */
    reason?: string | null
    by?: string | null
    reports?: number
    appeal?: string | null
    /** Where the desk shows it. */
    desk: string
  }
}

const iso = (at: number) => new Date(at).toISOString()

/** The event of a delivery, from what is known of its comment. */
export function toldOf(
  delivery: Pick<DeliveryRow, 'event' | 'at'>,
  site: { id: string; name: string },
  about: ToldOf | null,
  origin: string,
): Told {
  const { event, at } = delivery
  const desk = (status: string) => `${origin}/desk#${new URLSearchParams({ site: site.id, status })}`
  if (event === 'test' || !about) return { type: 'test', timestamp: iso(at), data: { site, desk: desk('pending') } }
  const id = spellId(about.id)
  const isBack = about.status === 'withdrawn'
  return {
    type: WEBHOOK_EVENTS[event],
    timestamp: iso(at),
    data: {
      site,
      article: { key: about.key, url: about.url, title: about.title },
      comment: {
        id,
        parent: about.parent_id === null ? null : spellId(about.parent_id),
        status: about.status,
        version: about.version,
        author: isBack ? { name: null, badge: null } : { name: about.name, badge: about.badge },
        text: isBack ? null : about.text,
        createdAt: iso(about.created_at),
        editedAt: about.edited_at === null ? null : iso(about.edited_at),
        url: `${origin}/c/${id}`,
      },
      reason: about.reason,
      by: about.ruler,
      ...(event === 'report' && { reports: about.open_reports }),
      ...(event === 'appeal' && { appeal: about.appeal }),
      desk: desk(event === 'report' ? 'reported' : event === 'appeal' ? 'appealed' : isBack ? 'pending' : about.status),
    },
  }
}
