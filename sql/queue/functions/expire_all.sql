create or replace function jobmachine.expire_all()
returns void
language plpgsql
as $$
declare
  -- From each queue to the next one: there are few, and there may be many rows.
  lines constant text[] := array(
    with recursive line as (
      select min(e.queue) as queue
      from jobmachine.expiry e
      union all
      select (select min(e.queue) from jobmachine.expiry e where e.queue > line.queue)
      from line
      where line.queue is not null
    )
    select line.queue
    from line
    where line.queue is not null);
  line text;
begin
  foreach line in array lines loop
    -- Each has its share, whatever comes to the others.
    perform jobmachine.expire(array[line], greatest(1000 / cardinality(lines), 1));
  end loop;
end
$$;

comment on function jobmachine.expire_all is
  'Cancels the jobs of all queues that had to begin by now and have not, some 1,000 of them: nobody looks for
those of a queue that no worker serves. Used by do_chores.';
