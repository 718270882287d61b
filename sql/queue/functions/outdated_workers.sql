create or replace function jobmachine.outdated_workers(
  patience interval default '1 day'
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language plpgsql
stable
as $$
declare
  migrated_at timestamptz;
begin
  -- A database that psql alone migrated has no table of migrations.
  if to_regclass('jobmachine.migration') is null then
    return;
  end if;
  select max(m.applied_at) into migrated_at from jobmachine.migration m;
  if migrated_at < now() - outdated_workers.patience then
    return query
    select w.id::text, migrated_at, jsonb_build_object('host', w.host, 'pid', w.pid::text)
    from jobmachine.workers() w
    where w.is_alive
      and w.started_at < migrated_at;
  end if;
end
$$;

comment on function jobmachine.outdated_workers is
  'Returns the workers that are older than the last migration, if that was longer ago than the patience: their
program is of an earlier version. See dead_workers for the columns.';
