create or replace function jobmachine.refuse_duplicate(
  holder bigint,
  kind text
)
returns void
language plpgsql
as $$
declare
  ticket constant text := jobmachine.ticket_of(refuse_duplicate.holder);
begin
  raise exception 'the % job % is there already', refuse_duplicate.kind, ticket
  using
    errcode = 'unique_violation', constraint = 'job_is_unique', table = 'job', detail = ticket,
    hint = 'Wait for that job, or cancel it first.';
end
$$;

comment on function jobmachine.refuse_duplicate is
  'Raises unique_violation for a unique job whose key another one has; the detail is its ticket. Used by admit
and retake_key.';
