create or replace function jobmachine.retry_many(
  ids bigint[]
)
returns table (
  id bigint,
  status jobmachine.status
)
language sql
as $$
  -- Alone: two at a time could each wait for a row of the tally that the other one has.
  select jobmachine.lock_tally(alone => true);
  select one.id, jobmachine.retry(one.id)
  from (
    select distinct each.id
    from unnest(retry_many.ids) as each(id)
    order by each.id
  ) as one
$$;

comment on function jobmachine.retry_many is
  'Brings jobs back to the line, and returns the status of each, as retry does.';
