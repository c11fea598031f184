-- Readers are told what became of what they wrote and follow: in the widget, and by mail who wish it.

-- Until when an author has looked at the news of their own, ms UTC.
ALTER TABLE authors ADD COLUMN news_seen_at INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
-- 1: what is followed is told in the widget only.
ALTER TABLE follows ADD COLUMN is_unmailed INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
-- Where an author is told by mail. `address`: as mail is sent to it; `address_key`: in lower case, as it is compared; `mark`: by
-- what the links in mails are known, see `mailboxes`. Mail goes only once it is confirmed; what is not ends after some days.
-- `replies`, `follows`: what is told of, each since when, null for nothing. `due_at`: when the next digest goes.
CREATE TABLE mailings (
  id INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id),
  author_id INTEGER NOT NULL REFERENCES authors (id),
  address TEXT NOT NULL,
  address_key TEXT NOT NULL,
  mark TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT '',
  replies_since INTEGER,
  follows_since INTEGER,
  asked_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  sent_at INTEGER,
  due_at INTEGER
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX mailings_of_author ON mailings (author_id, address_key);
--> statement-breakpoint
CREATE INDEX mailings_by_mark ON mailings (site_id, mark);
--> statement-breakpoint
CREATE INDEX mailings_by_address ON mailings (address_key, site_id);
--> statement-breakpoint
CREATE INDEX mailings_due ON mailings (due_at) WHERE due_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX mailings_unconfirmed ON mailings (asked_at) WHERE confirmed_at IS NULL;
--> statement-breakpoint
CREATE INDEX mailings_confirmed ON mailings (site_id) WHERE confirmed_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX follows_by_root ON follows (root_id) WHERE root_id > 0;
--> statement-breakpoint
-- A comment that the next digest of a mailing tells of.
CREATE TABLE tellings (
  mailing_id INTEGER NOT NULL REFERENCES mailings (id),
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  PRIMARY KEY (mailing_id, comment_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX tellings_by_comment ON tellings (comment_id);
--> statement-breakpoint
-- How far the log of a site was walked for comments that were published for the first time; `walk`: by whom, a random word.
CREATE TABLE mailing_walks (
  site_id TEXT PRIMARY KEY REFERENCES sites (id),
  seq INTEGER NOT NULL,
  walk TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- What has to be known of an address where nobody is told by it: a digest that only this installation can make of it, when a
-- confirmation last went there, when its owner left, and when they said never again.
CREATE TABLE mailboxes (
  site_id TEXT NOT NULL REFERENCES sites (id),
  mark TEXT NOT NULL,
  asked_at INTEGER NOT NULL DEFAULT 0,
  left_at INTEGER,
  never_at INTEGER,
  PRIMARY KEY (site_id, mark)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX mailboxes_by_time ON mailboxes (asked_at) WHERE never_at IS NULL;
