-- Comments that came from other systems.

-- Which comment stands here for which of another system, so that nothing comes twice and old links go on working. It
-- outlives the comment: what was taken away here does not come back with the next import.
CREATE TABLE imported (
  site_id TEXT NOT NULL REFERENCES sites (id),
  format TEXT NOT NULL,
  foreign_id TEXT NOT NULL,
  comment_id INTEGER NOT NULL,
  PRIMARY KEY (site_id, format, foreign_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX imported_by_comment ON imported (comment_id);
--> statement-breakpoint
-- Who wrote them. `digest`: of the e-mail address in lower case, or else of what told them from others there.
CREATE TABLE imported_authors (
  site_id TEXT NOT NULL REFERENCES sites (id),
  format TEXT NOT NULL,
  digest TEXT NOT NULL,
  author_id INTEGER NOT NULL,
  PRIMARY KEY (site_id, format, digest)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX imported_authors_by_author ON imported_authors (author_id);
--> statement-breakpoint
-- Comments of an import under way that stood before what they answer; gone when it has ended. `comment`: as it was read, JSON.
CREATE TABLE imports_waiting (
  site_id TEXT NOT NULL REFERENCES sites (id),
  format TEXT NOT NULL,
  foreign_id TEXT NOT NULL,
  parent TEXT NOT NULL,
  comment TEXT NOT NULL,
  PRIMARY KEY (site_id, format, foreign_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX imports_waiting_by_parent ON imports_waiting (site_id, format, parent);
--> statement-breakpoint
-- The votes that a comment brought with it, of which nobody knows who gave them: `up_votes` and `down_votes` count them, too.
ALTER TABLE comments ADD COLUMN up_before INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN down_before INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE TRIGGER comments_votes_in AFTER INSERT ON comments WHEN NEW.up_before + NEW.down_before > 0
BEGIN
  UPDATE articles SET vote_count = vote_count + NEW.up_before + NEW.down_before WHERE id = NEW.article_id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_votes_out AFTER DELETE ON comments WHEN OLD.up_before + OLD.down_before > 0
BEGIN
  UPDATE articles SET vote_count = vote_count - OLD.up_before - OLD.down_before WHERE id = OLD.article_id;
END;
--> statement-breakpoint
-- Whether somebody came with an archive, into an installation that had its owner: the first of all others owns it.
ALTER TABLE people ADD COLUMN is_imported INTEGER NOT NULL DEFAULT 0;
