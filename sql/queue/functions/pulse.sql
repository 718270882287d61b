create or replace function jobmachine.pulse()
returns text
language sql
as $$
  select md5(concat_ws(
    '|',
    (select seq.last_value from jobmachine.job_id_seq seq),
    (select string_agg(c.queue || c.status || c.amount, ',') from jobmachine.live_counts(1000) c),
    (select string_agg(r.id || '.' || r.attempt || r.cancel_requested || coalesce(r.progress::text, ''), ',')
      from jobmachine.running() r),
    (
      select h.id || ' ' || h.finished_at
      from jobmachine.history h
      order by h.finished_at desc
      limit 1
    ),
    (select string_agg(w.id::text, ',' order by w.id) from jobmachine.worker w),
    (select string_agg(q.name || coalesce(q.paused_at::text, ''), ',' order by q.name) from jobmachine.queue q)))
$$;

comment on function jobmachine.pulse is
  'A text that is another one whenever something has happened in the queues: who shows them looks at it now and then, and
looks further only if it has changed. It costs as little with millions of jobs as with a few.';
