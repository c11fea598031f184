-- What moderation needs beyond the queue: lists, reports, appeals, notes, editions, standing of authors, timed policy.

-- The sum of changes to what only the rules read; who keeps compiled lists compares it.
ALTER TABLE sites ADD COLUMN policy_revision INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
-- `is_held`: every guest's comment under it waits. `slow_seconds`: between two comments of one author; 0 for none.
-- `closes_at`: when it closes by itself.
ALTER TABLE articles ADD COLUMN is_held INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE articles ADD COLUMN slow_seconds INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE articles ADD COLUMN closes_at INTEGER;
--> statement-breakpoint
-- `lang`: the language the text is in as far as its script and words tell, BCP 47. `is_reviewed`: a person has decided
-- on it; `was_reviewed`: so it was before the last decision, which an undo brings back. `open_reports`: readers' complaints that nobody has answered. `has_appeal`: its author has asked for another
-- look and has no answer yet. `is_locked`: nobody may answer it or what stands below it.
-- `network`: 8 bytes of the keyed hash of its author's network, in hex; it means nothing once the day's salt is deleted.
ALTER TABLE comments ADD COLUMN lang TEXT;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN is_reviewed INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN was_reviewed INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN open_reports INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN has_appeal INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN is_featured INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN is_locked INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN network TEXT;
--> statement-breakpoint
-- Who changed the text last, once somebody has.
ALTER TABLE comments ADD COLUMN edited_by TEXT CHECK (edited_by IN ('author', 'moderator'));
--> statement-breakpoint
CREATE INDEX comments_pinned ON comments (article_id, id) WHERE is_pinned = 1 AND status = 'published';
--> statement-breakpoint
CREATE TRIGGER comments_marked AFTER UPDATE OF is_pinned, is_featured, is_locked ON comments
WHEN NEW.is_shown = 1 AND (OLD.is_pinned <> NEW.is_pinned OR OLD.is_featured <> NEW.is_featured
  OR OLD.is_locked <> NEW.is_locked)
BEGIN
  UPDATE articles SET revision = revision + 1 WHERE id = NEW.article_id;
  UPDATE comments SET changed_in = (SELECT revision FROM articles WHERE id = NEW.article_id) WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE INDEX comments_by_site ON comments (site_id, id);
