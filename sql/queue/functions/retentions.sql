create or replace function jobmachine.retentions(
  retention interval,
  finished interval,
  error interval,
  cancelled interval
)
returns table (
  status jobmachine.status,
  term interval
)
language sql
immutable
as $$
  select one.status::jobmachine.status, least(greatest(one.term, interval '1 day'), interval '1000 years')
  from (
    values
      ('finished', coalesce(retentions.finished, retentions.retention)),
      ('error', coalesce(retentions.error, retentions.retention)),
      ('cancelled', coalesce(retentions.cancelled, retentions.retention))
  ) as one(status, term)
  where one.term is not null
$$;

comment on function jobmachine.retentions is
  'Returns how long ended jobs are kept, by their status: a day at least. retention is that of the statuses
for which none is given. A status without any is left out: its jobs are kept for ever. Used by do_chores and
longest_retention.';
