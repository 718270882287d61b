create or replace function jobmachine.ring(
  queue text,
  word text default ''
)
returns void
language plpgsql
as $$
declare
  above text := ring.queue;
begin
  -- JobQueue.rings(of:) says the same in Swift, which rings outside of functions and merges its rings: change
  -- both.
  perform pg_notify('jobmachine.' || ring.queue, ring.word);
  -- Workers of a branch hear its queues at its root.
  while strpos(above, '.') > 0 loop
    above := regexp_replace(above, '\.[^.]*$', '');
    perform pg_notify('jobmachine.' || above || '.*', rtrim(ring.queue || ' ' || ring.word));
  end loop;
end
$$;

comment on function jobmachine.ring is
  'Rings the workers of a queue, and those of the branches that it belongs to. The word tells them of what:
later if a job is not due yet.';
