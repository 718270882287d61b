create or replace function jobmachine.key_of(
  rule jsonb,
  arguments jsonb
)
returns text
language sql
immutable
as $$
  select case
    when not key_of.rule ? 'tenant' and key_of.rule ->> 'key' is not null then key_of.rule ->> 'key'
    else encode(
      sha256(convert_to(
        case
          when not key_of.rule ? 'tenant' then key_of.arguments
          when key_of.rule ->> 'key' is null then jsonb_build_array(key_of.rule -> 'tenant', key_of.arguments)
          else jsonb_build_array(key_of.rule -> 'tenant', null, key_of.rule -> 'key')
        end::text,
        'UTF8')),
      'hex')
  end
$$;

comment on function jobmachine.key_of is
  'Returns the key of a unique job: the one that its rule names, or a hash of its arguments. The key of a
tenant''s job is a hash of the tenant and of either. The rule is that of rule_of.';
