create or replace function jobmachine.drop_abandoned()
returns void
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  delete from jobmachine.file f
  where f.id in (
    select old.id
    from jobmachine.file old
    where not old.is_complete
      and old.written_at < now() - interval '1 hour'
    order by old.written_at
    limit 1000
    for update skip locked
  )
$$;

comment on function jobmachine.drop_abandoned is
  'Removes up to 1000 uploads that have received nothing for an hour: their clients, or the program that took
them, have vanished.';
