create or replace function jobmachine.settle()
returns boolean
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  needed bigint[];
  waiting bigint[];
  live bigint[];
  dead record;
begin
  -- Nearly always there is none.
  if not exists (select from jobmachine.dependency d where not d.is_settled) then
    return true;
  end if;

  select coalesce(array_agg(open.needs), '{}'), coalesce(array_agg(open.job), '{}')
  into needed, waiting
  from (
    select d.needs, d.job
    from jobmachine.dependency d
    where not d.is_settled
    order by d.needs, d.job
    limit 10000
    for update skip locked
  ) as open;

  -- Whoever ends one of these from now on sees who waits for it. One that somebody else has locked may be about to end
  -- without having seen that: it is looked at again.
  live := array(
    select j.id
    from jobmachine.job j
    where j.id = any (needed)
    order by j.id
    for key share skip locked
  );
  update jobmachine.dependency d
  set is_settled = true
  from unnest(needed, waiting) as open(needs, job)
  where d.needs = open.needs
    and d.job = open.job
    and open.needs = any (live);

  for dead in
    select coalesce(h.status, 'error') as status, array_agg(gone.id) as ids
    from (
      select distinct need.id
      from unnest(needed) as need(id)
      where not need.id = any (live)
        and not exists (select from jobmachine.job j where j.id = need.id)
    ) as gone
    left join jobmachine.history h on h.id = gone.id
    group by 1
  loop
    if dead.status = 'finished' then
      perform jobmachine.let_go(dead.ids);
    else
      perform jobmachine.lose(dead.ids, dead.status);
    end if;
  end loop;
  return not exists (select from jobmachine.dependency d where not d.is_settled);
end
$$;

comment on function jobmachine.settle is
  'Sees to it that jobs that wait for others hear of their ends, though one of those may have ended while the transaction
was open that offloaded the job. Returns whether that is certain of all; if not, it is to be called again soon. A part of
promote.';
