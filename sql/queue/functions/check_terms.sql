create or replace function jobmachine.check_terms(
  environment jsonb
)
returns void
language plpgsql
as $$
declare
  fault text;
begin
  fault := case
    when check_terms.environment ? 'timeout' and (
      jsonb_typeof(check_terms.environment -> 'timeout') = 'number'
      and (check_terms.environment ->> 'timeout')::numeric between 0.001 and 315576000) is not true
      then 'the timeout of a job must be between a millisecond and ten years, in seconds'
    when check_terms.environment ? 'tags' and (
      jsonb_typeof(check_terms.environment -> 'tags') = 'array'
      and jsonb_array_length(check_terms.environment -> 'tags') between 1 and 20
      and not check_terms.environment @? 'strict $.tags[*] ? (@.type() <> "string" || !(@ like_regex "^.{1,60}$" flag "s"))')
      is not true
      then 'the tags of a job must be 1 to 20 texts of 1 to 60 characters'
    when check_terms.environment ? 'tenant' and (
      jsonb_typeof(check_terms.environment -> 'tenant') = 'string'
      and length(check_terms.environment ->> 'tenant') between 1 and 60) is not true
      then 'the tenant of a job must be a text of 1 to 60 characters'
    when check_terms.environment ? 'limitKey' and (
      jsonb_typeof(check_terms.environment -> 'limitKey') = 'string'
      and length(check_terms.environment ->> 'limitKey') between 1 and 100) is not true
      then 'the limitKey of a job must be a text of 1 to 100 characters'
    when check_terms.environment ? 'note' and (
      jsonb_typeof(check_terms.environment -> 'note') = 'string'
      and length(check_terms.environment ->> 'note') between 1 and 1000) is not true
      then 'the note of a job must be a text of 1 to 1,000 characters'
  end;
  if check_terms.environment ? 'expires' then
    begin
      if jsonb_typeof(check_terms.environment -> 'expires') <> 'string'
        or isfinite((check_terms.environment ->> 'expires')::timestamptz) is not true then
        fault := 'the time at which a job expires must be a finite time';
      end if;
    exception when data_exception then
      fault := 'the time at which a job expires must be a time, such as 2026-12-01T06:00:00Z';
    end;
  end if;
  if fault is not null then
    raise exception '%', fault
    using errcode = 'check_violation', constraint = 'job_terms_have_their_shape', table = 'job';
  end if;
end
$$;

comment on function jobmachine.check_terms is
  'Raises check_violation, in words, for a timeout, an expiry, tags, a tenant, a limitKey or a note that no
job can have. Used by check_shape and check_schedule.';
