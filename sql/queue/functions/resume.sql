create or replace function jobmachine.resume(
  queue text
)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from jobmachine.queue q
  where q.name = resume.queue
    and q.paused_at is not null;
  if not found then
    return false;
  end if;
  perform jobmachine.ring_branch(resume.queue);
  return true;
end
$$;

comment on function jobmachine.resume is
  'Lets workers claim from a paused queue again, and rings it and those below it. Returns false if it was not paused.';
