create or replace function jobmachine.offload_many(
  kind text,
  arguments jsonb[],
  queue text default 'default',
  priority integer default 4,
  run_at timestamptz default null,
  after bigint[] default null,
  attempt_limit integer default null,
  environment jsonb default '{}',
  ring boolean default true,
  after_end bigint[] default null
)
returns setof bigint
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  is_due boolean := coalesce(offload_many.run_at <= now(), true);
begin
  perform jobmachine.check_job(
    offload_many.queue, offload_many.kind, offload_many.priority, offload_many.run_at, offload_many.attempt_limit);
  if offload_many.environment is null
    or exists (select from unnest(offload_many.arguments) as each(arguments) where each.arguments is null)
  then
    perform jobmachine.refuse_null();
  end if;
  perform jobmachine.check_arguments(each.arguments)
  from unnest(offload_many.arguments) as each(arguments)
  where octet_length(each.arguments::text) > 65536;
  if offload_many.after is not null or offload_many.after_end is not null or offload_many.environment ? 'unique' then
    -- In the order of the keys: two that take the same keys do not wait for each other.
    return query
    with offloaded as materialized (
      select
        each.place,
        jobmachine.offload(
          offload_many.kind, each.arguments, offload_many.queue, offload_many.priority, offload_many.run_at,
          offload_many.after, offload_many.attempt_limit, offload_many.environment, false, offload_many.after_end) as id
      from (
        select one.arguments, one.place
        from unnest(offload_many.arguments) with ordinality as one(arguments, place)
        order by
          case
            when offload_many.environment ? 'unique'
              then jobmachine.key_of(jobmachine.rule_of(offload_many.environment), one.arguments)
          end,
          one.place
      ) as each
    )
    select offloaded.id
    from offloaded
    order by offloaded.place;
  else
    return query
    with drawn as materialized (
      select nextval('jobmachine.job_id_seq') as id, each.arguments
      from unnest(offload_many.arguments) as each(arguments)
    ), offloaded as (
      insert into jobmachine.job (
        id, position, run_at, attempt_limit, limit_is_given, priority, queue, kind, arguments, environment,
        limit_key)
      select
        drawn.id,
        case when is_due then drawn.id end,
        coalesce(offload_many.run_at, now()),
        coalesce(offload_many.attempt_limit, 5),
        offload_many.attempt_limit is not null,
        offload_many.priority,
        offload_many.queue,
        offload_many.kind,
        drawn.arguments,
        offload_many.environment,
        case
          when exists (select from jobmachine.queue_limit l where l.key is not null)
            then jobmachine.key_in(offload_many.queue, drawn.arguments, offload_many.environment)
        end
      from drawn
    )
    select drawn.id
    from drawn;
  end if;
  if offload_many.ring then
    perform jobmachine.ring(
      offload_many.queue,
      case
        when offload_many.run_at is null and offload_many.after is null and offload_many.after_end is null
          and not offload_many.environment ? 'expires'
          then ''
        else 'later'
      end);
  end if;
end
$$;

comment on function jobmachine.offload_many is
  'Puts many jobs of one kind on a queue in one statement, and returns their ids in the order of the
arguments. All else is as in offload.';
