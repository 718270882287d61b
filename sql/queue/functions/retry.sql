create or replace function jobmachine.retry(
  id bigint
)
returns jobmachine.status
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  back bigint[];
  line text;
begin
  -- Waits while the job's minute is being counted: otherwise the job would be counted and not be taken off.
  -- Comes before any row is locked: a transaction that is alone with the tally may want the same row.
  perform jobmachine.lock_tally();
  perform jobmachine.check_inputs(retry.id);
  perform jobmachine.retake_key(retry.id);

  -- A job whose needs have failed is retried without them.
  if not exists (select from jobmachine.job j where j.id = retry.id) then
    delete from jobmachine.dependency d
    where d.job = retry.id
      and not exists (select from jobmachine.job j where j.id = d.needs);
  end if;
  back := array(select jobmachine.bring_back(array[retry.id], false));
  perform jobmachine.revive(back);

  if cardinality(back) = 0 then
    update jobmachine.job j
    set
      position = nextval('jobmachine.job_id_seq'),
      run_at = now()
    where j.id = retry.id
      and j.position is null
      and j.waiting_for = 0
    returning j.queue into line;
    perform jobmachine.ring(line), pg_notify('jobmachine.' || line || '.' || retry.id, '')
    where line is not null;
  end if;
  return (select j.status from jobmachine.jobs j where j.id = retry.id limit 1);
end
$$;

comment on function jobmachine.retry is
  'Brings a job that failed or was cancelled back to the line, with as many attempts as it had at first, and
with it those that ended because it did, which wait for it again; lets a scheduled one run now. Returns the
job''s status, which is entered if it was brought back, or waiting if it needs others that live. Null if there
is no such job. Raises DJ409, and changes nothing, if a file that it was given is no longer stored, and
unique_violation if another job has its key.';
