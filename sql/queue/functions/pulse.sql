create or replace function jobmachine.pulse()
returns text
language plpgsql
as $$
begin
  return md5(concat_ws(
    '|',
    (select s.last_value from jobmachine.job_id_seq s),
    (select string_agg(c.queue || c.status || c.amount, ',') from jobmachine.live_counts(1000) c),
    (
      select string_agg(
        concat_ws(
          ' ', r.id, r.attempt, exists (select from jobmachine.cancellation c where c.job = r.id), r.progress),
        ',')
      from jobmachine.running() r
    ),
    (
      select h.id || ' ' || h.finished_at
      from jobmachine.history h
      order by h.finished_at desc
      limit 1
    ),
    (select string_agg(w.id::text, ',' order by w.id) from jobmachine.worker w),
    (select string_agg(concat_ws(' ', q.name, q.paused_at), ',' order by q.name) from jobmachine.queue q)));
end
$$;

comment on function jobmachine.pulse is
  'Returns a text that differs whenever something has happened in the queues. Pages compare it now and then,
and read on only if it has changed. It costs as little with millions of jobs as with a few.';
