create or replace function jobmachine.cancel_many(
  ids bigint[]
)
returns table (
  id bigint,
  status jobmachine.status
)
language sql
as $$
  select one.id, jobmachine.cancel(one.id)
  from (
    select distinct each.id
    from unnest(cancel_many.ids) as each(id)
    order by each.id
  ) as one
$$;

comment on function jobmachine.cancel_many is
  'Cancels jobs, and returns the status of each, as cancel does.';
