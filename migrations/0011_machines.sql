-- Machines: keys with which programs do what is done at the desk, and webhooks by which Parley tells other systems.

-- A key is somebody of its own at the desk, with a role on one site and no way to sign in; the log names it.
ALTER TABLE people ADD COLUMN is_key INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
-- `person_id`: as whom the key acts; `made_by`: the owner without whose role it does not count; `digest`: of the key, which
-- is kept nowhere; `used_at`: the day on which it was last used, its first millisecond UTC.
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  made_by INTEGER NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  digest TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX api_keys_by_digest ON api_keys (digest);
--> statement-breakpoint
CREATE UNIQUE INDEX api_keys_by_name ON api_keys (site_id, name);
--> statement-breakpoint
-- Where a site's events are told. `shape`: in whose words; `token`: what the receiver asks for beside its address; `events`:
-- which, as `,published,pending,`; `secrets`: how many signing secrets there have been, the last one in use and, until
-- `both_until`, the one before; none of them is kept. `state`: `on`, `paused` by its owner, `dead` after days of failure,
-- `gone` when the receiver said so; `failing_since`: the first failure after the last success. `waiting`: deliveries that
-- are not done; `dropped`: events that found no room. `next_at`: when there is something to deliver; `leased_until`: until
-- then somebody is at it.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id),
  name TEXT NOT NULL,
  shape TEXT NOT NULL,
  url TEXT NOT NULL,
  token TEXT,
  events TEXT NOT NULL,
  secrets INTEGER NOT NULL DEFAULT 1,
  both_until INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'on',
  failing_since INTEGER,
  waiting INTEGER NOT NULL DEFAULT 0,
  dropped INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER,
  leased_until INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX webhooks_by_site ON webhooks (site_id, id);
--> statement-breakpoint
CREATE INDEX webhooks_due ON webhooks (state, next_at);
--> statement-breakpoint
-- The outbox: written by triggers in the batch of what it tells. It holds no text: that is looked up when it is sent.
-- `message`: the id that stays the same however often it is sent; `next_at`: when to send it, null once it is done;
-- `outcome`: `taken`, `failed` or `ended`; `status`, `took_ms`, `answer`: what the receiver said last, or `error` why it
-- could not be asked.
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY NOT NULL,
  webhook_id TEXT NOT NULL REFERENCES webhooks (id),
  message TEXT NOT NULL,
  event TEXT NOT NULL,
  comment_id INTEGER,
  version INTEGER,
  at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER,
  outcome TEXT,
  status INTEGER,
  took_ms INTEGER,
  answer TEXT,
  error TEXT,
  tried_at INTEGER
) STRICT;
--> statement-breakpoint
CREATE INDEX deliveries_of_webhook ON deliveries (webhook_id, id);
--> statement-breakpoint
CREATE INDEX deliveries_due ON deliveries (webhook_id, next_at) WHERE next_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX deliveries_by_time ON deliveries (at);
--> statement-breakpoint
-- What happens is told where it happens, so that nobody can forget it; while a site has no webhook nothing is written. So
-- many deliveries of a webhook wait at the most; what comes beyond is counted. None of these needs another one to fire.
-- What was brought in from elsewhere is no news.
CREATE TRIGGER rulings_told AFTER INSERT ON rulings
WHEN EXISTS (SELECT 1 FROM webhooks WHERE site_id = NEW.site_id)
  AND NEW.from_status <> NEW.to_status AND (NEW.from_status <> 'none'
    OR (SELECT source FROM comments WHERE id = NEW.comment_id) IS NULL)
BEGIN
  UPDATE webhooks SET dropped = dropped + 1
    WHERE site_id = NEW.site_id AND state = 'on'
      AND instr(events, ',' || NEW.to_status || ',') > 0 AND waiting >= 1000;
  INSERT INTO deliveries (webhook_id, message, event, comment_id, version, at, next_at)
    SELECT id, 'msg_' || lower(hex(randomblob(16))), NEW.to_status, NEW.comment_id, NEW.version, NEW.at, NEW.at
    FROM webhooks WHERE site_id = NEW.site_id AND state = 'on'
      AND instr(events, ',' || NEW.to_status || ',') > 0 AND waiting < 1000;
  UPDATE webhooks SET waiting = waiting + 1, next_at = min(coalesce(next_at, NEW.at), NEW.at)
    WHERE site_id = NEW.site_id AND state = 'on'
      AND instr(events, ',' || NEW.to_status || ',') > 0 AND waiting < 1000;
END;
--> statement-breakpoint
CREATE TRIGGER edits_told AFTER INSERT ON rulings
WHEN EXISTS (SELECT 1 FROM webhooks WHERE site_id = NEW.site_id)
  AND NEW.from_status = NEW.to_status AND NEW.ruling IN ('edit', 'revise')
BEGIN
  UPDATE webhooks SET dropped = dropped + 1
    WHERE site_id = NEW.site_id AND state = 'on'
      AND instr(events, ',edited,') > 0 AND waiting >= 1000;
  INSERT INTO deliveries (webhook_id, message, event, comment_id, version, at, next_at)
    SELECT id, 'msg_' || lower(hex(randomblob(16))), 'edited', NEW.comment_id, NEW.version, NEW.at, NEW.at
    FROM webhooks WHERE site_id = NEW.site_id AND state = 'on'
      AND instr(events, ',edited,') > 0 AND waiting < 1000;
  UPDATE webhooks SET waiting = waiting + 1, next_at = min(coalesce(next_at, NEW.at), NEW.at)
    WHERE site_id = NEW.site_id AND state = 'on'
      AND instr(events, ',edited,') > 0 AND waiting < 1000;
END;
--> statement-breakpoint
CREATE TRIGGER reports_told AFTER INSERT ON reports
WHEN EXISTS (SELECT 1 FROM webhooks WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id))
BEGIN
  UPDATE webhooks SET dropped = dropped + 1
    WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state = 'on'
      AND instr(events, ',report,') > 0 AND waiting >= 1000;
  INSERT INTO deliveries (webhook_id, message, event, comment_id, version, at, next_at)
    SELECT id, 'msg_' || lower(hex(randomblob(16))), 'report', NEW.comment_id, NULL, NEW.created_at, NEW.created_at
    FROM webhooks WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state = 'on'
      AND instr(events, ',report,') > 0 AND waiting < 1000;
  UPDATE webhooks SET waiting = waiting + 1, next_at = min(coalesce(next_at, NEW.created_at), NEW.created_at)
    WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state = 'on'
      AND instr(events, ',report,') > 0 AND waiting < 1000;
END;
--> statement-breakpoint
CREATE TRIGGER appeals_told AFTER INSERT ON appeals
WHEN EXISTS (SELECT 1 FROM webhooks WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id))
BEGIN
  UPDATE webhooks SET dropped = dropped + 1
    WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state = 'on'
      AND instr(events, ',appeal,') > 0 AND waiting >= 1000;
  INSERT INTO deliveries (webhook_id, message, event, comment_id, version, at, next_at)
    SELECT id, 'msg_' || lower(hex(randomblob(16))), 'appeal', NEW.comment_id, NEW.version, NEW.created_at, NEW.created_at
    FROM webhooks WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state = 'on'
      AND instr(events, ',appeal,') > 0 AND waiting < 1000;
  UPDATE webhooks SET waiting = waiting + 1, next_at = min(coalesce(next_at, NEW.created_at), NEW.created_at)
    WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state = 'on'
      AND instr(events, ',appeal,') > 0 AND waiting < 1000;
END;
