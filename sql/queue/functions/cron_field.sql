create or replace function jobmachine.cron_field(
  field text,
  called text,
  lowest integer,
  highest integer,
  names text[] default '{}'
)
returns integer[]
language plpgsql
immutable
as $$
declare
  item text;
  parts text[];
  first integer;
  last integer;
  admitted integer[] := '{}';
begin
  -- An empty field has one empty item, which string_to_array leaves out.
  foreach item in array regexp_split_to_array(cron_field.field, ',') loop
    parts := regexp_match(item, '^(?:(\*)|([0-9]{1,2}|[a-z]{3})(-([0-9]{1,2}|[a-z]{3}))?)(/([0-9]{1,2}))?$');
    if parts is null then
      raise exception '“%” does not fit the % field of a schedule''s rule', item, cron_field.called
      using errcode = 'DJ400',
        hint = format('Use *, numbers from %s to %s, ranges (1-5), steps (*/10) and lists (1,15).',
          cron_field.lowest, cron_field.highest);
    end if;
    first := case
      when parts[1] is not null then cron_field.lowest
      else jobmachine.cron_number(parts[2], cron_field.called, cron_field.lowest, cron_field.highest, cron_field.names)
    end;
    last := case
      when parts[4] is not null
        then jobmachine.cron_number(parts[4], cron_field.called, cron_field.lowest, cron_field.highest, cron_field.names)
      when parts[1] is not null or parts[6] is not null then cron_field.highest
      else first
    end;
    -- A week may end with its Sunday.
    if cron_field.called = 'weekday' and last = 0 and parts[3] is not null then
      last := 7;
    end if;
    if last < first then
      raise exception '“%” ends before it begins, in the % field of a schedule''s rule', item, cron_field.called
      using errcode = 'DJ400', hint = 'Write it as two ranges, such as 22-23,0-4.';
    end if;
    if parts[6]::integer = 0 then
      raise exception '“%” has a step of 0, in the % field of a schedule''s rule', item, cron_field.called
      using errcode = 'DJ400', hint = 'Use a step from 1 upwards.';
    end if;
    admitted := admitted || array(select generate_series(first, last, coalesce(parts[6]::integer, 1)));
  end loop;
  if cron_field.called = 'weekday' then
    admitted := array(select number % 7 from unnest(admitted) as number);
  end if;
  return array(select distinct number from unnest(admitted) as number order by number);
end
$$;

comment on function jobmachine.cron_field is
  'Returns the numbers that a field of a rule admits, sorted. Raises DJ400 for a field that it does not
understand. Used by parse_cron.';
