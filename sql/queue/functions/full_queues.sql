create or replace function jobmachine.full_queues(
  patience interval default '10 minutes'
)
returns table (
  subject text,
  since timestamptz,
  words jsonb
)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select
    h.queue, h.since,
    jsonb_build_object('ticket', h.queue || '.' || h.id, 'limited', held.limited)
  from jobmachine.heads() h
  cross join lateral (
    select string_agg(l.queue, ', ' order by l.queue) as limited
    from jobmachine.limits_of(h.queue) l
  ) as held
  where h.since < now() - full_queues.patience
    and held.limited is not null
    and not jobmachine.is_paused(h.queue)
    and not jobmachine.can_begin(h.queue)
$$;

comment on function jobmachine.full_queues is
  'Returns the queues at their limits, or at those of a queue above, whose jobs could have run for the
patience. See dead_workers for the columns.';
