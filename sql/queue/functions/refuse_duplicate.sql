create or replace function jobmachine.refuse_duplicate(
  holder bigint,
  kind text,
  key text,
  rule jsonb
)
returns void
language plpgsql
as $$
declare
  ticket constant text := jobmachine.ticket_of(refuse_duplicate.holder);
  -- By the rule within, a job that has finished has its key for a time.
  until constant timestamptz := (
    select u.taken_at + make_interval(secs => (refuse_duplicate.rule ->> 'seconds')::double precision)
    from jobmachine.unique_key u
    where u.kind = refuse_duplicate.kind
      and u.key = refuse_duplicate.key
      and refuse_duplicate.rule ->> 'while' = 'within'
      and not exists (select from jobmachine.job j where j.id = refuse_duplicate.holder));
begin
  raise exception 'the % job % is there already', refuse_duplicate.kind, ticket
  using
    errcode = 'unique_violation', constraint = 'job_is_unique', table = 'job', detail = ticket,
    -- DjetModel reads the time from it.
    hint = coalesce(
      'It has the key until ' || to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '.',
      'Wait for that job, or cancel it first.');
end
$$;

comment on function jobmachine.refuse_duplicate is
  'Raises unique_violation for a unique job whose key another one has; the detail is its ticket, and the hint
tells until when it has the key if it has ended. Used by admit and retake_key.';
