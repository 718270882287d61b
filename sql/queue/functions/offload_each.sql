create or replace function jobmachine.offload_each(
  kinds text[],
  arguments jsonb[],
  queues text[],
  priorities integer[],
  run_at timestamptz[],
  attempt_limits integer[],
  environments jsonb[]
)
returns setof bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
begin
  -- Checks each combination of values once.
  perform jobmachine.check_job(sort.queue, sort.kind, sort.priority, sort.run_at, sort.attempt_limit)
  from (
    select distinct each.*
    from unnest(
      offload_each.kinds, offload_each.queues, offload_each.priorities, offload_each.run_at,
      offload_each.attempt_limits)
      as each(kind, queue, priority, run_at, attempt_limit)
  ) as sort;
  if exists (
    select
    from unnest(offload_each.arguments, offload_each.environments) as each(arguments, environment)
    where each.arguments is null
      or each.environment is null)
  then
    perform jobmachine.refuse_null();
  end if;
  perform jobmachine.check_arguments(each.arguments)
  from unnest(offload_each.arguments) as each(arguments)
  where octet_length(each.arguments::text) > 65536;
  if exists (select from unnest(offload_each.environments) as each(environment) where each.environment ? 'unique') then
    -- In one order: two that take the same keys do not wait for each other.
    return query
    with offloaded as materialized (
      select
        each.place,
        jobmachine.offload(
          each.kind, each.arguments, each.queue, each.priority, each.run_at, null, each.attempt_limit,
          each.environment, false) as id
      from (
        select one.*
        from unnest(
          offload_each.kinds, offload_each.arguments, offload_each.queues, offload_each.priorities,
          offload_each.run_at, offload_each.attempt_limits, offload_each.environments)
          with ordinality as one(kind, arguments, queue, priority, run_at, attempt_limit, environment, place)
        order by one.kind, jobmachine.key_of(jobmachine.rule_of(one.environment), one.arguments), one.place
      ) as each
    )
    select offloaded.id
    from offloaded
    order by offloaded.place;
    return;
  end if;
  return query
  with drawn as materialized (
    select nextval('jobmachine.job_id_seq') as id, each.*, coalesce(each.run_at <= now(), true) as is_due
    from unnest(
      offload_each.kinds, offload_each.arguments, offload_each.queues, offload_each.priorities, offload_each.run_at,
      offload_each.attempt_limits, offload_each.environments)
      as each(kind, arguments, queue, priority, run_at, attempt_limit, environment)
  ), offloaded as (
    insert into jobmachine.job (
      id, position, run_at, attempt_limit, limit_is_given, priority, queue, kind, arguments, environment,
      limit_key)
    select
      drawn.id,
      case when drawn.is_due then drawn.id end,
      coalesce(drawn.run_at, now()),
      coalesce(drawn.attempt_limit, 5),
      drawn.attempt_limit is not null,
      drawn.priority,
      drawn.queue,
      drawn.kind,
      drawn.arguments,
      drawn.environment,
      case
        when exists (select from jobmachine.queue_limit l where l.key is not null)
          then jobmachine.key_in(drawn.queue, drawn.arguments, drawn.environment)
      end
    from drawn
  )
  select drawn.id
  from drawn;
end
$$;

comment on function jobmachine.offload_each is
  'Puts unlike jobs on their queues in one statement, and returns their ids in the order of the arrays. A null
attempt limit is the handler''s. It rings nobody: that is left to the caller, behind the commit.';
