import { type SQL, sql } from 'drizzle-orm/sql'
import type { ActingAs } from '../people/as-author.ts'
import type { EmailAddress } from '../people/email-address.ts'
import { type Engine, json } from './engine.ts'
import type { OutboxRows } from './outbox.ts'
import { authorMade } from './posting.ts'

const DAY = 24 * 3_600_000
/** So long a request for mail may be confirmed, in ms; then it is forgotten with its address. */
export const CONFIRM_MS = 7 * DAY
/** From one confirmation to the next to an address, and to one whose owner has left. */
const ASKED_EVERY = DAY
const LEFT_ALONE = 30 * DAY

/** What somebody wishes to be told of by mail. */
export interface Wish {
  site: string
  to: EmailAddress
  /** By what the address is known here, under the installation's secret, */
  mark: string
  /** and under those it had before, this one among them. */
  marks: readonly string[]
  lang: string
  replies: boolean
  follows: boolean
  at: number
}

/** Where an author is told by mail. */
export interface MailingRow {
  id: number
  author_id: number
  address: string
  address_key: string
  mark: string
  lang: string
  replies_since: number | null
  follows_since: number | null
  asked_at: number
  confirmed_at: number | null
}

const COLUMNS = sql.raw(
  'm.id, m.author_id, m.address, m.address_key, m.mark, m.lang, m.replies_since, m.follows_since, m.asked_at, m.confirmed_at',
)

/** Takes mailings away with what waits to be told there. */
const without = (which: SQL): SQL[] => [
  sql`DELETE FROM tellings WHERE mailing_id IN (SELECT m.id FROM mailings m WHERE ${which})`,
  sql`DELETE FROM mailings WHERE id IN (SELECT m.id FROM mailings m WHERE ${which})`,
]

/**
 * What follows when a mailing is confirmed: it is its author's only one, its owner has not left, and the log is walked for it.
 * @param which a query of its id, which gives nothing where it was not
 */
const confirmedNow = (site: string, marks: readonly string[], which: SQL): SQL[] => [
  ...without(sql`m.author_id = (SELECT author_id FROM mailings WHERE id = (${which})) AND m.id <> (${which})`),
  sql`UPDATE mailboxes SET left_at = NULL, never_at = NULL WHERE site_id = ${site}
    AND mark IN (SELECT value FROM json_each(${json(marks)})) AND EXISTS (${which})`,
  // Who is the first of a site is not told of what was published before.
  sql`INSERT INTO mailing_walks (site_id, seq)
    SELECT ${site}, coalesce((SELECT max(seq) FROM rulings WHERE site_id = ${site}), 0) WHERE EXISTS (${which})
    ON CONFLICT (site_id) DO UPDATE SET seq = excluded.seq WHERE NOT EXISTS (SELECT 1 FROM mailings m
      INDEXED BY mailings_confirmed WHERE m.site_id = ${site} AND m.confirmed_at IS NOT NULL AND m.id <> (${which}))`,
]

