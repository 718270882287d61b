create or replace function jobmachine.make_group(
  name text,
  outer_group bigint default null,
  then_kind text default null,
  then_arguments jsonb default '{}',
  then_queue text default 'default',
  then_priority integer default 4,
  then_attempt_limit integer default null,
  environment jsonb default '{}',
  ring boolean default true
)
returns table (id bigint, then_job bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  around bigint := make_group.outer_group;
  depth integer;
  surroundings jsonb;
begin
  if jsonb_typeof(make_group.environment) <> 'object' then
    raise exception 'the environment of a group must be an object, not %', left(make_group.environment::text, 60)
    using errcode = 'DJ400', hint = 'Use {} for none.';
  end if;
  surroundings := make_group.environment - '{unique,group,outcome,expires}'::text[];
  if (length(make_group.name) between 1 and 200) is not true then
    raise exception 'the name of a group must have 1 to 200 characters (got %)', coalesce(length(make_group.name), 0)
    using errcode = 'DJ400', hint = 'Such as close-month.';
  end if;
  if around is null and make_group.environment ? 'group' then
    around := jobmachine.group_number(make_group.environment -> 'group');
  end if;
  if around is not null then
    perform jobmachine.require_group(around);
    select count(*)
    into depth
    from (
      with recursive outer_one(id) as (
        select around
        union all
        select g.outer_group
        from outer_one o
        join jobmachine.job_group g on g.id = o.id
        where g.outer_group is not null
      )
      select
      from outer_one
      limit 51
    ) as each;
    -- The end of the innermost can be the end of all, each within the next.
    if depth > 50 then
      raise exception 'the group “%” would have more than 50 groups around it', left(make_group.name, 60)
      using errcode = 'DJ400', hint = 'Make it in the group that is around the others.';
    end if;
  end if;
  if make_group.then_kind is not null then
    make_group.then_job := jobmachine.offload(
      make_group.then_kind, make_group.then_arguments, make_group.then_queue, make_group.then_priority, null, null,
      make_group.then_attempt_limit,
      surroundings || case when around is null then '{}' else jsonb_build_object('group', around) end, false);
    update jobmachine.job j
    set
      waiting_for = 1,
      position = null
    where j.id = make_group.then_job;
  end if;
  insert into jobmachine.job_group (name, outer_group, then_job)
  values (make_group.name, around, make_group.then_job)
  returning job_group.id into make_group.id;
  -- It has ended if it is empty at the commit.
  insert into jobmachine.group_tally (group_id)
  values (make_group.id);
  if make_group.ring then
    perform jobmachine.ring(make_group.then_queue, 'later');
  end if;
  return next;
end
$$;

comment on function jobmachine.make_group is
  'Makes a group, and returns its number and the job that runs when all of its jobs have ended; null if
then_kind is. Jobs join it by the key group of their environment, in the same transaction or while one of them
lives: a group that is empty when its transaction commits has ended. outer_group: the group of the job that
makes this one; it waits for this one, and for the job after it. Null for the group that environment names, if
it does. The job that runs then does not expire with the others. Raises DJ400 for a name that is empty or
longer than 200 characters, and for a group with more than 50 around it, DJ409 for an outer group that does
not exist, or that has ended and has no job that lives, and what offload raises.';
