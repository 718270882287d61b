create or replace function jobmachine.retake_key(
  job bigint
)
returns void
language plpgsql
as $$
declare
  ended record;
  holder bigint;
begin
  select h.kind, h.arguments, jobmachine.rule_of(h.environment) as rule
  into ended
  from jobmachine.history h
  where h.id = retake_key.job
    and h.status in ('error', 'cancelled')
    and h.environment ? 'unique'
  limit 1;
  if not found then
    return;
  end if;
  holder := jobmachine.take_key(retake_key.job, ended.kind, ended.arguments, ended.rule);
  if holder <> retake_key.job then
    perform jobmachine.refuse_duplicate(
      holder, ended.kind, jobmachine.key_of(ended.rule, ended.arguments), ended.rule);
  end if;
end
$$;

comment on function jobmachine.retake_key is
  'Takes the key of a unique job that failed or was cancelled and is to come back. Raises unique_violation if
another job has it. Used by retry.';
