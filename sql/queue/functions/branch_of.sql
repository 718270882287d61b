create or replace function jobmachine.branch_of(
  queue text
)
returns text[]
language sql
immutable
as $$
  select array_agg(array_to_string(name.parts[:place.number], '.') order by place.number)
  from (select string_to_array(branch_of.queue, '.') as parts) as name
  cross join lateral generate_series(1, cardinality(name.parts)) as place(number)
$$;

comment on function jobmachine.branch_of is
  'Returns the queues whose pauses and limits hold for a queue: those above it, the topmost first, and itself.';
