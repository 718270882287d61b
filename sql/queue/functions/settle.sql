create or replace function jobmachine.settle()
returns boolean
language plpgsql
set lock_timeout = '500ms'
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  blind bigint[];
  needed bigint[];
  places tid[];
  live bigint[];
  left_over bigint[] := '{}';
  are_counted boolean;
  dead record;
begin
  -- Nearly always there is nothing to settle.
  if not exists (select from jobmachine.dependency d where not d.is_settled)
    and not exists (select from jobmachine.blind_end b)
    and not exists (select from jobmachine.group_tally t)
  then
    return true;
  end if;
  -- One at a time: two would wait for rows that the other one has locked.
  perform
  from jobmachine.lock l
  where l.name = 'settle'
  for update skip locked;
  if not found then
    return false;
  end if;

  with noted as (
    delete from jobmachine.blind_end b
    where b.job in (select e.job from jobmachine.blind_end e order by e.job limit 10000)
    returning b.job
  )
  select array_agg(noted.job)
  into blind
  from noted;

  -- Comes first, while nothing else is locked: release_dependents and lose lock rows in an order of their own.
  for dead in
    select
      coalesce((select h.status from jobmachine.history h where h.id = gone.id limit 1), 'error') as status,
      array_agg(gone.id order by gone.id) as ids
    from (
      (
        select distinct d.needs as id
        from jobmachine.dependency d
        where not d.is_settled
          and (select true from jobmachine.job j where j.id = d.needs) is null
        limit 10000
      )
      union
      select each.id
      from unnest(blind) as each(id)
      where (select true from jobmachine.job j where j.id = each.id) is null
    ) as gone
    group by 1
  loop
    left_over := left_over || jobmachine.settle_ends(dead.ids, dead.status);
  end loop;

  select array_agg(open.needs), array_agg(open.place)
  into needed, places
  from (
    select d.needs, d.ctid as place
    from jobmachine.dependency d
    where not d.is_settled
    order by d.needs, d.job
    limit 10000
    for update skip locked
  ) as open;
  -- A transaction that ends one of these from now on sees who waits for it, unless it has an older snapshot:
  -- see blind_end. A job that somebody else has locked may be about to end without having seen that: it is
  -- looked at again.
  live := array(
    select j.id
    from jobmachine.job j
    where j.id = any (needed)
    for key share skip locked
  );
  update jobmachine.dependency d
  set is_settled = true
  where d.ctid = any (array(
    select unnest(array_agg(open.place) filter (where open.needs in (select unnest(live))))
    from unnest(needed, places) as open(needs, place)));
  are_counted := jobmachine.settle_groups();
  return are_counted
    and not exists (
      select from jobmachine.dependency d where not d.is_settled and d.needs not in (select unnest(left_over)))
    and not exists (select from jobmachine.blind_end b where b.job not in (select unnest(left_over)));
end
$$;

comment on function jobmachine.settle is
  'Makes sure that jobs that wait for others hear of their ends, even of one that ended while the transaction
was open that offloaded the waiting job, and that groups end with their last job. Returns true if that is
certain of all; false if not, or if somebody else is settling, so that it is to be called again soon. A failure
for one of them is a warning, and tried again with the next beat. Used by promote and do_chores.';
