create or replace function jobmachine.history_days()
returns table (
  name text,
  day timestamptz
)
language sql
stable
as $$
  select c.relname, jobmachine.day_of(c.relname)::timestamp at time zone 'UTC'
  from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'jobmachine.history'::regclass
    and jobmachine.day_of(c.relname) is not null
$$;

comment on function jobmachine.history_days is
  'Returns the partitions of the history, each with the beginning of its day.';
