-- Owners may name a service that translates comments, for readers and for the desk.

-- The key of a site's service, and the origin of the service that it was given for: it is sent to no other.
CREATE TABLE translators (
  site_id TEXT PRIMARY KEY REFERENCES sites (id),
  origin TEXT NOT NULL,
  key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- What the service made of a comment's text, so that it is asked once. `text_digest`: of the text that was translated; where the
-- comment has another by now, it counts no more. `source`: the language that it was in, as far as anybody knows; `host`: whose
-- work it is.
CREATE TABLE translations (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  target TEXT NOT NULL,
  text_digest TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT,
  host TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  PRIMARY KEY (comment_id, target)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX translations_by_time ON translations (made_at);
