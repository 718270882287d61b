create or replace function jobmachine.outcomes(
  ids bigint[]
)
returns table (
  id bigint,
  queue text,
  status jobmachine.status,
  reply text,
  error text
)
language plpgsql
stable
-- To plan for each list anew, over all days, takes ten times as long as to look.
set plan_cache_mode = force_generic_plan
as $$
begin
  return query
  select j.id, j.queue, j.status, j.reply::text, j.error::text
  from jobmachine.jobs j
  where j.id = any (outcomes.ids);
end
$$;

comment on function jobmachine.outcomes is
  'How jobs stand, and what came of those that have ended: what whoever waits for them asks.';
