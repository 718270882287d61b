create or replace function jobmachine.retry(
  id bigint
)
returns jobmachine.status
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  line text;
begin
  -- Not while its minute is being counted: it would be counted, and then not be taken off. Before any row is locked:
  -- whoever is alone with the tally may want the same row.
  perform jobmachine.lock_tally();
  with back as (
    delete from jobmachine.history h
    where h.id = retry.id
      and h.status in ('error', 'cancelled')
    returning h.*
  ), noted as (
    select back.*, jobmachine.note_retried(back.queue, back.kind, back.status, back.finished_at)
    from back
  )
  insert into jobmachine.job (
    id, position, run_at, offloaded_at, attempt, attempt_limit, priority, queue, kind, arguments, environment, error)
  select
    noted.id, nextval('jobmachine.job_id_seq'), now(), noted.offloaded_at, noted.attempt,
    -- As many as it had at first: the limit grows with each retry.
    noted.attempt + coalesce((noted.environment ->> 'attempts')::integer, noted.attempt_limit),
    noted.priority, noted.queue, noted.kind, noted.arguments,
    jsonb_build_object('attempts', noted.attempt_limit) || noted.environment, noted.error
  from noted
  returning queue into line;

  if line is null then
    update jobmachine.job j
    set
      position = nextval('jobmachine.job_id_seq'),
      run_at = now()
    where j.id = retry.id
      and j.position is null
      and j.waiting_for = 0
    returning j.queue into line;
  end if;

  if line is not null then
    perform pg_notify('jobmachine.' || line, '');
    perform pg_notify('jobmachine.' || line || '.' || retry.id, '');
  end if;
  return (select j.status from jobmachine.jobs j where j.id = retry.id limit 1);
end
$$;

comment on function jobmachine.retry is
  'Brings a job that failed or was cancelled back to the line, with as many attempts as it had at first; lets one that is scheduled run
now. Returns its status, which is entered if it was brought back. Null if there is no such job.';
