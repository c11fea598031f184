-- The ways in to the desk beside the one-time link, and what a person sees of their own sessions.

-- Passkeys (WebAuthn Level 3). `credential`: the id that the authenticator gave, base64url; `public_key`: its COSE key,
-- base64url; `counter`: how often it says it has signed, 0 for one that does not count; `is_synced`: whether it lives on more
-- devices than one; `stopped_at`: when it counted backwards, so that there may be a copy, and it opens nothing any more.
CREATE TABLE passkeys (
  id INTEGER PRIMARY KEY NOT NULL,
  person_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  credential TEXT NOT NULL,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  is_synced INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER,
  stopped_at INTEGER
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX passkeys_by_credential ON passkeys (credential);
--> statement-breakpoint
CREATE INDEX passkeys_of_person ON passkeys (person_id, id);
--> statement-breakpoint
-- Recovery codes by their SHA-256: 100 random bits each, good once. A used one stays for a while, so that its person is told.
CREATE TABLE recovery_codes (
  code_hash TEXT PRIMARY KEY NOT NULL,
  person_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER,
  told_at INTEGER
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX recovery_codes_of_person ON recovery_codes (person_id, used_at);
--> statement-breakpoint
CREATE INDEX recovery_codes_told ON recovery_codes (told_at) WHERE told_at IS NOT NULL;
--> statement-breakpoint
-- Of a desk session: the kind of browser in words of ours, such as `Firefox on Linux`, and the way in.
ALTER TABLE sessions ADD COLUMN browser TEXT;
--> statement-breakpoint
ALTER TABLE sessions ADD COLUMN way TEXT;
--> statement-breakpoint
-- Whom an organisation's OpenID issuer knows as which person at the desk.
CREATE TABLE desk_identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- When an issuer last said that somebody has this role; null for a role that was given here.
ALTER TABLE roles ADD COLUMN openid_at INTEGER;
--> statement-breakpoint
CREATE INDEX roles_by_openid ON roles (openid_at) WHERE openid_at IS NOT NULL;