--> statement-breakpoint
CREATE INDEX comments_unreviewed ON comments (site_id, id) WHERE status = 'published' AND is_reviewed = 0;
--> statement-breakpoint
CREATE INDEX comments_reported ON comments (site_id, id) WHERE open_reports > 0;
--> statement-breakpoint
CREATE INDEX comments_appealed ON comments (site_id, id) WHERE has_appeal = 1;
--> statement-breakpoint
CREATE INDEX comments_by_article ON comments (article_id, status, id);
--> statement-breakpoint
CREATE INDEX comments_of_author ON comments (author_id, id);
--> statement-breakpoint
CREATE INDEX comments_same_text ON comments (site_id, likeness, id) WHERE likeness IS NOT NULL;
--> statement-breakpoint
CREATE INDEX comments_by_network ON comments (network) WHERE network IS NOT NULL;
--> statement-breakpoint
-- Folded text of comments for search; the row is the comment's. Written by the verbs, since folding is no SQL.
CREATE VIRTUAL TABLE search USING fts5 (
  site, words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
--> statement-breakpoint
-- Up to this id the comments from before there was a search are still to be put into it; no row when all are.
CREATE TABLE search_due (to_id INTEGER PRIMARY KEY NOT NULL) STRICT;
--> statement-breakpoint
INSERT INTO search_due (to_id) SELECT id FROM comments ORDER BY id DESC LIMIT 1;
--> statement-breakpoint
-- `muted_until`: until then every comment waits. `warned_at`, `warning`: what the author must read before the next
-- post; `acknowledged_at`: when that was read.
ALTER TABLE authors ADD COLUMN muted_until INTEGER;
--> statement-breakpoint
ALTER TABLE authors ADD COLUMN warned_at INTEGER;
--> statement-breakpoint
ALTER TABLE authors ADD COLUMN warning TEXT;
--> statement-breakpoint
ALTER TABLE authors ADD COLUMN acknowledged_at INTEGER;
--> statement-breakpoint
-- `banned_for`, `ban_words`: what a banned author is told of why.
ALTER TABLE authors ADD COLUMN banned_for TEXT;
--> statement-breakpoint
ALTER TABLE authors ADD COLUMN ban_words TEXT;
--> statement-breakpoint
-- The one author under which a person answers as staff of a site.
CREATE UNIQUE INDEX authors_by_person ON authors (person_id, site_id) WHERE person_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX roles_by_site ON roles (site_id, person_id);
--> statement-breakpoint
-- Which rule decided, where rules did. `words`: what the author is told beside the reason. `until`: when it ends by
-- itself.
ALTER TABLE rulings ADD COLUMN rule TEXT;
--> statement-breakpoint
ALTER TABLE ruling_words ADD COLUMN words TEXT;
--> statement-breakpoint
ALTER TABLE ruling_words ADD COLUMN until INTEGER;
--> statement-breakpoint
-- The beginnings of the sealed rows' digests, which point at the row that does not fit.
ALTER TABLE seals ADD COLUMN marks TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
-- A list of a site's policy: `kind` says what it is for, `language` is '' where it counts for all.
CREATE TABLE lists (
  site_id TEXT NOT NULL REFERENCES sites (id),
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  entries TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, kind, language)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER lists_made AFTER INSERT ON lists
BEGIN
  UPDATE sites SET policy_revision = policy_revision + 1 WHERE id = NEW.site_id;
END;
--> statement-breakpoint
CREATE TRIGGER lists_changed AFTER UPDATE ON lists
BEGIN
  UPDATE sites SET policy_revision = policy_revision + 1 WHERE id = NEW.site_id;
END;
--> statement-breakpoint
CREATE TRIGGER lists_gone AFTER DELETE ON lists
BEGIN
  UPDATE sites SET policy_revision = policy_revision + 1 WHERE id = OLD.site_id;
END;
--> statement-breakpoint
-- Salts of the keyed hashes of networks, a day each; a salt is deleted after two days, and what it hashed means nothing.
CREATE TABLE salts (day INTEGER PRIMARY KEY NOT NULL, salt TEXT NOT NULL) STRICT;
--> statement-breakpoint
-- A banned guest's network, whose comments wait until then.
CREATE TABLE held_networks (
  site_id TEXT NOT NULL REFERENCES sites (id),
  network TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (site_id, network)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- The domains that comments link to, so that one no published comment has had is known to be new.
CREATE TABLE link_domains (
  site_id TEXT NOT NULL REFERENCES sites (id),
  domain TEXT NOT NULL,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  PRIMARY KEY (site_id, domain, comment_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX link_domains_by_comment ON link_domains (comment_id);
--> statement-breakpoint
-- A reader's complaint, one for each comment and reader. `settled_at`: when a moderator answered it; `outcome`: `fine`
-- where the comment may stand, `upheld` where it may not, none where its author took it away.
CREATE TABLE reports (
  id INTEGER PRIMARY KEY NOT NULL,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  author_id INTEGER NOT NULL REFERENCES authors (id),
  reason TEXT NOT NULL,
  words TEXT,
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  outcome TEXT CHECK (outcome IN ('fine', 'upheld'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX reports_by_reader ON reports (comment_id, author_id);
--> statement-breakpoint
CREATE INDEX reports_by_author ON reports (author_id);
--> statement-breakpoint
CREATE INDEX reports_open ON reports (comment_id, id) WHERE settled_at IS NULL;
--> statement-breakpoint
CREATE INDEX reports_found_fine ON reports (comment_id, reason, settled_at) WHERE outcome = 'fine';
--> statement-breakpoint
CREATE TRIGGER reports_counted_in AFTER INSERT ON reports WHEN NEW.settled_at IS NULL
BEGIN
  UPDATE comments SET open_reports = open_reports + 1 WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER reports_settled AFTER UPDATE OF settled_at ON reports
WHEN (OLD.settled_at IS NULL) <> (NEW.settled_at IS NULL)
BEGIN
  UPDATE comments SET open_reports = max(0, open_reports + (NEW.settled_at IS NULL) - (OLD.settled_at IS NULL))
    WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER reports_counted_out AFTER DELETE ON reports WHEN OLD.settled_at IS NULL
BEGIN
  UPDATE comments SET open_reports = open_reports - 1 WHERE id = OLD.comment_id;
END;
--> statement-breakpoint
-- An author's answer to a decision, one for each comment. `version` and `ruled_by` tell which decision and whose.
CREATE TABLE appeals (
  comment_id INTEGER PRIMARY KEY NOT NULL REFERENCES comments (id),
  author_id INTEGER NOT NULL REFERENCES authors (id),
  version INTEGER NOT NULL,
  ruled_by INTEGER REFERENCES people (id),
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  outcome TEXT CHECK (outcome IN ('granted', 'declined')),
  decided_by INTEGER REFERENCES people (id),
  decided_at INTEGER,
  words TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX appeals_by_author ON appeals (author_id);
--> statement-breakpoint
CREATE TRIGGER appeals_counted_in AFTER INSERT ON appeals WHEN NEW.decided_at IS NULL
BEGIN
  UPDATE comments SET has_appeal = 1 WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER appeals_decided AFTER UPDATE OF decided_at ON appeals
BEGIN
  UPDATE comments SET has_appeal = NEW.decided_at IS NULL WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER appeals_counted_out AFTER DELETE ON appeals
BEGIN
  UPDATE comments SET has_appeal = 0 WHERE id = OLD.comment_id;
END;
--> statement-breakpoint
-- A decision answers the reports of a comment. What it sets is the same whether or not reports_settled fires within it.
CREATE TRIGGER comments_reports_answered AFTER UPDATE OF status ON comments
WHEN OLD.open_reports > 0 AND NEW.status <> 'pending' AND (OLD.status <> NEW.status
  OR EXISTS (SELECT 1 FROM rulings WHERE comment_id = NEW.id AND version = NEW.version AND ruling = 'confirm'))
BEGIN
  UPDATE reports SET
    settled_at = coalesce((SELECT at FROM rulings WHERE comment_id = NEW.id AND version = NEW.version), created_at),
    outcome = CASE NEW.status WHEN 'published' THEN 'fine' WHEN 'withdrawn' THEN NULL ELSE 'upheld' END
    WHERE comment_id = NEW.id AND settled_at IS NULL;
  UPDATE comments SET open_reports = 0 WHERE id = NEW.id;
END;
--> statement-breakpoint
-- To publish what was refused grants its appeal; what its author takes away needs no answer any more.
CREATE TRIGGER comments_appeal_answered AFTER UPDATE OF status ON comments
WHEN OLD.has_appeal = 1 AND OLD.status <> NEW.status AND NEW.status IN ('published', 'withdrawn')
BEGIN
  UPDATE appeals SET
    outcome = CASE NEW.status WHEN 'published' THEN 'granted' END,
    decided_by = (SELECT person_id FROM rulings WHERE comment_id = NEW.id AND version = NEW.version),
    decided_at = coalesce((SELECT at FROM rulings WHERE comment_id = NEW.id AND version = NEW.version), created_at),
    words = (SELECT words FROM ruling_words WHERE comment_id = NEW.id AND version = NEW.version)
    WHERE comment_id = NEW.id AND decided_at IS NULL;
  UPDATE comments SET has_appeal = 0 WHERE id = NEW.id;
END;
--> statement-breakpoint
-- What moderators tell each other of a comment or of an author.
CREATE TABLE notes (
  id INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id),
  comment_id INTEGER REFERENCES comments (id),
  author_id INTEGER REFERENCES authors (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((comment_id IS NULL) <> (author_id IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX notes_by_comment ON notes (comment_id, id) WHERE comment_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX notes_by_author ON notes (author_id, id) WHERE author_id IS NOT NULL;
--> statement-breakpoint
-- An earlier text of a comment, as it stood until `version` ended. `person_id`: the moderator who changed it, or null
-- where its author did.
CREATE TABLE editions (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  version INTEGER NOT NULL,
  person_id INTEGER REFERENCES people (id),
  text TEXT NOT NULL,
  ended_at INTEGER NOT NULL,
  PRIMARY KEY (comment_id, version)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE saved_replies (
  id INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id),
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX saved_replies_by_name ON saved_replies (site_id, name);
--> statement-breakpoint
-- `public_name`: what readers and the log call a person. `email`, `digest_at`: where the digest of a queue goes, and when
-- the last one went.
ALTER TABLE people ADD COLUMN public_name TEXT;
--> statement-breakpoint
ALTER TABLE people ADD COLUMN email TEXT;
--> statement-breakpoint
ALTER TABLE roles ADD COLUMN wants_digest INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE roles ADD COLUMN digest_at INTEGER;
--> statement-breakpoint
CREATE INDEX roles_with_digest ON roles (wants_digest) WHERE wants_digest = 1;
--> statement-breakpoint
UPDATE comments SET is_reviewed = 1 WHERE id IN (SELECT comment_id FROM rulings WHERE ruler = 'moderator');
--> statement-breakpoint
-- The rulings that one call makes, while its batch runs; empty between batches, so that `n` counts from 1. `stirs`: the
-- comment's ancestors may become stubs by it, or cease to be.
CREATE TABLE rulings_due (
  n INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL,
  after_seq INTEGER NOT NULL,
  comment_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  ruling TEXT NOT NULL,
  from_status TEXT NOT NULL,
  to_status TEXT NOT NULL,
  reason TEXT,
  ruler TEXT NOT NULL,
  person_id INTEGER,
  text_digest TEXT NOT NULL,
  at INTEGER NOT NULL,
  note TEXT,
  words TEXT,
  stirs INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX rulings_due_stirring ON rulings_due (comment_id) WHERE stirs = 1;
--> statement-breakpoint
-- A ruling is its row in the log and the change that the row speaks of, never the one without the other.
CREATE TRIGGER rulings_made AFTER INSERT ON rulings_due
BEGIN
  INSERT INTO rulings (site_id, seq, comment_id, version, ruling, from_status, to_status, reason, ruler, person_id,
      text_digest, at)
    VALUES (NEW.site_id, NEW.after_seq + NEW.n, NEW.comment_id, NEW.version, NEW.ruling, NEW.from_status, NEW.to_status,
      NEW.reason, NEW.ruler, NEW.person_id, NEW.text_digest, NEW.at);
  INSERT INTO ruling_words (comment_id, version, note, words)
    SELECT NEW.comment_id, NEW.version, NEW.note, NEW.words WHERE NEW.note IS NOT NULL OR NEW.words IS NOT NULL;
  UPDATE comments SET status = NEW.to_status, version = NEW.version,
    is_reviewed = CASE NEW.ruling WHEN 'restore' THEN was_reviewed ELSE max(is_reviewed, NEW.ruler = 'moderator') END,
    was_reviewed = is_reviewed,
    -- What was taken away comes back as any other: meanwhile others may have been pinned.
    is_pinned = is_pinned AND NEW.to_status = 'published',
    is_shown = NEW.to_status = 'published'
      OR EXISTS (SELECT 1 FROM comments child WHERE child.parent_id = comments.id AND child.is_shown = 1),
    changed_in = CASE WHEN status <> NEW.to_status AND (is_shown = 1 OR NEW.to_status = 'published')
      THEN (SELECT a.revision + 1 FROM articles a WHERE a.id = comments.article_id) ELSE changed_in END
    WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
-- The counters of an update once more, so that each reads the rows it changes once: rulings in bulk pay for every row.
DROP TRIGGER comments_recounted;
--> statement-breakpoint
DROP TRIGGER comments_revision;
--> statement-breakpoint
CREATE TRIGGER comments_recounted AFTER UPDATE OF status ON comments WHEN OLD.status <> NEW.status
BEGIN
  UPDATE authors SET
    pending_count = pending_count + (NEW.status = 'pending') - (OLD.status = 'pending'),
    published_count = published_count + (NEW.status = 'published') - (OLD.status = 'published'),
    rejected_count = rejected_count + (NEW.status IN ('rejected', 'spam')) - (OLD.status IN ('rejected', 'spam'))
    WHERE id = NEW.author_id;
END;
--> statement-breakpoint
CREATE TRIGGER replies_recounted AFTER UPDATE OF status ON comments
WHEN NEW.parent_id IS NOT NULL AND (NEW.status = 'published') <> (OLD.status = 'published')
BEGIN
  UPDATE comments SET reply_count = reply_count + (NEW.status = 'published') - (OLD.status = 'published')
    WHERE id = NEW.root_id;
END;
--> statement-breakpoint
-- The public sees a change. Who changes a comment may give the revision it changes in; else it is the article's next.
CREATE TRIGGER comments_revision AFTER UPDATE OF status, is_shown, tree, name ON comments
WHEN NEW.changed_in = OLD.changed_in AND (OLD.is_shown = 1 OR NEW.is_shown = 1) AND (
  OLD.is_shown <> NEW.is_shown OR OLD.status <> NEW.status OR OLD.tree <> NEW.tree OR OLD.name IS NOT NEW.name)
BEGIN
  UPDATE articles SET revision = revision + 1,
    comment_count = comment_count + (NEW.status = 'published') - (OLD.status = 'published')
    WHERE id = NEW.article_id;
  UPDATE comments SET changed_in = (SELECT revision FROM articles WHERE id = NEW.article_id) WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_revision_given AFTER UPDATE OF status, is_shown, tree, name ON comments
WHEN NEW.changed_in <> OLD.changed_in
BEGIN
  UPDATE articles SET revision = max(revision, NEW.changed_in),
    comment_count = comment_count + (NEW.status = 'published') - (OLD.status = 'published')
    WHERE id = NEW.article_id;
END;
