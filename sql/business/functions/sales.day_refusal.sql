create or replace function sales.day_refusal(day date, field text)
returns text
language sql
immutable
as $$
  select case
    when day not between '0001-01-01' and '9999-12-31' then field || ': is not a day of the years 1 to 9999'
  end
$$;

comment on function sales.day_refusal(date, text) is
  'Returns the reason, which begins with the field''s name, why a day cannot be booked, as infinity cannot; '
  'null if it can, or is null.';

create or replace function sales.day_refusal(moment timestamptz, field text)
returns text
language sql
immutable
as $$
  select sales.day_refusal((moment at time zone 'UTC')::date, field)
$$;

comment on function sales.day_refusal(timestamptz, text) is
  'Returns the reason, which begins with the field''s name, why a time cannot be booked; null if it can, or '
  'is null.';
