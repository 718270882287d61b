create or replace function jobmachine.limits_of(
  queue text
)
returns setof jobmachine.queue_limit
language sql
stable
as $$
  select l.*
  from jobmachine.queue_limit l
  where l.queue = any (jobmachine.branch_of(limits_of.queue))
$$;

comment on function jobmachine.limits_of is
  'Returns the limits that hold for a queue: its own, and those of the queues above it.';
