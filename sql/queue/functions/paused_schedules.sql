create or replace function jobmachine.paused_schedules()
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  select s.name, s.paused_at, jsonb_build_object('why', s.paused_why)
  from jobmachine.schedule s
  where s.paused_by is null
    and s.paused_why is not null
    and s.retired_at is null
    -- One that begins paused waits for somebody to resume it.
    and s.paused_at > s.created_at
$$;

comment on function jobmachine.paused_schedules is
  'Returns the schedules that paused themselves, since their jobs were refused or their user was disabled. See
dead_workers for the columns.';
