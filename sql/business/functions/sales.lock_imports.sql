create or replace function sales.lock_imports()
returns void
language plpgsql
set lock_timeout = '10s'
as $$
begin
  -- A row, which only those may lock who may write to its table.
  perform
  from sales.import_turn
  for update;
exception when lock_not_available then
  raise exception 'another import of orders has not come to an end in 10 seconds'
  using errcode = 'DJ503', hint = 'Import these orders again when it has ended, or cancel it.';
end
$$;

comment on function sales.lock_imports() is
  'Lets one transaction at a time import orders. DJ503 if another one does for more than 10 seconds.';
