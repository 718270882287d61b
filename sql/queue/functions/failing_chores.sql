create or replace function jobmachine.failing_chores()
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  select c.name, c.started_at, jsonb_build_object('error', c.error)
  from jobmachine.chores c
  where c.error is not null
    and c.worker is null
$$;

comment on function jobmachine.failing_chores is
  'Returns the chores whose last run failed, since that run. See dead_workers for the columns.';
