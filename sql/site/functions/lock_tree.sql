create or replace function djet.lock_tree()
returns void
language plpgsql
set lock_timeout = '10s'
as $$
begin
  -- Locks the table itself, which takes the right to write to it. Readers do not wait.
  lock table djet.node in share row exclusive mode;
exception when lock_not_available then
  raise exception 'another session has been changing the tree for 10 seconds'
  using errcode = 'DJ503', hint = 'Try again; if it persists, look for a transaction that was left open.';
end
$$;

comment on function djet.lock_tree is
  'Lets one transaction at a time change the tree, so that no two moves make a cycle together. Readers do '
  'not wait. Raises DJ503 if somebody else changes it for more than 10 seconds.';
