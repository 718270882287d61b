create or replace function jobmachine.write_log(
  worker integer,
  id bigint,
  attempt integer,
  ages double precision[],
  levels text[],
  messages text[]
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  wrong record;
begin
  select line.number, line.level
  into wrong
  from unnest(write_log.levels, write_log.messages) with ordinality as line(level, message, number)
  where (line.level in ('trace', 'debug', 'info', 'notice', 'warning', 'error', 'critical')) is not true
  limit 1;
  if found then
    raise exception 'line % has no level of a log (got %)', wrong.number, coalesce(left(wrong.level, 60), 'null')
    using errcode = 'DJ400', hint = 'Use trace, debug, info, notice, warning, error or critical.';
  end if;
  -- The lock keeps lines of this attempt from appearing behind one of the next, where nobody would look for
  -- them.
  perform
  from jobmachine.job j
  where j.id = write_log.id
    and j.worker = write_log.worker
    and j.attempt = write_log.attempt
  for share;
  if not found then
    perform jobmachine.note_refusal('log');
    return null;
  end if;

  perform jobmachine.ensure_today();
  insert into jobmachine.log (job, at, attempt, level, message)
  select
    write_log.id,
    -- Keeps the time within today: another day may have no partition.
    greatest(
      clock_timestamp() - greatest(0, least(line.age, 86400)) * interval '1 second',
      date_trunc('day', clock_timestamp(), 'UTC')),
    write_log.attempt,
    line.level,
    coalesce(jobmachine.cut(line.message), '')
  from unnest(write_log.ages, write_log.levels, write_log.messages) with ordinality as line(age, level, message, number)
  order by line.number;
  return true;
end
$$;

comment on function jobmachine.write_log is
  'Adds lines to a job''s log, in their order: how many seconds ago each was logged, its level, and its
message, which is cut at 8 kB. Returns true, or null if the fence refused it.
Raises DJ400 for a line without one of the seven levels.';
