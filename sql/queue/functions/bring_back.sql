create or replace function jobmachine.bring_back(
  ids bigint[],
  are_lost boolean
)
returns setof bigint
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
declare
  back bigint[];
  lines text[];
  amount integer;
  times timestamptz[];
  queues text[];
  kinds text[];
  statuses jobmachine.status[];
begin
  perform
  from jobmachine.dependency d
  where d.job = any (bring_back.ids)
  order by d.job, d.needs
  for update;
  with ended as (
    delete from jobmachine.history h
    where h.id = any (bring_back.ids)
      and h.status in ('error', 'cancelled')
      and (not bring_back.are_lost or h.status = 'error' and h.error ->> 'type' = 'dependency')
    returning h.*
  ), entered as (
    insert into jobmachine.job (
      id, position, run_at, offloaded_at, attempt, attempt_limit, limit_is_given, waiting_for, priority, queue, kind,
      arguments, environment, error, limit_key)
    select
      ended.id,
      case
        when needs.amount = 0 and (not bring_back.are_lost or ended.run_at <= now())
          then nextval('jobmachine.job_id_seq')
      end,
      case when bring_back.are_lost and isfinite(ended.run_at) then ended.run_at else now() end,
      -- Rows of the history may be older than the rule for times.
      case when isfinite(ended.offloaded_at) then ended.offloaded_at else now() end, ended.attempt,
      -- Grants as many attempts as at first: the limit grows with each retry.
      least(ended.attempt::bigint + first.attempts, 2147483647)::integer,
      ended.limit_is_given, needs.amount, ended.priority, ended.queue, ended.kind, ended.arguments,
      jsonb_build_object('attempts', first.attempts) || (shaped.environment - 'expires' - around.gone)
        || around.outcome,
      ended.error,
      jobmachine.key_in(ended.queue, ended.arguments, ended.environment)
    from ended
    cross join lateral (
      select (count(*) + (
          select count(*) from jobmachine.job_group g where g.then_job = ended.id and g.ended_at is null
        ))::integer as amount
      from jobmachine.dependency d
      where d.job = ended.id
    ) as needs
    -- The group before it may have another outcome by now; the one that it is in may be forgotten.
    cross join lateral (
      select
        coalesce(
          (
            select jsonb_build_object('outcome', jobmachine.group_outcome(g.id))
            from jobmachine.job_group g
            where g.then_job = ended.id and g.ended_at is not null
          ), '{}') as outcome,
        case
          when exists (select from jobmachine.member m where m.group_id = joined.id and m.job = ended.id) then ''
          else 'group'
        end as gone
      from (
        select case
          when jsonb_typeof(ended.environment -> 'group') = 'number' then (ended.environment -> 'group')::bigint
        end as id
      ) as joined
    ) as around
    -- Rows of the history may be older than the rule for the shape of an environment.
    cross join lateral (
      select jobmachine.mended_environment(ended.environment) as environment
    ) as shaped
    cross join lateral (
      select coalesce(
        (shaped.environment ->> 'attempts')::integer, least(ended.attempt_limit, 999999999)) as attempts
    ) as first
    returning id, queue
  ), returned as (
    insert into jobmachine.group_tally (group_id, failed, cancelled)
    select
      (ended.environment -> 'group')::bigint, -count(*) filter (where ended.status = 'error'),
      -count(*) filter (where ended.status = 'cancelled')
    from ended
    where jsonb_typeof(ended.environment -> 'group') = 'number'
    group by 1
  )
  select come.ids, come.queues, gone.*
  into back, lines, amount, times, queues, kinds, statuses
  from (select array_agg(entered.id) as ids, array_agg(distinct entered.queue) as queues from entered) as come
  cross join (
    select count(*), array_agg(ended.finished_at), array_agg(ended.queue), array_agg(ended.kind), array_agg(ended.status)
    from ended
  ) as gone;
  perform jobmachine.take_off_tally(times, queues, kinds, statuses);
  if amount <> coalesce(cardinality(back), 0) then
    raise exception 'a job cannot come back: another job has its key'
    using
      errcode = 'unique_violation', constraint = 'job_key_is_free', table = 'job',
      hint = 'Wait for that job, or cancel it first.';
  end if;

  update jobmachine.dependency d
  set
    lost_at = null,
    is_settled = false
  where d.job = any (back);

  -- What was asked of the jobs before they ended does not count any more.
  delete from jobmachine.cancellation c
  where c.job = any (back);
  delete from jobmachine.expiry e
  where e.job = any (back);
  -- A job that failed since a signal had not come waits for it anew.
  delete from jobmachine.awaited_signal w
  using jobmachine.job j
  where w.job = any (back)
    and j.id = w.job
    and j.error ->> 'type' = 'DjetModel.SignalTimeout'
    and w.timed_out_at = (
      select max(last.timed_out_at) from jobmachine.awaited_signal last where last.job = w.job);

  perform jobmachine.ring(line.queue, 'later')
  from unnest(lines) as line(queue);
  perform pg_notify('jobmachine.' || h.queue || '.' || h.id, '')
  from jobmachine.job h
  where h.id = any (back);
  return query select unnest(back);
end
$$;

comment on function jobmachine.bring_back is
  'Brings jobs that failed or were cancelled back from the history, with as many attempts as they had at
first, to wait for the jobs that they still need. If they are lost, it brings back only those that ended
because others did, and none before its time. Returns their ids. Used by retry and revive.';
