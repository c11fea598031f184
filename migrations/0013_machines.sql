-- A webhook that is dead, not one that is gone or paused, keeps what happens meanwhile, as much as there is room for: when its
-- owner turns it on again it is sent what it has missed.
DROP TRIGGER rulings_told;
--> statement-breakpoint
DROP TRIGGER edits_told;
--> statement-breakpoint
DROP TRIGGER reports_told;
--> statement-breakpoint
DROP TRIGGER appeals_told;
--> statement-breakpoint
CREATE TRIGGER rulings_told AFTER INSERT ON rulings
WHEN EXISTS (SELECT 1 FROM webhooks WHERE site_id = NEW.site_id)
  AND NEW.from_status <> NEW.to_status AND (NEW.from_status <> 'none'
    OR (SELECT source FROM comments WHERE id = NEW.comment_id) IS NULL)
BEGIN
  UPDATE webhooks SET dropped = dropped + 1
    WHERE site_id = NEW.site_id AND state IN ('on', 'dead')
      AND instr(events, ',' || NEW.to_status || ',') > 0 AND waiting >= 1000;
  INSERT INTO deliveries (webhook_id, message, event, comment_id, version, at, next_at)
    SELECT id, 'msg_' || lower(hex(randomblob(16))), NEW.to_status, NEW.comment_id, NEW.version, NEW.at, NEW.at
    FROM webhooks WHERE site_id = NEW.site_id AND state IN ('on', 'dead')
      AND instr(events, ',' || NEW.to_status || ',') > 0 AND waiting < 1000;
  UPDATE webhooks SET waiting = waiting + 1, next_at = min(coalesce(next_at, NEW.at), NEW.at)
    WHERE site_id = NEW.site_id AND state IN ('on', 'dead')
      AND instr(events, ',' || NEW.to_status || ',') > 0 AND waiting < 1000;
END;
--> statement-breakpoint
CREATE TRIGGER edits_told AFTER INSERT ON rulings
WHEN EXISTS (SELECT 1 FROM webhooks WHERE site_id = NEW.site_id)
  AND NEW.from_status = NEW.to_status AND NEW.ruling IN ('edit', 'revise')
BEGIN
  UPDATE webhooks SET dropped = dropped + 1
    WHERE site_id = NEW.site_id AND state IN ('on', 'dead')
      AND instr(events, ',edited,') > 0 AND waiting >= 1000;
  INSERT INTO deliveries (webhook_id, message, event, comment_id, version, at, next_at)
    SELECT id, 'msg_' || lower(hex(randomblob(16))), 'edited', NEW.comment_id, NEW.version, NEW.at, NEW.at
    FROM webhooks WHERE site_id = NEW.site_id AND state IN ('on', 'dead')
      AND instr(events, ',edited,') > 0 AND waiting < 1000;
  UPDATE webhooks SET waiting = waiting + 1, next_at = min(coalesce(next_at, NEW.at), NEW.at)
    WHERE site_id = NEW.site_id AND state IN ('on', 'dead')
      AND instr(events, ',edited,') > 0 AND waiting < 1000;
END;
--> statement-breakpoint
CREATE TRIGGER reports_told AFTER INSERT ON reports
WHEN EXISTS (SELECT 1 FROM webhooks WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id))
BEGIN
  UPDATE webhooks SET dropped = dropped + 1
    WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state IN ('on', 'dead')
      AND instr(events, ',report,') > 0 AND waiting >= 1000;
  INSERT INTO deliveries (webhook_id, message, event, comment_id, version, at, next_at)
    SELECT id, 'msg_' || lower(hex(randomblob(16))), 'report', NEW.comment_id, NULL, NEW.created_at, NEW.created_at
    FROM webhooks WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state IN ('on', 'dead')
      AND instr(events, ',report,') > 0 AND waiting < 1000;
  UPDATE webhooks SET waiting = waiting + 1, next_at = min(coalesce(next_at, NEW.created_at), NEW.created_at)
    WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state IN ('on', 'dead')
      AND instr(events, ',report,') > 0 AND waiting < 1000;
END;
--> statement-breakpoint
CREATE TRIGGER appeals_told AFTER INSERT ON appeals
WHEN EXISTS (SELECT 1 FROM webhooks WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id))
BEGIN
  UPDATE webhooks SET dropped = dropped + 1
    WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state IN ('on', 'dead')
      AND instr(events, ',appeal,') > 0 AND waiting >= 1000;
  INSERT INTO deliveries (webhook_id, message, event, comment_id, version, at, next_at)
    SELECT id, 'msg_' || lower(hex(randomblob(16))), 'appeal', NEW.comment_id, NEW.version, NEW.created_at, NEW.created_at
    FROM webhooks WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state IN ('on', 'dead')
      AND instr(events, ',appeal,') > 0 AND waiting < 1000;
  UPDATE webhooks SET waiting = waiting + 1, next_at = min(coalesce(next_at, NEW.created_at), NEW.created_at)
    WHERE site_id = (SELECT site_id FROM comments WHERE id = NEW.comment_id) AND state IN ('on', 'dead')
      AND instr(events, ',appeal,') > 0 AND waiting < 1000;
END;
--> statement-breakpoint
-- Erasures that an owner has begun and that are not done yet: whoever leaves the page, or a server that stops, does not end
-- them. `leased_until`: until then somebody is at it.
CREATE TABLE erasures_due (
  author_id INTEGER PRIMARY KEY NOT NULL,
  site_id TEXT NOT NULL,
  person_id INTEGER,
  begun_at INTEGER NOT NULL,
  leased_until INTEGER NOT NULL DEFAULT 0
) STRICT;
--> statement-breakpoint
CREATE INDEX erasures_due_by_site ON erasures_due (site_id);
--> statement-breakpoint
CREATE INDEX erasures_due_by_lease ON erasures_due (leased_until);
