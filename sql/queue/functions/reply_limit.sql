create or replace function jobmachine.reply_limit()
returns integer
language sql
immutable
as $$
  select 268435456
$$;

comment on function jobmachine.reply_limit is
  'Returns the limit on a job''s reply and on a step''s value, in bytes of their text. It is above the most
that a worker may be told to allow (200 MiB), since the text here has blanks that a worker''s has not.';
