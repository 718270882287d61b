create or replace function jobmachine.drop_keys(
  before timestamptz
)
returns void
language sql
as $$
  delete from jobmachine.sharer s
  where s.shared_at < drop_keys.before
    and not exists (select from jobmachine.job j where j.id = s.job);

  delete from jobmachine.expiry e
  where e.job in (
    select old.job
    from (select x.job from jobmachine.expiry x order by x.job limit 1000 for update skip locked) as old
    where not exists (select from jobmachine.job j where j.id = old.job)
  );

  with looked as materialized (
    select u.kind, u.key,
      u.kept_until < clock_timestamp() and (select true from jobmachine.job j where j.id = u.job) is null as is_free
    from jobmachine.unique_key u
    where u.looked_at < clock_timestamp() - interval '5 minutes'
    order by u.looked_at
    limit 1000
    for update skip locked
  ), gone as (
    delete from jobmachine.unique_key u
    using looked
    where looked.is_free
      and u.kind = looked.kind
      and u.key = looked.key
  )
  update jobmachine.unique_key u
  set looked_at = clock_timestamp()
  from looked
  where not looked.is_free
    and u.kind = looked.kind
    and u.key = looked.key
$$;

comment on function jobmachine.drop_keys is
  'Removes keys of unique jobs that have ended: looks at 1,000 of them, those first at which nobody has looked
for longest. Forgets when ended jobs would have expired, and to whom tickets were given before a time, except
those of live jobs. Used by do_chores.';
