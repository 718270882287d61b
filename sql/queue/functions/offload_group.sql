create or replace function jobmachine.offload_group(
  name text,
  kind text,
  arguments jsonb[],
  then_kind text default null,
  then_arguments jsonb default '{}',
  queue text default 'default',
  priority integer default 4,
  then_queue text default null,
  environment jsonb default '{}',
  outer_group bigint default null,
  ring boolean default true
)
returns table (id bigint, then_job bigint, jobs bigint[])
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  select made.id, made.then_job
  into offload_group.id, offload_group.then_job
  from jobmachine.make_group(
    offload_group.name, offload_group.outer_group, offload_group.then_kind, offload_group.then_arguments,
    coalesce(offload_group.then_queue, offload_group.queue), environment => offload_group.environment,
    ring => offload_group.ring) as made;
  offload_group.jobs := array(
    select jobmachine.offload_many(
      offload_group.kind, offload_group.arguments, offload_group.queue, offload_group.priority,
      environment => offload_group.environment || jsonb_build_object('group', offload_group.id),
      ring => offload_group.ring));
  return next;
end
$$;

comment on function jobmachine.offload_group is
  'Puts jobs of one kind on a queue as a group, and returns the number of the group, the job that runs once
all of them have ended, however they do, and the jobs. That job is told by its environment: outcome has
finished, failed, cancelled and failures. More jobs join the group by the key group of their environment, as
long as one of it lives. outer_group: the group of the job that makes this one, which waits for it; as in
make_group. All else is as in offload_many.';
