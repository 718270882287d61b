create or replace function jobmachine.take_off_tally(
  finished_at timestamptz[],
  queues text[],
  kinds text[],
  statuses jobmachine.status[]
)
returns void
language sql
as $$
  with counted as (
    select span.name as span, date_trunc(span.name, ended.finished_at, 'UTC') as since,
      ended.queue, ended.kind, ended.status, count(*) as amount
    from unnest(
      take_off_tally.finished_at, take_off_tally.queues, take_off_tally.kinds, take_off_tally.statuses)
      as ended(finished_at, queue, kind, status)
    cross join unnest('{minute,hour,day}'::text[]) as span(name)
    where ended.finished_at < (select m.until from jobmachine.tally_mark m)
    group by 1, 2, 3, 4, 5
  )
  update jobmachine.tally t
  set retried = t.retried + counted.amount
  from counted
  where t.span = counted.span
    and t.since = counted.since
    and t.queue = counted.queue
    and t.kind = counted.kind
    and t.status = counted.status
$$;

comment on function jobmachine.take_off_tally is
  'Notes in the tally that ended jobs, given by parallel arrays, have left the history. Used by bring_back and
delete_ended, which hold lock_tally.';
