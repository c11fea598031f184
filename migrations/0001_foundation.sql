-- The foundation: sites, articles and their threads, people, sessions, and the log.
-- Times are integer milliseconds UTC. Foreign keys never cascade. A comment's id is milliseconds since 2020 × 4096 + 12
-- random bits, never used as its time. Forward only: a table is never rebuilt.

CREATE TABLE sites (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  origins TEXT NOT NULL DEFAULT '[]',
  settings TEXT NOT NULL DEFAULT '{}',
  is_demo INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE articles (
  id INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id),
  key TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT,
  is_closed INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 0,
  comment_count INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX articles_by_key ON articles (site_id, key);
--> statement-breakpoint
CREATE TABLE people (
  id INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX people_by_name ON people (name);
--> statement-breakpoint
CREATE TABLE roles (
  person_id INTEGER NOT NULL REFERENCES people (id),
  site_id TEXT NOT NULL REFERENCES sites (id),
  role TEXT NOT NULL,
  PRIMARY KEY (person_id, site_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE authors (
  id INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id),
  kind TEXT NOT NULL,
  name TEXT,
  person_id INTEGER REFERENCES people (id),
  banned_until INTEGER,
  pending_count INTEGER NOT NULL DEFAULT 0,
  published_count INTEGER NOT NULL DEFAULT 0,
  rejected_count INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX authors_by_site ON authors (site_id, id);
--> statement-breakpoint
-- A reader's session belongs to an author of one site, a desk session to a person. Only hashes of tokens are kept.
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY NOT NULL,
  site_id TEXT REFERENCES sites (id),
  author_id INTEGER REFERENCES authors (id),
  person_id INTEGER REFERENCES people (id),
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER,
  CHECK ((author_id IS NULL) = (site_id IS NULL) AND (author_id IS NULL) <> (person_id IS NULL))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX sessions_by_author ON sessions (author_id) WHERE author_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX sessions_by_person ON sessions (person_id) WHERE person_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE links (
  token_hash TEXT PRIMARY KEY NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  session_hash TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- `is_shown`: the public sees the row, as a published comment or as the stub of a removed one that carries shown
-- replies. `reply_count`: published comments below a root. `changed_in`: the article's revision that last changed it.
CREATE TABLE comments (
  id INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id),
  article_id INTEGER NOT NULL REFERENCES articles (id),
  parent_id INTEGER REFERENCES comments (id),
  root_id INTEGER NOT NULL,
  author_id INTEGER NOT NULL REFERENCES authors (id),
  name TEXT,
  badge TEXT,
  avatar INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'published', 'rejected', 'spam', 'withdrawn')),
  is_shown INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  changed_in INTEGER NOT NULL DEFAULT 0,
  reply_count INTEGER NOT NULL DEFAULT 0,
  text TEXT NOT NULL,
  tree TEXT NOT NULL,
  likeness TEXT,
  salt TEXT,
  text_digest TEXT NOT NULL,
  idempotency_key TEXT,
  request_digest TEXT,
  source TEXT,
  created_at INTEGER NOT NULL,
  edited_at INTEGER,
  CHECK (is_shown = 1 OR status <> 'published')
) STRICT;
--> statement-breakpoint
CREATE INDEX comments_roots ON comments (article_id, id) WHERE parent_id IS NULL AND is_shown = 1;
--> statement-breakpoint
CREATE INDEX comments_replies ON comments (root_id, id) WHERE parent_id IS NOT NULL AND is_shown = 1;
--> statement-breakpoint
CREATE INDEX comments_published ON comments (article_id, id) WHERE status = 'published';
--> statement-breakpoint
CREATE INDEX comments_children ON comments (parent_id, is_shown) WHERE parent_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX comments_changed ON comments (article_id, changed_in);
--> statement-breakpoint
CREATE INDEX comments_queue ON comments (site_id, status, id);
--> statement-breakpoint
CREATE INDEX comments_by_author ON comments (author_id, article_id, status, id);
--> statement-breakpoint
CREATE INDEX comments_alike ON comments (author_id, likeness) WHERE likeness IS NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX comments_by_key ON comments (author_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
--> statement-breakpoint
CREATE INDEX comments_by_source ON comments (site_id, source, id) WHERE source IS NOT NULL;
--> statement-breakpoint
CREATE TABLE findings (
  id INTEGER PRIMARY KEY NOT NULL,
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  version INTEGER NOT NULL,
  rule TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT,
  start_offset INTEGER,
  end_offset INTEGER
) STRICT;
--> statement-breakpoint
CREATE INDEX findings_by_comment ON findings (comment_id);
--> statement-breakpoint
-- The log. Its rows hold ids, codes, times and a salted digest of the text; what erasure may empty stands in
-- ruling_words. It has no foreign key to comments, so that it outlives what it speaks of.
CREATE TABLE rulings (
  site_id TEXT NOT NULL REFERENCES sites (id),
  seq INTEGER NOT NULL,
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
  PRIMARY KEY (site_id, seq)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX rulings_by_comment ON rulings (comment_id, version);
--> statement-breakpoint
CREATE TABLE ruling_words (
  comment_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  note TEXT,
  PRIMARY KEY (comment_id, version)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE seals (
  site_id TEXT NOT NULL REFERENCES sites (id),
  to_seq INTEGER NOT NULL,
  from_seq INTEGER NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  sealed_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, to_seq)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX seals_by_start ON seals (site_id, from_seq);
--> statement-breakpoint
CREATE TRIGGER rulings_refuse_update BEFORE UPDATE ON rulings BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER rulings_refuse_delete BEFORE DELETE ON rulings BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER seals_refuse_update BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'the seals are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER seals_refuse_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'the seals are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER sites_revision AFTER UPDATE OF name, settings ON sites
WHEN OLD.name <> NEW.name OR OLD.settings <> NEW.settings
BEGIN
  UPDATE sites SET revision = revision + 1 WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER articles_revision AFTER UPDATE OF title, url, is_closed ON articles
WHEN OLD.title IS NOT NEW.title OR OLD.url <> NEW.url OR OLD.is_closed <> NEW.is_closed
BEGIN
  UPDATE articles SET revision = revision + 1 WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_counted_in AFTER INSERT ON comments
BEGIN
  UPDATE authors SET
    pending_count = pending_count + (NEW.status = 'pending'),
    published_count = published_count + (NEW.status = 'published'),
    rejected_count = rejected_count + (NEW.status IN ('rejected', 'spam'))
    WHERE id = NEW.author_id;
  UPDATE articles SET revision = revision + 1, comment_count = comment_count + (NEW.status = 'published')
    WHERE id = NEW.article_id AND NEW.is_shown = 1;
  UPDATE comments SET changed_in = (SELECT revision FROM articles WHERE id = NEW.article_id)
    WHERE id = NEW.id AND NEW.is_shown = 1;
  UPDATE comments SET reply_count = reply_count + 1
    WHERE id = NEW.root_id AND NEW.parent_id IS NOT NULL AND NEW.status = 'published';
END;
--> statement-breakpoint
CREATE TRIGGER comments_recounted AFTER UPDATE OF status ON comments WHEN OLD.status <> NEW.status
BEGIN
  UPDATE authors SET
    pending_count = pending_count + (NEW.status = 'pending') - (OLD.status = 'pending'),
    published_count = published_count + (NEW.status = 'published') - (OLD.status = 'published'),
    rejected_count = rejected_count + (NEW.status IN ('rejected', 'spam')) - (OLD.status IN ('rejected', 'spam'))
    WHERE id = NEW.author_id;
  UPDATE articles SET comment_count = comment_count + (NEW.status = 'published') - (OLD.status = 'published')
    WHERE id = NEW.article_id AND (NEW.status = 'published') <> (OLD.status = 'published');
  UPDATE comments SET reply_count = reply_count + (NEW.status = 'published') - (OLD.status = 'published')
    WHERE id = NEW.root_id AND NEW.parent_id IS NOT NULL AND (NEW.status = 'published') <> (OLD.status = 'published');
END;
--> statement-breakpoint
CREATE TRIGGER comments_revision AFTER UPDATE OF status, is_shown, tree, name ON comments
WHEN (OLD.is_shown = 1 OR NEW.is_shown = 1) AND (
  OLD.is_shown <> NEW.is_shown OR OLD.status <> NEW.status OR OLD.tree <> NEW.tree OR OLD.name IS NOT NEW.name)
BEGIN
  UPDATE articles SET revision = revision + 1 WHERE id = NEW.article_id;
  UPDATE comments SET changed_in = (SELECT revision FROM articles WHERE id = NEW.article_id) WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_counted_out AFTER DELETE ON comments
BEGIN
  UPDATE authors SET
    pending_count = pending_count - (OLD.status = 'pending'),
    published_count = published_count - (OLD.status = 'published'),
    rejected_count = rejected_count - (OLD.status IN ('rejected', 'spam'))
    WHERE id = OLD.author_id;
  UPDATE articles SET revision = revision + 1, comment_count = comment_count - (OLD.status = 'published')
    WHERE id = OLD.article_id AND OLD.is_shown = 1;
  UPDATE comments SET reply_count = reply_count - 1
    WHERE id = OLD.root_id AND OLD.parent_id IS NOT NULL AND OLD.status = 'published';
END;
