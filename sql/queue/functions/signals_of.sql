create or replace function jobmachine.signals_of(
  job bigint
)
returns table (
  name text,
  ends_at timestamptz,
  timed_out_at timestamptz,
  sent_at timestamptz,
  sent_by text,
  is_parked boolean
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select s.name, null::timestamptz, null::timestamptz, s.sent_at, s.sent_by, false
  from jobmachine.sent_signal s
  where s.job = signals_of.job
  union all
  select w.name, w.ends_at, w.timed_out_at, null, null, j.id is not null
  from jobmachine.awaited_signal w
  left join jobmachine.job j
    on j.id = w.job and j.worker is null and j.position is null and j.waiting_for = 0 and j.run_at = w.ends_at
  where w.job = signals_of.job
  order by 4 nulls last, 2, 1
$$;

comment on function jobmachine.signals_of is
  'Returns the signals of a job, without their values: those that were sent, oldest first, then those that it
waits for, each with the time at which the wait is over. is_parked: the job does nothing until that signal
comes, or until then.';
