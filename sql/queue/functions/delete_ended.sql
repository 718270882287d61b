create or replace function jobmachine.delete_ended(
  ids bigint[],
  since timestamptz default '-infinity',
  until timestamptz default 'infinity'
)
returns table (
  id bigint,
  status jobmachine.status
)
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
declare
  gone bigint[];
  fates jobmachine.status[];
  times timestamptz[];
  queues text[];
  kinds text[];
  first timestamptz;
  last timestamptz;
begin
  with ended as (
    delete from jobmachine.history h
    where h.id = any (delete_ended.ids)
      and h.finished_at between delete_ended.since and delete_ended.until
      -- Jobs that wait for it are yet to hear how it ended: settle looks that up.
      and (
        select true from jobmachine.dependency d where d.needs = h.id and d.lost_at is null limit 1) is null
    returning h.*
  ), freed as (
    -- A key may be kept beyond its job's end: it would lead to a job that does not exist.
    delete from jobmachine.unique_key u
    using ended
    where ended.environment ? 'unique'
      and u.kind = ended.kind
      and u.key = jobmachine.key_of(jobmachine.rule_of(ended.environment), ended.arguments)
      and u.job = ended.id
  )
  select
    array_agg(ended.id), array_agg(ended.status), array_agg(ended.finished_at), array_agg(ended.queue),
    array_agg(ended.kind),
    min(ended.offloaded_at) - interval '1 day', max(ended.finished_at) + interval '1 day'
  into gone, fates, times, queues, kinds, first, last
  from ended;
  perform jobmachine.take_off_tally(times, queues, kinds, fates);

  -- Looks at the days of these jobs alone. Rows that a jump of the clock put elsewhere go with their day.
  delete from jobmachine.attempt a
  where a.job = any (gone)
    and a.ended_at between first and last;
  delete from jobmachine.log l
  where l.job = any (gone)
    and l.at between first and last;
  delete from jobmachine.step s
  where s.job = any (gone);
  delete from jobmachine.sent_signal s
  where s.job = any (gone);
  delete from jobmachine.awaited_signal w
  where w.job = any (gone);
  delete from jobmachine.sharer s
  where s.job = any (gone);
  delete from jobmachine.dependency d
  where d.job = any (gone)
    and d.lost_at is not null;

  return query
  select each.id, each.status
  from unnest(gone, fates) as each(id, status);
end
$$;

comment on function jobmachine.delete_ended is
  'Deletes ended jobs with their attempts, log, steps and signals, and returns those that are gone, each with
the status that it had. since and until: the time in which they ended, as far as the caller knows. A job whose
end the jobs that wait for it have yet to hear of stays. Used by delete_many and drop_early, which hold
lock_tally.';
