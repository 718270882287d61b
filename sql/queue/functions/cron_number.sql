create or replace function jobmachine.cron_number(
  word text,
  called text,
  lowest integer,
  highest integer,
  names text[]
)
returns integer
language plpgsql
immutable
as $$
declare
  number integer := case
    when cron_number.word ~ '^[0-9]+$' then cron_number.word::integer
    else array_position(cron_number.names, cron_number.word) - 1 + cron_number.lowest
  end;
begin
  if number between cron_number.lowest and cron_number.highest then
    return number;
  end if;
  raise exception '“%” does not fit the % field of a schedule''s rule', cron_number.word, cron_number.called
  using errcode = 'DJ400',
    hint = format('Use a number from %s to %s', cron_number.lowest, cron_number.highest)
      || case
        when cardinality(cron_number.names) = 0 then '.'
        else format(', or a name from %s to %s.', cron_number.names[1], cron_number.names[cardinality(cron_number.names)])
      end;
end
$$;

comment on function jobmachine.cron_number is
  'Returns the number of a word of a rule, which is a number or one of the names. Raises DJ400 for another
one. Used by cron_field.';