/** Who is told by mail, where, and of what. */
export const mailingsStore = (engine: Engine, letterRows: OutboxRows) => {
  const write = async (statements: SQL[]): Promise<void> => void (await engine.write(statements))
  return {
    /**
     * Notes what an author wishes to be told of, in the place of what the author wished before at this address. An address
     * that is proved is told from now on; to another one goes a letter that asks whether its owner agrees, unless one went
     * lately, or the owner wishes none.
     * @returns whether the author is told there from now on; null where the author is another one by now
     */
    async ask(wish: Wish, as: ActingAs & { mailing: number }, isProved: boolean): Promise<boolean | null> {
      const { site, to, mark, marks, lang, at } = wish
      const own = sql`SELECT m.id FROM mailings m WHERE m.author_id = ${as.id} AND m.address_key = ${to.subject}`
      const since = (isWished: boolean) => (isWished ? at : null)
      const kept = (column: string) =>
        sql.raw(`${column} = iif(excluded.${column} IS NULL, NULL,
        coalesce(mailings.${column}, excluded.${column}))`)
      const letter = { site, kind: 'follow_confirm', to, payload: { author: as.id, mark }, lang, at }
      const result = await engine.write([
        ...(as.isNew ? authorMade({ id: as.id, site, name: null, tokenHash: as.tokenHash, at }) : []),
        // What was asked for another address is let go.
        sql`DELETE FROM mailings WHERE author_id = ${as.id} AND confirmed_at IS NULL AND address_key <> ${to.subject}`,
        sql`INSERT INTO mailings (id, site_id, author_id, address, address_key, mark, lang, replies_since, follows_since,
            asked_at, confirmed_at)
          SELECT ${as.mailing}, ${site}, s.author_id, ${to.to}, ${to.subject}, ${mark}, ${lang}, ${since(wish.replies)},
            ${since(wish.follows)}, ${at}, ${isProved ? at : null}
          FROM sessions s WHERE s.token_hash = ${as.tokenHash} AND s.site_id = ${site} AND s.author_id = ${as.id}
          ON CONFLICT (author_id, address_key) DO UPDATE SET lang = excluded.lang, asked_at = excluded.asked_at,
            mark = iif(mailings.confirmed_at IS NULL, excluded.mark, mailings.mark),
            ${kept('replies_since')}, ${kept('follows_since')},
            confirmed_at = coalesce(mailings.confirmed_at, excluded.confirmed_at)`,
        ...(isProved
          ? confirmedNow(site, marks, own)
          : [
              sql`INSERT INTO mailboxes (site_id, mark, asked_at) SELECT ${site}, ${mark}, ${at} FROM mailings m
                WHERE m.author_id = ${as.id} AND m.address_key = ${to.subject} AND m.confirmed_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM json_each(${json(marks)}) each CROSS JOIN mailboxes b
                    ON b.site_id = ${site} AND b.mark = each.value WHERE b.never_at IS NOT NULL
                      OR b.asked_at > ${at - ASKED_EVERY} OR b.left_at > ${at - LEFT_ALONE})
                ON CONFLICT (site_id, mark) DO UPDATE SET asked_at = excluded.asked_at`,
              ...letterRows([letter], sql`changes() = 1`),
            ]),
        sql`SELECT confirmed_at FROM mailings WHERE author_id = ${as.id} AND address_key = ${to.subject}`,
      ])
      const row = result.at(-1)![0]
      return row ? row['confirmed_at'] !== null : null
    },

    /** By what an address is known on a site, perhaps since before the secret was changed; null where it is not. */
    async markOf(site: string, subject: string): Promise<string | null> {
      const row = await engine.first<{ mark: string }>(
        sql`SELECT m.mark FROM mailings m WHERE m.address_key = ${subject} AND m.site_id = ${site} ORDER BY m.id LIMIT 1`,
      )
      return row?.mark ?? null
    },

    /** Changes what a confirmed author is told of; false where the author has confirmed nothing. */
    async change(author: number, { replies, follows, at }: Pick<Wish, 'replies' | 'follows' | 'at'>): Promise<boolean> {
      const since = (column: string, isWished: boolean) =>
        isWished ? sql`coalesce(${sql.raw(column)}, ${at})` : sql`NULL`
      const [rows] = await engine.write([
        sql`UPDATE mailings SET replies_since = ${since('replies_since', replies)},
            follows_since = ${since('follows_since', follows)}
          WHERE author_id = ${author} AND confirmed_at IS NOT NULL RETURNING id`,
      ])
      return rows!.length > 0
    },

    /** An author's mailings: one that is confirmed, and one that waits for that. */
    async of(author: number): Promise<MailingRow[]> {
      return engine.all(sql`SELECT ${COLUMNS} FROM mailings m WHERE m.author_id = ${author}`)
    },

    /** An author is told nothing by mail any more. */
    remove: (author: number) => write(without(sql`m.author_id = ${author}`)),

    /** What is told to the owner of an address that is known by its mark, and whether the owner has left, or wishes never to be asked. */
    async at(site: string, mark: string): Promise<{ mailings: MailingRow[]; hasLeft: boolean; isNever: boolean }> {
      const [mailings, boxes] = await engine.read<[MailingRow, { left_at: number | null; never_at: number | null }]>(
        sql`SELECT ${COLUMNS} FROM mailings m WHERE m.site_id = ${site} AND m.mark = ${mark} ORDER BY m.id`,
        sql`SELECT left_at, never_at FROM mailboxes WHERE site_id = ${site} AND mark = ${mark}`,
      )
      return {
        mailings,
        hasLeft: boxes.some(({ left_at }) => left_at !== null),
        isNever: boxes.some(({ never_at }) => never_at !== null),
      }
    },

    /** The request of an author that waits for the owner of the address. */
    async asked(author: number, mark: string, now: number): Promise<(MailingRow & { name: string | null }) | null> {
      const row = await engine.first<MailingRow & { name: string | null }>(
        sql`SELECT ${COLUMNS}, (SELECT a.name FROM authors a WHERE a.id = m.author_id) AS name FROM mailings m
          WHERE m.author_id = ${author} AND m.mark = ${mark} AND m.confirmed_at IS NULL
            AND m.asked_at > ${now - CONFIRM_MS}`,
      )
      return row ?? null
    },

    /** The owner of an address agrees to a request; false where there is none any more. */
    async confirm(site: string, mark: string, author: number, now: number): Promise<boolean> {
      const which = sql`SELECT m.id FROM mailings m WHERE m.author_id = ${author} AND m.mark = ${mark}
        AND m.site_id = ${site} AND m.confirmed_at = ${now}`
      const [rows] = await engine.write([
        sql`UPDATE mailings SET confirmed_at = ${now}, replies_since = iif(replies_since IS NULL, NULL, ${now}),
            follows_since = iif(follows_since IS NULL, NULL, ${now})
          WHERE author_id = ${author} AND mark = ${mark} AND site_id = ${site} AND confirmed_at IS NULL
            AND asked_at > ${now - CONFIRM_MS} RETURNING id`,
        ...confirmedNow(site, [mark], which),
      ])
      return rows!.length > 0
    },

    /** The owner of an address is told nothing any more, and perhaps never asked again. */
    leave: (site: string, mark: string, now: number, isForGood = false) =>
      write([
        ...without(sql`m.site_id = ${site} AND m.mark = ${mark}`),
        sql`INSERT INTO mailboxes (site_id, mark, left_at, never_at)
          VALUES (${site}, ${mark}, ${now}, ${isForGood ? now : null})
          ON CONFLICT (site_id, mark) DO UPDATE SET left_at = excluded.left_at,
            never_at = coalesce(excluded.never_at, mailboxes.never_at)`,
      ]),

    /** The owner of an address may be asked again. */
    allow: (site: string, mark: string) =>
      write([
        sql`UPDATE mailboxes SET asked_at = 0, left_at = NULL, never_at = NULL WHERE site_id = ${site} AND mark = ${mark}`,
      ]),

    /** The owner of an address is told of answers, or no longer. */
    setReplies: (site: string, mark: string, isTold: boolean, now: number) =>
      write([
        sql`UPDATE mailings SET replies_since = ${isTold ? sql`coalesce(replies_since, ${now})` : sql`NULL`}
          WHERE site_id = ${site} AND mark = ${mark} AND confirmed_at IS NOT NULL`,
      ]),

    /** Of one thread or conversation the owner of an address is told no longer, or again. */
    setFollow: (site: string, mark: string, followed: { articleId: number; rootId: number }, isTold: boolean) =>
      write([
        sql`UPDATE follows SET is_unmailed = ${isTold ? 0 : 1} WHERE article_id = ${followed.articleId}
          AND root_id = ${followed.rootId} AND author_id IN (SELECT m.author_id FROM mailings m
            WHERE m.site_id = ${site} AND m.mark = ${mark} AND m.confirmed_at IS NOT NULL)`,
      ]),

    /** The threads and conversations that an author follows, for the page of the mails. */
    async followedBy(author: number): Promise<FollowedRow[]> {
      return engine.all(
        sql`SELECT f.article_id, f.root_id, f.is_unmailed, a.title, a.url, c.name, c.id AS root
          FROM follows f LEFT JOIN comments c ON c.id = f.root_id AND c.status = 'published'
          CROSS JOIN articles a ON a.id = coalesce(c.article_id, f.article_id)
          WHERE f.author_id = ${author} AND (f.root_id = 0 OR c.id IS NOT NULL)
          ORDER BY f.article_id DESC, f.root_id DESC`,
      )
    },

    /** How many are told by mail on a site. */
    async count(site: string): Promise<number> {
      const row = await engine.first<{ told: number }>(
        sql`SELECT count(*) AS told FROM mailings m INDEXED BY mailings_confirmed
          WHERE m.site_id = ${site} AND m.confirmed_at IS NOT NULL`,
      )
      return row!.told
    },

    /** How many mailings an address has on these sites, those that wait included. */
    async countAt(subject: string, sites: readonly string[]): Promise<number> {
      const row = await engine.first<{ told: number }>(
        sql`SELECT count(*) AS told FROM json_each(${json(sites)}) each CROSS JOIN mailings m
          ON m.address_key = ${subject} AND m.site_id = each.value`,
      )
      return row!.told
    },

    /** Takes an address away on these sites, wherever it stands; gives how many mailings there were. */
    async forgetAddress(subject: string, sites: readonly string[]): Promise<number> {
      const which = sql`m.address_key = ${subject} AND m.site_id IN (SELECT value FROM json_each(${json(sites)}))`
      const [, rows] = await engine.write([without(which)[0]!, sql`${without(which)[1]!} RETURNING id`])
      return rows!.length
    },

    /** Forgets what nobody has confirmed in time, and when addresses were asked that are told nothing. */
    async forget(now: number): Promise<void> {
      const old = sql`SELECT m.id FROM mailings m INDEXED BY mailings_unconfirmed
        WHERE m.confirmed_at IS NULL AND m.asked_at <= ${now - CONFIRM_MS} LIMIT 1000`
      const past = sql`SELECT b.site_id, b.mark FROM mailboxes b INDEXED BY mailboxes_by_time
        WHERE b.never_at IS NULL AND b.asked_at <= ${now - LEFT_ALONE} AND coalesce(b.left_at, 0) <= ${now - LEFT_ALONE}
        LIMIT 1000`
      if (await engine.first(sql`SELECT 1 FROM (${old}) UNION ALL SELECT 1 FROM (${past})`)) {
        await write([
          sql`DELETE FROM mailings WHERE id IN (${old})`,
          sql`DELETE FROM mailboxes WHERE (site_id, mark) IN (${past})`,
        ])
      }
    },
  }
}

/** Something that is followed. */
export interface FollowedRow {
  article_id: number
  root_id: number
  is_unmailed: 0 | 1
  title: string | null
  url: string
  /** Whose comment the conversation begins with. */
  name: string | null
  root: number | null
}
