create or replace function sales.lock_imports()
returns void
language plpgsql
set lock_timeout = '10s'
as $$
begin
  -- Locks a row, which takes the right to write to its table.
  perform
  from sales.import_turn
  for update;
exception when lock_not_available then
  raise exception 'another import of orders is still running after 10 seconds'
  using errcode = 'DJ503', hint = 'Import these orders again when it has ended, or cancel it.';
end
$$;

comment on function sales.lock_imports() is
  'Lets one transaction at a time import orders. Raises DJ503 if another one does for more than 10 seconds.';
