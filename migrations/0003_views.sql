-- How many readers have seen an article's page. It says nothing of what the thread shows, so no trigger raises the
-- article's revision with it.

ALTER TABLE articles ADD COLUMN view_count INTEGER NOT NULL DEFAULT 0;
