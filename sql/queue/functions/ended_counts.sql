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
    limit ended_counts.reach
  ) as fresh
  group by fresh.queue, fresh.status
$$;

comment on function jobmachine.ended_counts is
  'How many jobs are in the history, by queue and status: the tally''s and, in rows of their own, those that are not in the
tally yet. Of these at most reach are counted; if there are more, is_exact is false.';
