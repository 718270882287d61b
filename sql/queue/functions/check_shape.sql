-- A trigger, not a constraint: the expressions of constraints are read and planned anew for each statement,
-- which would cost half a millisecond for each offload. Not for updates: a claim would lock each row twice.
create or replace function jobmachine.check_shape()
returns trigger
language plpgsql
as $$
declare
  admitted jobmachine.job;
  known constant text[] := '{user,tenant,locale,trace,timeout,expires,tags,note,limitKey,unique,group,outcome,schedule,
    begun,attempts}';
  strange text;
begin
  if not jobmachine.is_environment(new.environment) then
    raise exception 'the environment of a job is an object with user, locale and trace, not %', left(new.environment::text, 100)
    using
      errcode = 'check_violation', constraint = 'job_environment_has_its_shape', table = tg_table_name,
      hint = 'Such as {"user": "helen", "locale": "da-DK", "trace": {"traceparent": "…"}}.';
  end if;
  if octet_length(new.environment::text) > 65536 and not jobmachine.is_short_environment(new.environment) then
    raise exception 'the environment of a job is longer than 64 kB as text'
    using errcode = 'check_violation', constraint = 'job_environment_is_short', table = tg_table_name;
  end if;
  -- A job that is retried has attempts: older versions let other keys in.
  if new.environment - known <> '{}' and not new.environment ? 'attempts' then
    select min(one.key) into strange from jsonb_object_keys(new.environment - known) as one(key);
    raise exception 'the environment of a job has no “%”', left(strange, 60)
    using errcode = 'DJ400',
      hint = 'It may have user, tenant, locale, trace, timeout, expires, tags, note, limitKey, unique and group.';
  end if;
  if new.progress is not null and not jobmachine.is_progress(new.progress) then
    raise exception 'the progress of a job is an object with done, of and note, not %', left(new.progress::text, 100)
    using errcode = 'check_violation', constraint = 'job_progress_has_its_shape', table = tg_table_name;
  end if;
  if new.environment ?| '{timeout,expires,tags,tenant,note,limitKey}' then
    perform jobmachine.check_terms(new.environment);
  end if;
  if new.environment ? 'expires' then
    -- As its offloader meant it: the session of a worker has another zone, and another today.
    new.environment := new.environment || jsonb_build_object(
      'expires', jobmachine.time_text((new.environment ->> 'expires')::timestamptz));
  end if;
  if new.environment ? 'unique' then
    admitted := jobmachine.admit(new);
    if admitted.id is null then
      return null;
    end if;
  end if;
  if new.environment ? 'group' then
    perform jobmachine.join_group(new.id, new.environment -> 'group');
  end if;
  if new.environment ? 'expires' then
    perform jobmachine.keep_expiry(new.id, new.queue, new.environment);
  end if;
  return new;
end
$$;

comment on function jobmachine.check_shape is
  'Refuses a job whose environment or progress has not the shape that workers and pages read, or whose
environment is longer than 64 kB or has a key that nothing reads. Leaves out a unique job whose key another
one has.';
