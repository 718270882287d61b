create or replace function jobmachine.end_each(
  jobs bigint[],
  status jobmachine.status,
  errors jsonb[]
)
returns void
language plpgsql
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
begin
  perform jobmachine.ensure_today();
  with gone as (
    delete from jobmachine.job j
    using unnest(end_each.jobs, end_each.errors) as one(id, error)
    where j.id = one.id
    returning j.*, one.error as reason
  )
  insert into jobmachine.history (
    id, run_at, offloaded_at, claimed_at, worker, attempt, attempt_limit, limit_is_given, priority, status, queue, kind,
    arguments, environment, error)
  select
    gone.id, gone.run_at, gone.offloaded_at, gone.claimed_at, gone.worker, gone.attempt, gone.attempt_limit,
    gone.limit_is_given, gone.priority, end_each.status, gone.queue, gone.kind, gone.arguments, gone.environment,
    gone.reason
  from gone;
  perform jobmachine.note_blind_end(end_each.jobs);
end
$$;

comment on function jobmachine.end_each is
  'Moves live jobs into the history, each with its error. Used by end_job and lose.';
