create or replace function jobmachine.settle(
  out is_certain boolean,
  out has_more boolean
)
language plpgsql
set lock_timeout = '500ms'
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  -- A worker's claim waits for this: so many cost it some 20 milliseconds.
  most constant integer := 500;
  reached bigint;
  blind bigint[];
  needed bigint[];
  places tid[];
  live bigint[];
  left_over bigint[] := '{}';
  are_counted boolean;
  dead record;
begin
  is_certain := true;
  has_more := false;
  -- Nearly always there is nothing to settle.
  if not exists (select from jobmachine.dependency d where not d.is_settled)
    and not exists (select from jobmachine.blind_end b)
    and not exists (select from jobmachine.group_tally t)
  then
    return;
  end if;
  -- One at a time: two would wait for rows that the other one has locked.
  select l.place
  into reached
  from jobmachine.lock l
  where l.name = 'settle'
  for update skip locked;
  if not found then
    is_certain := false;
    return;
  end if;

  with noted as (
    delete from jobmachine.blind_end b
    where b.job in (select e.job from jobmachine.blind_end e order by e.job limit 10000)
    returning b.job
  )
  select array_agg(noted.job)
  into blind
  from noted;

  -- Comes first, while nothing else is locked: release_dependents and lose lock rows in an order of their
  -- own.
  for dead in
    select
      coalesce((select h.status from jobmachine.history h where h.id = gone.id limit 1), 'error') as status,
      array_agg(gone.id order by gone.id) as ids
    from (
      (
        select distinct open.needs as id
        from (
          select d.needs
          from jobmachine.dependency d
          where not d.is_settled
            and d.needs > reached
          order by d.needs, d.job
          limit most
        ) as open
        where (select true from jobmachine.job j where j.id = open.needs) is null
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
      and d.needs > reached
    order by d.needs, d.job
    limit most
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
  -- The next one goes on from here: jobs that somebody keeps locked keep no others waiting, however many wait
  -- for them.
  has_more := coalesce(cardinality(needed) = most, false);
  update jobmachine.lock l
  set place = case
    when not has_more then 0
    when needed[most] = any (live) then needed[most] - 1
    else needed[most]
  end
  where l.name = 'settle'
    and (has_more or reached > 0);
  are_counted := jobmachine.settle_groups();
  is_certain := are_counted
    and not exists (
      select from jobmachine.dependency d where not d.is_settled and d.needs not in (select unnest(left_over)))
    and not exists (select from jobmachine.blind_end b where b.job not in (select unnest(left_over)));
  has_more := has_more and not is_certain;
end
$$;

comment on function jobmachine.settle is
  'Makes sure that jobs that wait for others hear of their ends, even of one that ended while the transaction
was open that offloaded the waiting job, and that groups end with their last job. is_certain: true if that is
certain of all; false if not, or if somebody else is settling, so that it is to be called again soon.
has_more: true if there was more than one call sees to, so that it is to be called again at once. A failure
for one of them is a warning, and tried again with the next beat. Used by promote_with and do_chores.';
