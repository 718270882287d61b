create or replace function jobmachine.zone_offset(
  zone text,
  at timestamptz
)
returns interval
language sql
stable
as $$
  select (zone_offset.at at time zone zone_offset.zone) - (zone_offset.at at time zone 'UTC')
$$;

comment on function jobmachine.zone_offset is
  'Returns how far the clocks of a zone are ahead of UTC at a time.';
