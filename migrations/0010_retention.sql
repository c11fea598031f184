-- What is kept no longer than it is needed, and what stays when somebody is erased.

-- Nothing takes the text of such a comment away, neither time nor its author, as long as a court may ask for it.
ALTER TABLE comments ADD COLUMN legal_hold INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
-- What is neither public nor waits, and still has a text: looked through once a day for what is old enough to go.
CREATE INDEX comments_to_empty ON comments (id) WHERE status IN ('withdrawn', 'rejected', 'spam') AND text <> '';
--> statement-breakpoint
CREATE INDEX comments_held ON comments (site_id, id) WHERE legal_hold = 1;
--> statement-breakpoint
-- That somebody was erased: whose row, when, by whom. Nothing of what was erased.
CREATE TABLE erasures (
  author_id INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL,
  asked_by TEXT NOT NULL CHECK (asked_by IN ('reader', 'owner', 'command')),
  person_id INTEGER,
  comments INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX erasures_by_site ON erasures (site_id, at);
--> statement-breakpoint
-- A ban or a mute outlives the erasure of whom it binds: keyed digests of the ways in which that person has proved who
-- they are, for as long as it lasts. `author_id` is the emptied row on which it stands.
CREATE TABLE kept_bans (
  site_id TEXT NOT NULL,
  digest TEXT NOT NULL,
  author_id INTEGER NOT NULL,
  PRIMARY KEY (site_id, digest)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX kept_bans_by_author ON kept_bans (author_id);
--> statement-breakpoint
-- How far each kind of data was looked through, who does so now, and when it begins anew.
CREATE TABLE retention (
  kind TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  lease_until INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL DEFAULT 0,
  done_at INTEGER,
  taken INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
