create or replace function jobmachine.delete_many(
  ids bigint[]
)
returns table (
  id bigint,
  status jobmachine.status
)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
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
begin
  if cardinality(delete_many.ids) > 10000 then
    raise exception 'at most 10,000 jobs can be named at once (got %)', cardinality(delete_many.ids)
    using errcode = 'DJ400', hint = 'Name the others in another call.';
  end if;
  -- Takes the tally alone, before any row is locked, as retry_many does: deleted jobs are taken off it.
  perform jobmachine.lock_tally(alone => true);
  with ended as (
    delete from jobmachine.history h
    where h.id = any (delete_many.ids)
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
      and u.key = jobmachine.key_of(ended.environment -> 'unique', ended.arguments)
      and u.job = ended.id
  )
  select
    array_agg(ended.id), array_agg(ended.status), array_agg(ended.finished_at), array_agg(ended.queue),
    array_agg(ended.kind)
  into gone, fates, times, queues, kinds
  from ended;
  perform jobmachine.take_off_tally(times, queues, kinds, fates);

  delete from jobmachine.attempt a
  where a.job = any (gone);
  delete from jobmachine.log l
  where l.job = any (gone);
  delete from jobmachine.step s
  where s.job = any (gone);
  delete from jobmachine.sharer s
  where s.job = any (gone);
  delete from jobmachine.dependency d
  where d.job = any (gone)
    and d.lost_at is not null;

  return query
  select each.id, max(each.status)
  from (
    select unnest(delete_many.ids) as id, null::jobmachine.status as status
    union all
    select unnest(gone), unnest(fates)
  ) as each
  group by each.id
  order by each.id;
end
$$;

comment on function jobmachine.delete_many is
  'Deletes ended jobs with their attempts, log and steps, and returns the status that each had; null for one
that is live, that does not exist, or whose end the jobs that wait for it have yet to hear of: such a one
stays as it is. The figures of the tally stay, and files until their retention is over. The jobs that ended
because one of these did can be retried by themselves. Raises DJ400 for more than 10,000 ids, and DJ503 as
lock_tally does.';
