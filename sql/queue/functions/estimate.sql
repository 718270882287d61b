create or replace function jobmachine.estimate(
  statement text
)
returns bigint
language plpgsql
as $$
declare
  plan json;
begin
  if estimate.statement is null then
    raise exception 'the statement is null' using errcode = 'DJ400', hint = 'Name the one to estimate.';
  end if;
  execute 'explain (format json) ' || estimate.statement into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric::bigint;
end
$$;

comment on function jobmachine.estimate is
  'Returns the planner''s estimate of how many rows a statement finds. It costs nothing, however many there
are.';
