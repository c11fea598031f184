/**
 * The rooms that were asked for, or all of them. A name that is none ends the process with 2 and words that say which
 * there are.
 */
export function roomsAsked(rooms: Record<string, unknown>, asked: readonly string[] | undefined): readonly string[] {
  const unknown = asked?.find(room => !Object.hasOwn(rooms, room))
  if (unknown === undefined) return asked ?? Object.keys(rooms)
  console.error(`There is no room “${unknown}”; there are: ${Object.keys(rooms).join(', ')}.`)
  process.exit(2)
}
