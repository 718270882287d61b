create or replace function jobmachine.tell_empty(
  queue text,
  worker integer
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
set enable_bitmapscan = off
as $$
begin
  if not exists (
    select
    from jobmachine.job j
    where j.queue = tell_empty.queue
      and j.worker is null
      and j.position is not null)
  then
    perform jobmachine.check_queue(tell_empty.queue);
    perform jobmachine.ring(tell_empty.queue, 'dry ' || tell_empty.worker);
  end if;
end
$$;

comment on function jobmachine.tell_empty is
  'Tells the other workers of a queue that a worker has left no job in its line, if so: they need not look for
what they were rung for before.';
