create or replace function jobmachine.old_snapshots(
  patience interval default '5 minutes'
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
    coalesce(o.pid::text, o.application, o.holder), o.transaction_began_at,
    jsonb_strip_nulls(jsonb_build_object(
      'holder', o.holder, 'pid', o.pid::text, 'application', nullif(o.application, ''), 'role', o.role,
      'state', o.state, 'age', o.age::text))
  from jobmachine.oldest_snapshot() o
  where case
    when o.transaction_began_at is null then o.age > 100000
    else o.transaction_began_at < now() - old_snapshots.patience
  end
$$;

comment on function jobmachine.old_snapshots is
  'Returns the holder of the oldest snapshot, if it has held it for the patience or, if that is not known, for
100,000 transactions. See dead_workers for the columns.';
