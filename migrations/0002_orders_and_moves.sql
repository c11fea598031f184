-- Orders by votes and by replies, articles that move, and pages that claim another page's address.

-- `moved_to`: the article that this key leads to; its comments are there. It never leads to one that moved on.
-- `anew_in`: the revision at which comments came or went otherwise than by being posted or ruled on; who saw an earlier
-- one must read the thread again. `location_count`: pages of other addresses whose readers wrote here;
-- `locations_accepted`: how many of them an owner found right.
ALTER TABLE articles ADD COLUMN moved_to INTEGER REFERENCES articles (id);
--> statement-breakpoint
-- The article that the comments of this one are on their way to, until all have come.
ALTER TABLE articles ADD COLUMN moving_to INTEGER REFERENCES articles (id);
--> statement-breakpoint
ALTER TABLE articles ADD COLUMN anew_in INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE articles ADD COLUMN vote_count INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE articles ADD COLUMN location_count INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE articles ADD COLUMN locations_accepted INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE INDEX articles_moved ON articles (moved_to) WHERE moved_to IS NOT NULL;
--> statement-breakpoint
CREATE INDEX articles_moving ON articles (moving_to) WHERE moving_to IS NOT NULL;
--> statement-breakpoint
CREATE INDEX articles_by_size ON articles (site_id, comment_count, id) WHERE moved_to IS NULL;
--> statement-breakpoint
CREATE INDEX articles_claimed ON articles (site_id, location_count) WHERE location_count >= 3;
--> statement-breakpoint
-- A page that named another address as its canonical one, under which its comments then stand.
CREATE TABLE locations (
  id INTEGER PRIMARY KEY NOT NULL,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  key TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT,
  created_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX locations_by_key ON locations (article_id, key);
--> statement-breakpoint
CREATE TRIGGER locations_counted_in AFTER INSERT ON locations
BEGIN
  UPDATE articles SET location_count = location_count + 1 WHERE id = NEW.article_id;
END;
--> statement-breakpoint
CREATE TRIGGER locations_moved AFTER UPDATE OF article_id ON locations WHEN OLD.article_id <> NEW.article_id
BEGIN
  UPDATE articles SET location_count = location_count - 1 WHERE id = OLD.article_id;
  UPDATE articles SET location_count = location_count + 1 WHERE id = NEW.article_id;
END;
--> statement-breakpoint
CREATE TRIGGER locations_counted_out AFTER DELETE ON locations
BEGIN
  UPDATE articles SET location_count = location_count - 1 WHERE id = OLD.article_id;
END;
--> statement-breakpoint
-- The page a comment was written on, where it named another address as its canonical one.
ALTER TABLE comments ADD COLUMN location_id INTEGER REFERENCES locations (id);
--> statement-breakpoint
CREATE INDEX comments_by_location ON comments (location_id) WHERE location_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN up_votes INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
ALTER TABLE comments ADD COLUMN down_votes INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
-- The lower bound of the Wilson score interval of the votes, in millionths; written with the vote.
ALTER TABLE comments ADD COLUMN helpfulness INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE INDEX comments_roots_helpful ON comments (article_id, helpfulness, id) WHERE parent_id IS NULL AND is_shown = 1;
--> statement-breakpoint
CREATE INDEX comments_roots_discussed ON comments (article_id, reply_count, id) WHERE parent_id IS NULL AND is_shown = 1;
--> statement-breakpoint
-- One vote for each reader and comment.
CREATE TABLE votes (
  comment_id INTEGER NOT NULL REFERENCES comments (id),
  author_id INTEGER NOT NULL REFERENCES authors (id),
  value INTEGER NOT NULL CHECK (value IN (-1, 1)),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (comment_id, author_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX votes_by_author ON votes (author_id, comment_id);
--> statement-breakpoint
CREATE TRIGGER votes_counted_in AFTER INSERT ON votes
BEGIN
  UPDATE comments SET up_votes = up_votes + (NEW.value = 1), down_votes = down_votes + (NEW.value = -1)
    WHERE id = NEW.comment_id;
  UPDATE articles SET vote_count = vote_count + 1 WHERE id = (SELECT article_id FROM comments WHERE id = NEW.comment_id);
END;
--> statement-breakpoint
CREATE TRIGGER votes_recounted AFTER UPDATE OF value ON votes WHEN OLD.value <> NEW.value
BEGIN
  UPDATE comments SET up_votes = up_votes + (NEW.value = 1) - (OLD.value = 1),
    down_votes = down_votes + (NEW.value = -1) - (OLD.value = -1)
    WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER votes_counted_out AFTER DELETE ON votes
BEGIN
  UPDATE comments SET up_votes = up_votes - (OLD.value = 1), down_votes = down_votes - (OLD.value = -1)
    WHERE id = OLD.comment_id;
  UPDATE articles SET vote_count = vote_count - 1 WHERE id = (SELECT article_id FROM comments WHERE id = OLD.comment_id);
END;
--> statement-breakpoint
CREATE TRIGGER comments_moved AFTER UPDATE OF article_id ON comments WHEN OLD.article_id <> NEW.article_id
BEGIN
  UPDATE articles SET revision = revision + OLD.is_shown, comment_count = comment_count - (OLD.status = 'published'),
    vote_count = vote_count - OLD.up_votes - OLD.down_votes
    WHERE id = OLD.article_id;
  UPDATE articles SET revision = revision + NEW.is_shown, comment_count = comment_count + (NEW.status = 'published'),
    vote_count = vote_count + NEW.up_votes + NEW.down_votes
    WHERE id = NEW.article_id;
  UPDATE comments SET changed_in = (SELECT revision FROM articles WHERE id = NEW.article_id)
    WHERE id = NEW.id AND NEW.is_shown = 1;
END;
