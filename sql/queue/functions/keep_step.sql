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
  if (octet_length(keep_step.name) between 1 and 500) is not true then
    raise exception 'a step''s name must have 1 to 500 bytes (got %)', coalesce(octet_length(keep_step.name)::text, 'null')
    using errcode = 'DJ400', hint = 'Give each step of a job a short name of its own.';
  end if;
  if keep_step.value is null then
    raise exception 'the value of the step “%” is null', keep_step.name
    using errcode = 'DJ400', hint = 'Use the JSON null for none: ''null''::jsonb.';
  end if;
  if octet_length(keep_step.value::text) > 65536 then
    perform jobmachine.check_reply('the value of a step', keep_step.value);
  end if;
  perform jobmachine.assert_held(keep_step.worker, keep_step.id, keep_step.attempt);
  insert into jobmachine.step (job, attempt, name, value)
  values (keep_step.id, keep_step.attempt, keep_step.name, keep_step.value);
end
$$;

comment on function jobmachine.keep_step is
  'Keeps the value that a step of a job returned, in the transaction that did the step. Raises DJF01, so that
the transaction cannot commit, if the job is no longer this worker''s in this attempt, and
program_limit_exceeded if the value is longer than reply_limit().';
