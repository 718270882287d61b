create or replace function jobmachine.repeat_cancellations()
returns void
language plpgsql
as $$
declare
  asked record;
begin
  delete from jobmachine.cancellation c
  where c.job in (
    select e.job
    from jobmachine.cancellation e
    where (select true from jobmachine.job j where j.id = e.job) is null
    limit 10000
    for update skip locked
  );
  perform pg_notify('jobmachine:worker.' || holder.id, '')
  from (
    select distinct (select j.worker from jobmachine.job j where j.id = c.job) as id
    from jobmachine.cancellation c
  ) as holder
  where holder.id is not null;

  for asked in
    select c.job
    from jobmachine.cancellation c
    where (select j.worker is null from jobmachine.job j where j.id = c.job)
    order by c.requested_at, c.job
    limit 100
  loop
    -- Each job stands alone: one that cannot be cancelled stops no other.
    begin
      perform jobmachine.cancel(asked.job, '10 milliseconds');
    exception when others then
      raise warning 'cancelling job % is put off to the next beat: %', asked.job, sqlerrm using errcode = sqlstate;
    end;
  end loop;
end
$$;

comment on function jobmachine.repeat_cancellations is
  'Sees to requests to cancel that were committed too late for the report of their job''s worker: cancels jobs
that no worker has any more, rings the workers of those that run, and forgets those that have ended. Used by
do_chores.';
