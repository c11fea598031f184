-- Where the widget was seen: of pages, not of who looked at them. `seen_at` and `refused_at` are the beginning of the hour,
-- ms UTC; an origin that is none of the site's has only the second.
CREATE TABLE sightings (
  site_id TEXT NOT NULL REFERENCES sites (id),
  origin TEXT NOT NULL,
  seen_at INTEGER,
  refused_at INTEGER,
  PRIMARY KEY (site_id, origin)
) STRICT, WITHOUT ROWID;
