/** What stands in the places of a saved reply. */
export interface Places {
  name: string
  title: string
  site: string
  reason: string
}

/** Fills `{name}`, `{title}`, `{site}` and `{reason}` of a saved reply, each once: what is filled in is not read again. */
export function fill(text: string, places: Places): string {
  return text.replace(/\{(name|title|site|reason)\}/g, (_, place: keyof Places) => places[place])
}

/** The places as they are written. */
export const PLACES = ['{name}', '{title}', '{site}', '{reason}']
