create or replace function jobmachine.wait_for(
  job bigint,
  needs bigint[]
)
returns integer
language plpgsql
as $$
declare
  live bigint[];
  lost bigint;
begin
  -- Locked, so that none of them ends between this look and the commit without seeing who waits for it.
  select coalesce(array_agg(needed.id), '{}')
  into live
  from (
    select j.id
    from jobmachine.job j
    where j.id = any (wait_for.needs)
    order by j.id
    for key share
  ) as needed;

  select need.id
  into lost
  from unnest(wait_for.needs) as need(id)
  where not need.id = any (live)
    and not exists (select from jobmachine.history h where h.id = need.id and h.status = 'finished')
  limit 1;

  if found then
    raise exception 'a job cannot wait for job %, which %', lost, coalesce(
      (select 'has ended as ' || h.status from jobmachine.history h where h.id = lost order by h.finished_at desc limit 1),
      'does not exist')
    using errcode = 'DJ409', hint = 'Retry that job first, or offload this one without it.';
  end if;

  insert into jobmachine.dependency (needs, job)
  select distinct need.id, wait_for.job
  from unnest(live) as need(id);
  return cardinality(live);
end
$$;

comment on function jobmachine.wait_for is
  'Notes which live jobs a new job waits for, and returns how many. A part of offload.';
