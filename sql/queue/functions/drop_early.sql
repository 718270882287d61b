create or replace function jobmachine.drop_early(
  status jobmachine.status,
  before timestamptz,
  patience interval default '500 milliseconds'
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  deadline constant timestamptz := clock_timestamp() + drop_early.patience;
  goal constant timestamptz := date_trunc('day', drop_early.before, 'UTC');
  mark timestamptz;
  next timestamptz;
begin
  -- Nearly always the day has been seen to. Nothing of the latest day is ever deleted: a later mark is of a
  -- time to which the clock had jumped.
  if exists (
    select
    from jobmachine.retention_mark m
    where m.status = drop_early.status
      and least(m.until, now() - interval '1 day') >= goal)
  then
    return;
  end if;
  -- One at a time, and alone with the tally, as in delete_many. Otherwise it is left to the next beat.
  perform
  from jobmachine.lock l
  where l.name = 'tally'
  for update skip locked;
  if not found then
    return;
  end if;
  select least(m.until, now() - interval '1 day')
  into mark
  from jobmachine.retention_mark m
  where m.status = drop_early.status;
  mark := coalesce(mark, '-infinity');

  while mark < goal loop
    -- The rows of any status count, so that a step is short however rare the status is.
    select h.finished_at
    into next
    from jobmachine.history h
    where h.finished_at > mark
      and h.finished_at < goal
    order by h.finished_at
    offset 999
    limit 1;
    next := coalesce(next, goal);
    perform jobmachine.delete_ended(
      array(
        select h.id
        from jobmachine.history h
        where h.finished_at > mark
          and h.finished_at <= next
          and h.status = drop_early.status),
      mark, next);
    mark := next;
    exit when clock_timestamp() >= deadline;
  end loop;
  insert into jobmachine.retention_mark as m (status, until)
  values (drop_early.status, mark)
  on conflict on constraint retention_mark_pkey do update
  set until = excluded.until;
end
$$;

comment on function jobmachine.drop_early is
  'Deletes the jobs of a status that ended on the days before that of a time, as far as its patience lasts;
the next call goes on there. Used by do_chores for a status that is kept for less time than the longest
retention. Jobs that are kept for so long go with their day.';
