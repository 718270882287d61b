create or replace function sales.plain_boolean(value text)
returns jsonb
language sql
immutable
as $$
  select case
    when lower(left(value, 8)) in ('true', 't', 'yes', 'y', '1', 'x') then 'true'::jsonb
    when lower(left(value, 8)) in ('false', 'f', 'no', 'n', '0') then 'false'
  end
$$;

comment on function sales.plain_boolean(text) is
  'Returns what a file means by yes, no, true, 0 and the like, as a json boolean; null for any other text.';
