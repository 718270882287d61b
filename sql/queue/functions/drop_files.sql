create or replace function jobmachine.drop_files(
  before timestamptz
)
returns void
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  -- A file lives as long as the days in which it could be a job's, and while a live job may still read it. It
  -- is stored before its job is offloaded, as a rule by moments. The live job with the lowest number was
  -- offloaded first, within a day; the time itself has no index.
  delete from jobmachine.file f
  where f.id in (
    select old.id
    from jobmachine.file old
    where old.created_at < drop_files.before
      and old.created_at < now() - interval '1 day'
      and old.created_at < coalesce(
        (select j.offloaded_at - interval '1 day' from jobmachine.job j order by j.id limit 1), 'infinity')
    order by old.created_at
    limit 1000
    for update skip locked
  )
$$;

comment on function jobmachine.drop_files is
  'Removes up to 1000 files that were stored before a time and that no live job may read. It may take long, so
it does not run behind drop_days, whose locks everybody waits for.';
