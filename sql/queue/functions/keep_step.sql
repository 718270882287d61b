create or replace function jobmachine.keep_step(
  worker integer,
  id bigint,
  attempt integer,
  name text,
  value jsonb
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  -- Locked, so that whoever takes the job away waits for this commit, and the next attempt finds the step.
  perform
  from jobmachine.job j
  where j.id = keep_step.id
    and j.worker = keep_step.worker
    and j.attempt = keep_step.attempt
  for share;
  if not found then
    raise exception 'job % is no longer worker %''s in the attempt that does the step', keep_step.id, keep_step.worker
    using errcode = 'DJF01', hint = 'Another worker has it, or it has been cancelled: the step is undone.';
  end if;

  insert into jobmachine.step (job, attempt, name, value)
  values (keep_step.id, keep_step.attempt, keep_step.name, keep_step.value);
end
$$;

comment on function jobmachine.keep_step is
  'Keeps what a step of a job returned, in the transaction that did the step. If the job is no longer this worker''s in this
attempt it raises DJF01, so that the transaction cannot commit.';
