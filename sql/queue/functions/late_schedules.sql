create or replace function jobmachine.late_schedules(
  patience interval default '5 minutes'
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  select s.name, s.next_at, jsonb_build_object('queue', s.queue)
  from jobmachine.schedule s
  where s.paused_at is null
    and s.retired_at is null
    and s.next_at < now() - late_schedules.patience
    and not jobmachine.is_paused(s.queue)
$$;

comment on function jobmachine.late_schedules is
  'Returns the schedules that have been due for the patience, and that no worker has fired. See dead_workers
for the columns.';
