create or replace function jobmachine.drop_days(
  before date
)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  part text;
begin
  for part in
    select c.relname
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent in (
        'jobmachine.history'::regclass, 'jobmachine.attempt'::regclass, 'jobmachine.log'::regclass)
      -- As texts: the server may compare the names of indexes, too, before it finds that they are none of these.
      and right(c.relname, 8) < to_char(drop_days.before, 'YYYYMMDD')
  loop
    execute format('drop table jobmachine.%I', part);
  end loop;

  delete from jobmachine.tally t
  where t.since < drop_days.before::timestamp at time zone 'UTC';
end
$$;

comment on function jobmachine.drop_days is
  'Drops the days of the history and the log before this one, and the tally of that time.';
