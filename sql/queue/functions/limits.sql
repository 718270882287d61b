create or replace function jobmachine.limits()
returns table (
  queue text,
  running integer,
  key text,
  key_running integer,
  rate text,
  key_rate text,
  in_use integer,
  set_at timestamptz,
  set_by text
)
language sql
stable
as $$
  select
    l.queue,
    l.running,
    l.key,
    l.key_running,
    jobmachine.rate_text(l.rate),
    jobmachine.rate_text(l.key_rate),
    (select count(*) from jobmachine.job j where j.id = any (u.jobs) and j.worker is not null)::integer,
    l.set_at,
    l.set_by
  from jobmachine.queue_limit l
  join jobmachine.queue_use u on u.queue = l.queue
  order by l.queue
$$;

comment on function jobmachine.limits is
  'Returns the limits of queues as set_limit takes them, and how many jobs run under each limit of running '
  'jobs.';
