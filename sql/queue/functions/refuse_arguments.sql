create or replace function jobmachine.refuse_arguments()
returns void
language plpgsql
as $$
begin
  raise exception 'a job''s arguments are longer than % bytes', jobmachine.arguments_limit()
  using errcode = 'DJ400', hint = 'Store long values as a file, and pass its number.';
end
$$;

comment on function jobmachine.refuse_arguments is
  'Raises DJ400 for arguments that are longer than a worker can take. Used by offload, offload_each and
offload_many.';
