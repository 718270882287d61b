create or replace function jobmachine.arguments_limit()
returns integer
language sql
immutable
as $$
  select 67108864
$$;

comment on function jobmachine.arguments_limit is
  'How long a job''s arguments may be, in bytes of text, which is what a worker is given: a number of few bytes may have many
digits.';
