create or replace function sales.import_fates(import text, part integer)
returns table (number text, refusal text)
language plpgsql
stable
set jit = off
set enable_seqscan = off
as $$
#variable_conflict use_column
begin
  return query
  select distinct o.number, o.refusal
  from sales.import_run r
  join sales.import_order o on o.import = r.import and o.number = r.number
  where r.import = import_fates.import
    and r.part = import_fates.part
    and (o.refusal is not null or o.first_part < o.last_part);
end
$$;

comment on function sales.import_fates(text, integer) is
  'Returns the orders of a part of a file whose lines are not simply booked with it: refused ones, with the '
  'reason, and those that lie in other parts, too.';
