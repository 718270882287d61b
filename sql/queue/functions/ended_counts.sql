create or replace function jobmachine.ended_counts(
  reach integer default 10000
)
returns table (
  queue text,
  status jobmachine.status,
  amount bigint,
  is_exact boolean
)
language sql
stable
as $$
  select t.queue, t.status, sum(t.amount - t.retried)::bigint, true
  from jobmachine.tally t
  where t.span = 'day'
  group by t.queue, t.status
  union all
  select fresh.queue, fresh.status, count(*), sum(count(*)) over () < ended_counts.reach
  from (
    select h.queue, h.status
    from jobmachine.history h
    where h.finished_at >= (select m.until from jobmachine.tally_mark m)
    limit jobmachine.up_to(ended_counts.reach)
  ) as fresh
  group by fresh.queue, fresh.status
$$;

comment on function jobmachine.ended_counts is
  'Returns how many jobs are in the history, by queue and status: those that the tally counts and, in rows of
their own, those that it does not count yet. At most reach of the latter are counted; is_exact is false if
there are that many or more.';
