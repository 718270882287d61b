create or replace function jobmachine.drop_limit(
  queue text
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from jobmachine.queue_limit l
  where l.queue = drop_limit.queue;
  if not found then
    return false;
  end if;
  perform jobmachine.ring_branch(drop_limit.queue);
  return true;
end
$$;

comment on function jobmachine.drop_limit is
  'Removes the limits of a queue, and rings it and those below it. Returns false if it had none.';
