create or replace function jobmachine.known_zone(
  zone text
)
returns text
language plpgsql
stable
as $$
declare
  name text := (select z.name from pg_timezone_names z where lower(z.name) = lower(left(known_zone.zone, 60)) limit 1);
begin
  -- PostgreSQL reads these as abbreviations, which know no summer time.
  if name in ('CET', 'EET', 'MET', 'WET') then
    raise exception '“%” has no summer time here', name
    using errcode = 'DJ400', hint = 'Name a place, such as Europe/Brussels, or Etc/GMT-1 for an hour ahead of UTC.';
  end if;
  if name is null then
    raise exception '“%” is not a time zone', coalesce(left(known_zone.zone, 60), 'null')
    using errcode = 'DJ400', hint = 'Use a name of the IANA database, such as Europe/Copenhagen, or UTC.';
  end if;
  return name;
end
$$;

comment on function jobmachine.known_zone is
  'Returns the name of a time zone as the server writes it. Raises DJ400 for one that it does not know,
or whose summer time it does not know.';
