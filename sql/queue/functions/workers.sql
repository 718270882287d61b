create or replace function jobmachine.workers()
returns table (
  id integer,
  host text,
  pid integer,
  queues text[],
  slots integer,
  started_at timestamptz,
  seen_at timestamptz,
  is_alive boolean
)
language sql
stable
as $$
  select
    w.id, w.host, w.pid, w.queues, w.slots, w.started_at, w.seen_at,
    jobmachine.holds(w.key_class, w.key_number, w.session, w.login)
  from jobmachine.worker w
  order by w.id
$$;

comment on function jobmachine.workers is
  'Returns the workers; is_alive is true if a worker''s session still holds its lock. The jobs of one that
does not are rescued soon.';
