create or replace function jobmachine.bloated_tables(
  patience interval default '10 minutes'
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select
    t.relname::text, greatest(t.last_vacuum, t.last_autovacuum),
    jsonb_build_object(
      'dead', t.n_dead_tup::text, 'live', t.n_live_tup::text, 'table', t.relid::regclass::text,
      'size', pg_size_pretty(pg_total_relation_size(t.relid)))
  from pg_stat_user_tables t
  where t.schemaname = 'jobmachine'
    and t.n_dead_tup > greatest(50000, t.n_live_tup / 5)
    -- A new database has not been vacuumed yet. Its clock was first noted when it was made.
    and coalesce(greatest(t.last_vacuum, t.last_autovacuum), (select c.trusted from jobmachine.clock c))
      < now() - bloated_tables.patience
$$;

comment on function jobmachine.bloated_tables is
  'Returns the tables of the queue with more than 50,000 dead rows, and more than a fifth of the live ones,
that were not vacuumed within the patience. See dead_workers for the columns.';
