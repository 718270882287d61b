create or replace function sales.import_clash(import text)
returns table (message text, detail text, hint text)
language plpgsql
stable
set jit = off
set enable_seqscan = off
as $$
declare
  clash record;
begin
  select count(*) as amount, min(o.first_line) as line, (array_agg(o.number order by o.first_line))[1] as number
  into clash
  from sales.import_order o
  cross join lateral (
    select
    from sales.order earlier
    where earlier.number = o.number
    limit 1
  ) earlier
  where o.import = import_clash.import
    and o.refusal is null;
  if clash.amount > 0 then
    return query
    select
      format('line %s: order %s exists already', clash.line, clash.number),
      case clash.amount
        when 1 then 'It is the only such order of the file.'
        else format('It is one of %s such orders of the file.', clash.amount)
      end,
      'Remove the orders that are already booked from the file, then import it again.';
  end if;
end
$$;

comment on function sales.import_clash(text) is
  'Returns why a file that sales.import_judge() has decided on cannot be imported: an order of it exists '
  'already. Returns nothing if it can.';
