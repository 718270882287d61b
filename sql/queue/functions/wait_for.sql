create or replace function jobmachine.wait_for(
  job bigint,
  needs bigint[],
  ends bigint[] default null
)
returns integer
language plpgsql
as $$
declare
  wanted bigint[];
  live bigint[];
  lost bigint;
  ended jobmachine.history;
begin
  -- Such arrays cannot be put behind one another.
  if array_ndims(wait_for.needs) > 1 or array_ndims(wait_for.ends) > 1 then
    needs := array(select unnest(wait_for.needs));
    ends := array(select unnest(wait_for.ends));
  end if;
  if cardinality(wait_for.needs || wait_for.ends) > 10000 then
    raise exception 'a job can wait for at most 10,000 others (got %)', cardinality(wait_for.needs || wait_for.ends)
    using errcode = 'DJ400', hint = 'Offload a job that waits for some of them, and wait for that one.';
  end if;
  wanted := array(
    select distinct need.id from unnest(wait_for.needs || wait_for.ends) as need(id) where need.id is not null);

  -- Takes no lock: a transaction that stays open must not keep other people's jobs from ending. A job that
  -- ends before the commit does not see who waits for it; settle looks after that.
  live := array(select j.id from jobmachine.job j where j.id = any (wanted));

  select need.id
  into lost
  from unnest(wanted) as need(id)
  where not need.id = any (live)
    and not exists (
      select from jobmachine.history h
      where h.id = need.id
        and (h.status = 'finished' or (need.id in (select unnest(wait_for.needs))) is not true))
  limit 1;

  if found then
    select h.*
    into ended
    from jobmachine.history h
    where h.id = lost
    order by h.finished_at desc
    limit 1;
    if not found then
      raise exception 'a job cannot wait for job %, which does not exist', lost
      using errcode = 'DJ409', hint = 'Check the ticket, or offload this one without it.';
    end if;
    raise exception 'a job cannot wait for %.%, which has ended as %', ended.queue, lost, ended.status
    using errcode = 'DJ409', hint = 'Retry that job first, or offload this one without it.';
  end if;

  -- One that is in both must finish.
  insert into jobmachine.dependency (needs, job, is_settled, on_end)
  select need.id, wait_for.job, false, (need.id in (select unnest(wait_for.needs))) is not true
  from unnest(live) as need(id);
  return cardinality(live);
end
$$;

comment on function jobmachine.wait_for is
  'Notes the live jobs that a new job waits for, until they finish (needs) or end (ends), and returns how
many. Raises DJ400 for more than 10,000, and DJ409 for one that does not exist, or of needs that ended
otherwise than finished. Used by offload.';
