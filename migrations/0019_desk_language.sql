-- The language that somebody has chosen for the desk, as its locale is called; null while the browser says it.
ALTER TABLE people ADD COLUMN language TEXT;
