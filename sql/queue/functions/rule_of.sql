create or replace function jobmachine.rule_of(
  environment jsonb
)
returns jsonb
language sql
immutable
as $$
  select case
    when rule_of.environment ? 'tenant'
      then (rule_of.environment -> 'unique') || jsonb_build_object('tenant', rule_of.environment -> 'tenant')
    else rule_of.environment -> 'unique'
  end
$$;

comment on function jobmachine.rule_of is
  'Returns the rule of a unique job as key_of reads it: with the job''s tenant, since no tenant has part in
the jobs of another.';
