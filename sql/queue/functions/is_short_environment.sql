create or replace function jobmachine.is_short_environment(
  environment jsonb
)
returns boolean
language sql
immutable
as $$
  select octet_length((is_short_environment.environment - 'attempts')::text) <= 65536
$$;

comment on function jobmachine.is_short_environment is
  'Returns true if an object has at most 64 kB as text, which is what workers receive. The number of attempts
does not count: a retry notes it there. Used by check_shape and mended_environment.';
