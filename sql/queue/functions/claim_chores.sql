create or replace function jobmachine.claim_chores(
  worker integer,
  names text[]
)
returns table (
  name text,
  run bigint
)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from jobmachine.worker w where w.id = claim_chores.worker) then
    raise exception 'worker % is not registered', claim_chores.worker
    using errcode = 'DJW01', hint = 'Register it first; a worker that was struck off must register again.';
  end if;
  return query
  update jobmachine.chore c
  set
    worker = claim_chores.worker,
    run = c.run + 1,
    started_at = clock_timestamp(),
    -- A worker stops it at its limit, and then has this time to say so.
    free_at = clock_timestamp() + c.time_limit + interval '30 seconds'
  from (
    select d.name
    from jobmachine.chore d
    where d.name = any (claim_chores.names)
      and d.part is not null
      and jobmachine.chore_due(d) <= now()
    for update skip locked
  ) as due
  where c.name = due.name
  returning c.name, c.run;
end
$$;

comment on function jobmachine.claim_chores is
  'Gives a worker those of these chores that are due and that no other one runs, and returns each with the
number of its run. Raises DJW01 if the worker is not registered.';
