#!/usr/bin/env bash
# First start of the PostgreSQL container: Odoo's own role, without the rights of a
# superuser, and an empty database that sorts and searches Vietnamese rightly.
set -euo pipefail

secrets=${SECRETS:-/run/secrets}
here=${EXTENSIONS_DIR:-/etc/thuduc}

psql -v ON_ERROR_STOP=1 -d postgres -U "${POSTGRES_USER:-postgres}" \
    -v role="${ODOO_ROLE:-thuduc}" \
    -v name="${ODOO_DATABASE:-thuduc}" \
    -v password="$(<"$secrets/db_password")" \
    -v extensions="$here/extensions.sql" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE DATABASE :"name"
    OWNER :"role"
    TEMPLATE template0
    ENCODING 'UTF8'
    LOCALE_PROVIDER icu
    ICU_LOCALE 'vi-VN'
    LOCALE 'C.UTF-8';
\connect :"name"
\i :extensions
SQL
