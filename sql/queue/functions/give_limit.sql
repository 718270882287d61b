create or replace function jobmachine.give_limit(
  failed jobmachine.job,
  attempt_limit integer
)
returns integer
language plpgsql
as $$
declare
  -- The limit at first: each snooze since has added one.
  at_first constant bigint := coalesce(
    case when jobmachine.is_environment(failed.environment) then (failed.environment ->> 'attempts')::bigint end,
    failed.attempt_limit);
begin
  update jobmachine.job j
  set
    attempt_limit = give_limit.attempt_limit,
    limit_is_given = true,
    environment = case
      when j.environment ? 'attempts' then j.environment || jsonb_build_object(
        'attempts', least(greatest(give_limit.attempt_limit - (failed.attempt_limit - at_first), 1), 999999999))
      else j.environment
    end
  where j.id = failed.id;
  return give_limit.attempt_limit;
end
$$;

comment on function jobmachine.give_limit is
  'Sets the attempt limit of a job that was offloaded without one to its handler''s, and returns it. Used by
fail.';
