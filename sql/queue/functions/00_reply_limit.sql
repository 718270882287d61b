create or replace function jobmachine.reply_limit()
returns integer
language sql
immutable
as $$
  select 268435456
$$;

comment on function jobmachine.reply_limit is
  'How long a job''s reply, or what a step of it returned, may be, in bytes of text: more than a worker may be told to allow
(200 MiB), since the text here has blanks that a worker''s has not.';
