-- Readers who prove who they are, and what they do beside writing: following, mentioning, muting for themselves.

-- How an author is known beside a token. `issuer`: `email`, `host` for the site's own login, `github`, `google`, or the
-- address of an OpenID issuer; `subject`: what the issuer calls the person, an e-mail address in lower case.
CREATE TABLE identities (
  site_id TEXT NOT NULL REFERENCES sites (id),
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES authors (id),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, issuer, subject)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX identities_by_author ON identities (author_id);
--> statement-breakpoint
-- A reader's claim to be somebody, until it is proved or ends: made with a reader's token, for which alone it counts.
-- `way`: how it is proved. `subject` and `profile` (JSON) are known at once for an e-mail address, else once the issuer has
-- answered, at `answered_at`. `purpose`: what it is proved for. `tries`: codes that were typed. `proved_at`: when it was
-- proved; `ended_at`: since when it can be proved no more. Of codes, tickets and states only keyed digests are kept.
CREATE TABLE claims (
  id TEXT PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id),
  token_hash TEXT NOT NULL,
  way TEXT NOT NULL,
  purpose TEXT NOT NULL DEFAULT 'sign_in',
  origin TEXT NOT NULL,
  issuer TEXT,
  subject TEXT,
  profile TEXT,
  code_hash TEXT,
  ticket_hash TEXT,
  state_hash TEXT,
  verifier TEXT,
  nonce TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  answered_at INTEGER,
  proved_at INTEGER,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX claims_by_subject ON claims (site_id, issuer, subject, created_at) WHERE subject IS NOT NULL;
--> statement-breakpoint
CREATE INDEX claims_by_token ON claims (token_hash, created_at);
--> statement-breakpoint
CREATE INDEX claims_by_state ON claims (state_hash) WHERE state_hash IS NOT NULL;
--> statement-breakpoint
CREATE INDEX claims_by_end ON claims (expires_at);
--> statement-breakpoint
-- The keys with which a site's own login signs its readers. Each is made from the installation's secret and its id, so that
-- none is kept; `ends_at`: from when on it counts no more.
CREATE TABLE site_keys (
  site_id TEXT NOT NULL REFERENCES sites (id),
  id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ends_at INTEGER,
  PRIMARY KEY (site_id, id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- A session by the site's own login ends with the token of that login.
CREATE INDEX sessions_by_end ON sessions (expires_at) WHERE expires_at IS NOT NULL;
--> statement-breakpoint
-- What the name of somebody of the staff, or of somebody proved, looks like (UTS 39), so that nobody imitates it.
ALTER TABLE authors ADD COLUMN name_skeleton TEXT;
--> statement-breakpoint
CREATE INDEX authors_by_skeleton ON authors (site_id, name_skeleton) WHERE name_skeleton IS NOT NULL;
--> statement-breakpoint
-- Who wrote the article: their comments under it say so.
CREATE TABLE article_authors (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  author_id INTEGER NOT NULL REFERENCES authors (id),
  PRIMARY KEY (article_id, author_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX article_authors_by_author ON article_authors (author_id);
--> statement-breakpoint
-- What a reader follows: a thread (`root_id` 0), or one conversation in it. `seen_in`: the article's revision when they last
-- looked; `seen_at`: when that was. What was published since is new, however long ago it was written.
CREATE TABLE follows (
  author_id INTEGER NOT NULL REFERENCES authors (id),
  article_id INTEGER NOT NULL REFERENCES articles (id),
  root_id INTEGER NOT NULL DEFAULT 0,
  seen_in INTEGER NOT NULL DEFAULT 0,
  seen_at INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (author_id, article_id, root_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX follows_by_article ON follows (article_id, root_id);
--> statement-breakpoint
-- Whom a reader does not wish to read. `comment_id`: the comment by which they said so, and by which they take it back.
CREATE TABLE mutes (
  author_id INTEGER NOT NULL REFERENCES authors (id),
  muted_id INTEGER NOT NULL REFERENCES authors (id),
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (author_id, muted_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX mutes_by_muted ON mutes (muted_id);
--> statement-breakpoint
CREATE INDEX mutes_by_comment ON mutes (comment_id);
--> statement-breakpoint
-- Whom a comment calls by name: authors of the same thread.
CREATE TABLE mentions (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  author_id INTEGER NOT NULL REFERENCES authors (id),
  PRIMARY KEY (comment_id, author_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX mentions_by_author ON mentions (author_id, comment_id);
