create or replace function jobmachine.promote(
  queues text[]
)
returns double precision
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (
    select p.next_in
    from jobmachine.promote_with(promote.queues, 0) p);
end
$$;

comment on function jobmachine.promote is
  'Cancels jobs that expire, gives due jobs their position in the line, fires due schedules, and returns in
how many seconds the next of these is due, or a rate lets waiting jobs begin: 0 if some have just joined, null
if there is none. It also frees, or ends, jobs whose needs ended unseen; while that is uncertain of one, it
returns at most 0.2 seconds: see promote_with. A failure there is a warning, and keeps no other job waiting.';
