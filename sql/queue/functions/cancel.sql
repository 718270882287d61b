create or replace function jobmachine.cancel(
  id bigint,
  patience interval default null
)
returns jobmachine.status
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '10s'
as $$
declare
  found_job record;
begin
  if cancel.patience is not null then
    perform set_config(
      'lock_timeout',
      ceil(extract(epoch from least(greatest(cancel.patience, interval '1 ms'), interval '10 s')) * 1000)::text, true);
  end if;
  loop
    begin
      select j.worker, j.queue
      into found_job
      from jobmachine.job j
      where j.id = cancel.id;
      if not found then
        return (select h.status from jobmachine.history h where h.id = cancel.id order by h.finished_at desc limit 1);
      elsif found_job.worker is not null then
        -- Locks nothing that the worker needs: this transaction may stay open for long.
        insert into jobmachine.cancellation (job)
        values (cancel.id)
        on conflict do nothing;
        perform pg_notify('jobmachine:worker.' || found_job.worker, '');
        return 'processing';
      end if;

      -- Locks the job's dependencies before the job, as jobs that end meanwhile do.
      perform
      from jobmachine.dependency d
      where d.job = cancel.id
      order by d.needs
      for update;
      perform
      from jobmachine.job j
      where j.id = cancel.id
        and j.worker is null
      for update;
      if found then
        perform jobmachine.end_job(cancel.id, 'cancelled', null);
        perform pg_notify('jobmachine.' || found_job.queue || '.' || cancel.id, '');
        return 'cancelled';
      end if;
      -- A worker has claimed it meanwhile, or it has ended. The error gives the locks back.
      raise sqlstate 'DJ000';
    exception
      when sqlstate 'DJ000' then
        continue;
      when lock_not_available then
        raise exception 'job %, or one that waits for it, is kept locked by another session', cancel.id
        using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
    end;
  end loop;
end
$$;

comment on function jobmachine.cancel is
  'Cancels a job that does not run yet, or asks the worker of one that runs to stop it. Returns cancelled, or
processing if the worker has been asked, or the status with which the job had ended before. Null if there is
no such job. A request to a worker locks nothing that the job needs to go on or to end. Raises DJ503 if
somebody else keeps the job locked for longer than the patience, which is 10 seconds unless a shorter one is
given.';
