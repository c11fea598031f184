import { sql } from 'drizzle-orm/sql'
import { spellId } from '../comments/ids.ts'
import { type Comment, LIMITS, type Me, type NamedArticle, type OwnComments, type OwnVotes } from '../contract.ts'
import type { Engine } from './engine.ts'
import { ownCommentOf, TOLD_COLUMNS, type ToldRow } from './told.ts'
import { type CommentRow, commentOf, OWN_COLUMNS, PUBLIC_COLUMNS, PUBLISHED } from './visible.ts'

/** Published comments of one author under one article that are looked at for the author's avatars there. */
const AVATARS = 20

const NAMED = sql.raw('a.key, a.title, a.url')
const named = ({ key, title, url }: NamedArticle): NamedArticle => ({ key, title, url })

/** What a reader has on a site: own comments and votes, a page at a time, and what of it concerns one thread. */
export const ownStore = (engine: Engine) => ({
  /** What a reader has in one thread beside comments. */
  async inThread(author: number, articleId: number): Promise<Pick<Me, 'votes' | 'muted' | 'follows'>> {
    const [votes, muted, follows] = await engine.read<
      [{ id: number; value: 1 | -1 }, { avatar: number }, { root_id: number }]
    >(
      sql`SELECT c.id, walked.value FROM (
          SELECT comment_id, value FROM votes INDEXED BY votes_by_author WHERE author_id = ${author}
          ORDER BY comment_id DESC LIMIT ${LIMITS.votesLookedThrough}) walked
        CROSS JOIN comments c ON c.id = walked.comment_id AND +c.article_id = ${articleId} AND ${PUBLISHED}`,
      sql`SELECT c.avatar FROM mutes m CROSS JOIN comments c ON c.id IN (
          SELECT own.id FROM comments own WHERE own.author_id = m.muted_id AND own.article_id = ${articleId}
            AND own.status = 'published' ORDER BY own.id DESC LIMIT ${AVATARS})
        WHERE m.author_id = ${author}`,
      sql`SELECT f.root_id FROM follows f LEFT JOIN comments c ON c.id = f.root_id
        WHERE f.author_id = ${author} AND coalesce(c.article_id, f.article_id) = ${articleId} LIMIT ${LIMITS.follows}`,
    )
    return {
      votes: Object.fromEntries(votes.map(({ id, value }) => [spellId(id), value])),
      muted: [...new Set(muted.map(({ avatar }) => avatar))],
      follows: {
        thread: follows.some(({ root_id }) => root_id === 0),
        roots: follows.filter(({ root_id }) => root_id > 0).map(({ root_id }) => spellId(root_id)),
      },
    }
  },

  /**
   * A page of an author's comments, newest first, each as its author may know it.
   * @param after the id of the last one already given
   * @param linkTo the address where a comment that others can read is found
   */
  async comments(
    author: number,
    after: number | undefined,
    linkTo: (comment: Comment) => string,
  ): Promise<OwnComments> {
    const rows = await engine.all<CommentRow & ToldRow & NamedArticle & { up: number; down: number; answers: number }>(
      sql`SELECT ${OWN_COLUMNS}, ${TOLD_COLUMNS}, ${NAMED}, c.up_votes AS up, c.down_votes AS down,
          CASE WHEN c.parent_id IS NULL THEN c.reply_count ELSE (SELECT count(*) FROM (SELECT 1 FROM comments r
            WHERE r.parent_id = c.id AND r.is_shown = 1 LIMIT 100)) END AS answers
        FROM (SELECT id FROM comments INDEXED BY comments_of_author
          WHERE author_id = ${author} AND id < ${after ?? Number.MAX_SAFE_INTEGER} ORDER BY id DESC LIMIT ${LIMITS.ownPage + 1}) walked
        CROSS JOIN comments c ON c.id = walked.id CROSS JOIN articles a ON a.id = c.article_id`,
    )
    const page = rows.sort((a, b) => b.id - a.id).slice(0, LIMITS.ownPage)
    return {
      comments: page.map(row => {
        const own = ownCommentOf(row)
        // What its author withdrew is gone for the author, too.
        const comment = row.status === 'withdrawn' ? { ...own, tree: [] } : own
        const permalink = row.status === 'published' ? linkTo(comment) : null
        const votes = { up: row.up, down: row.down }
        return { comment, article: named(row), permalink, replies: row.answers, votes }
      }),
      next: rows.length > LIMITS.ownPage ? spellId(page.at(-1)!.id) : null,
    }
  },

  /** A page of what an author voted on, newest comments first; what others can no longer read is left out. */
  async votes(author: number, after: number | undefined, linkTo: (comment: Comment) => string): Promise<OwnVotes> {
    const rows = await engine.all<CommentRow & NamedArticle & { voted: number; value: 1 | -1 }>(
      sql`SELECT walked.comment_id AS voted, walked.value, ${PUBLIC_COLUMNS}, ${NAMED}
        FROM (SELECT comment_id, value FROM votes INDEXED BY votes_by_author
          WHERE author_id = ${author} AND comment_id < ${after ?? Number.MAX_SAFE_INTEGER}
          ORDER BY comment_id DESC LIMIT ${LIMITS.ownPage + 1}) walked
        LEFT JOIN comments c ON c.id = walked.comment_id AND ${PUBLISHED} LEFT JOIN articles a ON a.id = c.article_id`,
    )
    const page = rows.sort((a, b) => b.voted - a.voted).slice(0, LIMITS.ownPage)
    return {
      votes: page
        .filter(({ id }) => id !== null)
        .map(row => {
          const comment = commentOf(row)
          return { value: row.value, comment, article: named(row), permalink: linkTo(comment) }
        }),
      next: rows.length > LIMITS.ownPage ? spellId(page.at(-1)!.voted) : null,
    }
  },
})
