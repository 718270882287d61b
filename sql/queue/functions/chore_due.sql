create or replace function jobmachine.chore_due(
  chore jobmachine.chore
)
returns timestamptz
language sql
stable
as $$
  select case
    when (chore_due.chore).worker is null
      or not exists (select from jobmachine.worker w where w.id = (chore_due.chore).worker)
      then (chore_due.chore).next_at
    else (chore_due.chore).free_at
  end
$$;

comment on function jobmachine.chore_due is
  'Returns the time at which a chore can be claimed: when it is due next, or when the worker that runs it must
have reported its end. A worker that was struck off does not run it any more. Used by claim_chores and
next_chore.';
