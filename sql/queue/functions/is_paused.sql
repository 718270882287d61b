create or replace function jobmachine.is_paused(
  queue text
)
returns boolean
language sql
stable
as $$
  select exists (
    select
    from jobmachine.queue q
    where q.name = any (jobmachine.branch_of(is_paused.queue))
      and q.paused_at is not null
  )
$$;

comment on function jobmachine.is_paused is 'Returns true if somebody has paused the queue, or one above it.';
