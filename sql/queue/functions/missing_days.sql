create or replace function jobmachine.missing_days(
  ahead integer default 2
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
as $$
  select
    parent.name, null::timestamptz,
    jsonb_build_object('day', min(day.date)::text)
  from unnest('{history,attempt,log}'::text[]) as parent(name)
  cross join lateral (
    select (now() at time zone 'UTC')::date + place as date
    from generate_series(0, least(greatest(missing_days.ahead, 0), 7)) as place
  ) as day
  where not exists (
    select
    from pg_inherits i
    where i.inhparent = ('jobmachine.' || parent.name)::regclass
      and i.inhrelid = to_regclass('jobmachine.' || parent.name || to_char(day.date, '_YYYYMMDD')))
  group by parent.name
$$;

comment on function jobmachine.missing_days is
  'Returns the partitioned tables that lack a day from today to so many days ahead, at most 7, and the first
such day: no job can end without it. See dead_workers for the columns.';
