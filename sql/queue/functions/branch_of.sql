create or replace function jobmachine.branch_of(
  queue text
)
returns text[]
language plpgsql
immutable
as $$
declare
  parts constant text[] := string_to_array(branch_of.queue, '.');
  branch text[] := parts[:1];
begin
  for place in 2 .. coalesce(cardinality(parts), 1) loop
    branch := branch || array_to_string(parts[:place], '.');
  end loop;
  return branch;
end
$$;

comment on function jobmachine.branch_of is
  'Returns the queues whose pauses and limits hold for a queue: those above it, the topmost first, and '
  'itself.';
