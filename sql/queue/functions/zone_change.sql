create or replace function jobmachine.zone_change(
  zone text,
  after timestamptz,
  until timestamptz
)
returns timestamptz
language plpgsql
stable
as $$
declare
  before constant interval := jobmachine.zone_offset(zone_change.zone, zone_change.after);
  early timestamptz := zone_change.after;
  late timestamptz := zone_change.until;
  middle timestamptz;
begin
  if before = jobmachine.zone_offset(zone_change.zone, late) then
    return null;
  end if;
  while late - early > interval '1 second' loop
    middle := date_trunc('second', early + (late - early) / 2);
    if middle = early then
      middle := early + interval '1 second';
    end if;
    if jobmachine.zone_offset(zone_change.zone, middle) = before then
      early := middle;
    else
      late := middle;
    end if;
  end loop;
  return late;
end
$$;

comment on function jobmachine.zone_change is
  'Returns the time at which the clocks of a zone are set, after one time and up to another one; null if they
are not. The times are whole seconds, and at most some days apart: no zone sets its clocks twice within days.
Used by next_due.';
