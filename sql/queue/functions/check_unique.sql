create or replace function jobmachine.check_unique(
  rule jsonb
)
returns void
language plpgsql
as $$
begin
  if jsonb_typeof(check_unique.rule) is distinct from 'object' then
    raise exception 'the rule of a unique job is an object with key, while, seconds and otherwise, not %',
      left(check_unique.rule::text, 100)
    using errcode = 'check_violation', constraint = 'job_unique_rule_has_its_shape', table = 'job';
  end if;
  if coalesce(jsonb_typeof(check_unique.rule -> 'key'), 'null') not in ('string', 'null')
    or (length(coalesce(check_unique.rule ->> 'key', 'k')) between 1 and 200) is not true
  then
    raise exception 'the key of a unique job must be a text of 1 to 200 characters'
    using errcode = 'check_violation', constraint = 'job_unique_rule_has_its_shape', table = 'job';
  end if;
  if (check_unique.rule ->> 'while' in ('waiting', 'live', 'within')) is not true then
    raise exception 'a job is unique while it is waiting, live or within a time (got “%”)',
      coalesce(left(check_unique.rule ->> 'while', 60), 'null')
    using errcode = 'check_violation', constraint = 'job_unique_rule_has_its_shape', table = 'job';
  end if;
  if (check_unique.rule ->> 'while' = 'within' or check_unique.rule ? 'seconds')
    and (
      jsonb_typeof(check_unique.rule -> 'seconds') = 'number'
      and (check_unique.rule ->> 'seconds')::numeric between 0.001 and 315576000) is not true
  then
    raise exception 'the time within which a job is unique must be between a millisecond and ten years'
    using
      errcode = 'check_violation', constraint = 'job_unique_rule_has_its_shape', table = 'job',
      hint = 'Give it as within => ''1 hour'', or as "seconds" in the rule.';
  end if;
  if (check_unique.rule ->> 'otherwise' in ('keep', 'replace', 'refuse')) is not true then
    raise exception 'otherwise must be keep, replace or refuse (got “%”)',
      coalesce(left(check_unique.rule ->> 'otherwise', 60), 'null')
    using errcode = 'check_violation', constraint = 'job_unique_rule_has_its_shape', table = 'job';
  end if;
end
$$;

comment on function jobmachine.check_unique is
  'Raises check_violation, in words, for a rule that no unique job can have. Used by
admit and check_schedule.';
