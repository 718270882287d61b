create or replace function jobmachine.is_paused(
  queue text
)
returns boolean
language plpgsql
stable
as $$
begin
  return exists (
    select
    from jobmachine.queue q
    where q.name = any (jobmachine.branch_of(is_paused.queue))
      and q.paused_at is not null);
end
$$;

comment on function jobmachine.is_paused is 'Returns true if somebody has paused the queue, or one above it.';
