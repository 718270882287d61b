create or replace function jobmachine.refuse_null()
returns void
language plpgsql
as $$
begin
  raise exception 'a job''s arguments and environment must not be null'
  using errcode = 'DJ400', table = 'job', hint = 'Use {} for none.';
end
$$;

comment on function jobmachine.refuse_null is
  'Raises DJ400 for null arguments or a null environment. Used by offload, offload_each and
offload_many.';
