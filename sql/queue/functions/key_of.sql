create or replace function jobmachine.key_of(
  rule jsonb,
  arguments jsonb
)
returns text
language sql
immutable
as $$
  select coalesce(key_of.rule ->> 'key', encode(sha256(convert_to(key_of.arguments::text, 'UTF8')), 'hex'))
$$;

comment on function jobmachine.key_of is
  'Returns the key of a unique job: the one that its rule names, or a hash of its arguments.';
