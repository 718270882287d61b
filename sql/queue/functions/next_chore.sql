create or replace function jobmachine.next_chore(
  names text[]
)
returns double precision
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  -- One that is due and still there is being claimed by somebody.
  select greatest(extract(epoch from min(jobmachine.chore_due(c)) - clock_timestamp()), 0.2)
  from jobmachine.chore c
  where c.name = any (next_chore.names)
    and c.part is not null
  having count(*) > 0
$$;

comment on function jobmachine.next_chore is
  'Returns in how many seconds the first of these chores can be claimed; null if there is none of them.';
