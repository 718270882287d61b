create or replace function sales.set_time_zone(name text)
returns text
language plpgsql
as $$
#variable_conflict use_column
declare
  known text;
begin
  -- Takes full names only: an abbreviation such as CET knows nothing of summer time.
  select z.name
  into known
  from pg_timezone_names z
  where lower(z.name) = lower(btrim(set_time_zone.name))
    and (z.name = 'UTC' or z.name like '%/%')
    and z.name not like 'posix/%';
  if not found then
    raise exception using
      errcode = 'DJ400',
      message = format('zone: there is no time zone “%s”', left(set_time_zone.name, 64)),
      hint = 'Name one as the IANA database does, such as Europe/Copenhagen or UTC.';
  end if;
  update sales.shop
  set time_zone = known;
  return known;
end
$$;

comment on function sales.set_time_zone(text) is
  'Sets the shop''s time zone, by its name in the IANA database or UTC, and returns that name. Booked orders '
  'and invoices keep their day. Raises DJ400 for a zone that does not exist.';
