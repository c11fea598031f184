-- Owners run their sites at the desk: who is invited, and what was changed by whom.

-- Only the hash of an invitation's token is kept. It counts as long as who invited owns the site.
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id),
  token_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  invited_by INTEGER NOT NULL REFERENCES people (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_by INTEGER REFERENCES people (id)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX invitations_by_token ON invitations (token_hash);
--> statement-breakpoint
CREATE INDEX invitations_by_site ON invitations (site_id, id);
--> statement-breakpoint
-- What was changed about a site, its settings and its people. It goes with the site, and not before.
CREATE TABLE site_changes (
  site_id TEXT NOT NULL REFERENCES sites (id),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER,
  kind TEXT NOT NULL,
  name TEXT,
  about_id INTEGER,
  before TEXT,
  after TEXT,
  PRIMARY KEY (site_id, seq)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER site_changes_refuse_update BEFORE UPDATE ON site_changes
BEGIN SELECT RAISE(ABORT, 'what was changed about a site is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER site_changes_refuse_delete BEFORE DELETE ON site_changes
WHEN EXISTS (SELECT 1 FROM articles WHERE site_id = OLD.site_id)
BEGIN SELECT RAISE(ABORT, 'what was changed about a site is append-only'); END;
