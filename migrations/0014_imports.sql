-- What an import has put aside belongs to people, too: it is found by its author, without the address, and ends by itself.

-- What stands here has addresses in it; the import that put it aside begins anew in any case.
DELETE FROM imports_waiting;
--> statement-breakpoint
-- As in imported_authors: the digest of the address, or of what else told them from others there.
ALTER TABLE imports_waiting ADD COLUMN author TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE imports_waiting ADD COLUMN put_at INTEGER NOT NULL DEFAULT 0;
--> statement-breakpoint
CREATE INDEX imports_waiting_by_author ON imports_waiting (site_id, author);
--> statement-breakpoint
CREATE INDEX imports_waiting_by_time ON imports_waiting (put_at);
