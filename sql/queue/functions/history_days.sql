create or replace function jobmachine.history_days()
returns table (
  name text,
  day timestamptz
)
language sql
stable
as $$
  with part as materialized (  -- fence: names of indexes, which the server may look at first, are no dates
    select c.relname
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'jobmachine.history'::regclass
  )
  select part.relname, to_date(right(part.relname, 8), 'YYYYMMDD')::timestamp at time zone 'UTC'
  from part
$$;

comment on function jobmachine.history_days is
  'Returns the partitions of the history, each with the beginning of its day.';
