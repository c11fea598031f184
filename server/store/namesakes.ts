import { type SQL, sql } from 'drizzle-orm/sql'
import type { Namesakes } from '../people/own-name.ts'
import type { AuthorRow } from './posting.ts'

export interface NamesakesRow {
  staff_names: string
  holder: AuthorRow['kind'] | null
}

/** What tells whose a name is that has this skeleton, beside the author's own; nothing is looked for without one. */
export const namesakesColumns = (site: string, skeleton: string | null, author: SQL): SQL =>
  skeleton === null
    ? sql`'[]' AS staff_names, NULL AS holder`
    : sql`(SELECT json_group_array(coalesce(person.public_name, person.name))
          FROM roles CROSS JOIN people person ON person.id = roles.person_id WHERE roles.site_id = ${site}) AS staff_names,
        (SELECT namesake.kind FROM authors namesake WHERE namesake.site_id = ${site}
          AND namesake.name_skeleton = ${skeleton} AND namesake.id IS NOT ${author} LIMIT 1) AS holder`

export const readNamesakes = ({ staff_names, holder }: NamesakesRow): Namesakes => ({
  staffNames: JSON.parse(staff_names),
  holder,
})
