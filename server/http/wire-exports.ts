import * as v from 'valibot'
import { PUBLISHED_FORMATS } from '../contract.ts'
import { siteId } from './wire.ts'

/** The wire of what owners take along. */

export const ExportQuery = v.object({ site: siteId, format: v.picklist(PUBLISHED_FORMATS) })
export const ArchiveQuery = v.object({ site: siteId, gzip: v.optional(v.picklist(['yes', 'no'])) })
