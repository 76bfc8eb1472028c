-- Run once in each new database, as superuser, before Odoo fills it.
-- unaccent: "nguyen" finds "Nguyễn"; Odoo indexes it only when it is immutable.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
ALTER FUNCTION unaccent(text) IMMUTABLE;
