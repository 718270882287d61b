create or replace function jobmachine.day_of(
  part text
)
returns date
language sql
stable
as $$
  -- The server may look at the names of indexes, too, before it excludes them: those are no dates.
  select case when day_of.part ~ '_[0-9]{8}$' then to_date(right(day_of.part, 8), 'YYYYMMDD') end
$$;

comment on function jobmachine.day_of is
  'Returns the day of a partition, by its name; null if the name is not one of make_day. Used by drop_days and
history_days.';
