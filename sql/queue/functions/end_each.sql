create or replace function jobmachine.end_each(
  jobs bigint[],
  status jobmachine.status,
  errors jsonb[]
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_nestloop = off
set enable_hashjoin = on
set enable_mergejoin = off
set jit = off
as $$
declare
  ended bigint[];
  groups jsonb[];
  queues text[];
begin
  perform jobmachine.ensure_today();
  with gone as (
    delete from jobmachine.ending j
    using unnest(end_each.jobs, end_each.errors) as one(id, error)
    -- Looks the jobs up, however few there were when this was planned.
    where j.id = any (end_each.jobs)
      and j.id = one.id
    returning end_each.status, null::jsonb as reply, one.error, j.*
  ), entered as (
    insert into jobmachine.ended
    select *
    from gone
  )
  select
    array_agg(gone.id) filter (where gone.environment ? 'group'),
    array_agg(gone.environment -> 'group') filter (where gone.environment ? 'group'),
    array_agg(distinct gone.queue)
  into ended, groups, queues
  from gone;
  if groups is not null then
    perform jobmachine.note_group_ends(groups, ended, end_each.status);
    perform jobmachine.ring_groups(groups);
  end if;
  perform jobmachine.note_ends(end_each.jobs, queues);
end
$$;

comment on function jobmachine.end_each is
  'Moves live jobs into the history, each with its error. Used by end_job and lose.';
