create or replace function jobmachine.ring_branch(
  root text
)
returns void
language sql
as $$
  select jobmachine.ring(line.queue)
  from (
    select ring_branch.root as queue
    union
    select l.queue
    from jobmachine.lines() l
    where starts_with(l.queue, ring_branch.root || '.')
  ) as line
$$;

comment on function jobmachine.ring_branch is
  'Rings a queue, and those below it that have jobs.';
