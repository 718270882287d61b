create or replace function djet.pgcrypto()
returns name
language sql
stable
as $$
  select n.nspname
  from pg_catalog.pg_extension e
  join pg_catalog.pg_namespace n on n.oid = e.extnamespace
  where e.extname = 'pgcrypto'
$$;

comment on function djet.pgcrypto is
  'Returns the schema in which pgcrypto is installed, so that nobody''s search path decides whose crypt() is '
  'called.';
