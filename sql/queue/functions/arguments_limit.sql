create or replace function jobmachine.arguments_limit()
returns integer
language sql
immutable
as $$
  select 67108864
$$;

comment on function jobmachine.arguments_limit is
  'Returns the limit on a job''s arguments, in bytes of their text. Workers receive the text, and a number of
few stored bytes may have many digits.';
