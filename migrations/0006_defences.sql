-- What keeps Parley standing on the open internet.

-- Proofs of work that were spent: each counts once. `digest`: of the challenge; `expires_at`: when it would no longer be
-- taken anyway, and the row can go.
CREATE TABLE spent_proofs (
  digest TEXT PRIMARY KEY NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX spent_proofs_by_end ON spent_proofs (expires_at);
--> statement-breakpoint
-- A person's links that would still open the desk, to be ended with their sessions.
CREATE INDEX links_unused_of_person ON links (person_id) WHERE used_at IS NULL;
