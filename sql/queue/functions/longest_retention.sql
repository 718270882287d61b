create or replace function jobmachine.longest_retention(
  retention interval,
  finished interval,
  error interval,
  cancelled interval
)
returns interval
language sql
immutable
as $$
  select case when count(*) = 3 then max(r.term) end
  from jobmachine.retentions(
    longest_retention.retention, longest_retention.finished, longest_retention.error,
    longest_retention.cancelled) as r
$$;

comment on function jobmachine.longest_retention is
  'Returns how long ended jobs of any status are kept: then a day of the history is dropped. Null if those of
a status are kept for ever. The arguments are those of retentions. Used by beat and do_chores.';
