create or replace function accounting.bare_numbers(line text)
returns bigint[]
language sql
immutable
as $$
  select array(
    select distinct m[1]::bigint
    from regexp_matches(left(line, 1000), '(?<![0-9a-zA-Z.,/-])([0-9]{1,15})(?![0-9a-zA-Z]|[.,/-][0-9])', 'g') m
    where m[1]::bigint > 0
    order by 1
    limit 50
  )
$$;

comment on function accounting.bare_numbers(text) is
  'Returns the whole numbers that stand alone in a text, at most 50: no parts of dates, amounts or codes.';
