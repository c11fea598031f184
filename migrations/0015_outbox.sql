-- Mail goes by an outbox, so that what was promised is sent though the mail server is away for hours, and nothing twice.

-- `site_id`: whose mail it is, null for the installation's own; `kind`: which letter; `address`: where it goes, as it was
-- typed; `address_key`: the same in lower case; `mailbox`: whose it most likely is, by which budgets count. `payload`: ids of
-- what it is about, never a text: the letter is written when it is sent, from what then stands. `is_urgent`: somebody waits
-- for it and no budget holds it back; `ends_at`: from when on it is of no use. `next_at`: when to try, null once it is over;
-- `outcome`: then `sent`, `dead`, `moot`, `suppressed` or `dropped`, since `done_at`; `error`: the code of the last failure.
-- `message_id`: stays the same over all tries, so that a receiver can tell a double. `leased_until`: until then somebody is
-- at it.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT REFERENCES sites (id),
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  address_key TEXT NOT NULL,
  mailbox TEXT NOT NULL,
  payload TEXT NOT NULL,
  lang TEXT NOT NULL,
  is_urgent INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL,
  ends_at INTEGER,
  next_at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  tried_at INTEGER,
  outcome TEXT,
  error TEXT,
  done_at INTEGER,
  message_id TEXT NOT NULL,
  leased_until INTEGER NOT NULL DEFAULT 0
) STRICT;
--> statement-breakpoint
CREATE INDEX outbox_due ON outbox (is_urgent, ifnull(site_id, ''), next_at) WHERE next_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX outbox_of_site ON outbox (ifnull(site_id, ''), outcome, done_at) WHERE next_at IS NULL;
--> statement-breakpoint
CREATE INDEX outbox_over ON outbox (outcome, done_at) WHERE next_at IS NULL;
--> statement-breakpoint
CREATE INDEX outbox_by_address ON outbox (address_key, outcome, done_at);
--> statement-breakpoint
CREATE INDEX outbox_by_mailbox ON outbox (mailbox, done_at) WHERE outcome = 'sent' AND is_urgent = 0;
--> statement-breakpoint
-- Addresses to which no mail goes any more. `digest`: of the address under the installation's secret, so that it is not kept
-- itself; `shown`: as much of it as an owner sees; `site_id`: whose mail it was; `reason`: `bounced`.
CREATE TABLE suppressed (
  digest TEXT PRIMARY KEY NOT NULL,
  site_id TEXT REFERENCES sites (id),
  shown TEXT NOT NULL,
  reason TEXT NOT NULL,
  error TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX suppressed_of_site ON suppressed (ifnull(site_id, ''), at);
--> statement-breakpoint
-- How the mail server does: one row. `failures`: how often in a row it could not be used at all, and `rests_until`: since
-- then nobody asks it before.
CREATE TABLE mail_server (
  id INTEGER PRIMARY KEY NOT NULL,
  sent_at INTEGER,
  failed_at INTEGER,
  error TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  rests_until INTEGER NOT NULL DEFAULT 0
) STRICT;
