create or replace function sales.return_lines(
  order_id bigint,
  lines jsonb,
  moment timestamptz,
  warehouse text default null,
  reference text default null,
  key text default null
)
returns table (return_id bigint, transfer_id bigint)
language plpgsql
set jit = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  earlier text;
  undone sales.order;
  named jsonb;
  goods jsonb;
  taken_back jsonb;
  placed text;
begin
  earlier := sales.claim_key(
    return_lines.key,
    jsonb_build_array(
      'return-lines', return_lines.order_id, return_lines.lines, return_lines.warehouse, return_lines.reference),
    'return'
  );
  if earlier is null then
    undone := sales.lock_order(return_lines.order_id);
    select jsonb_agg(
      jsonb_build_object(
        'undoesLine', l.line_number, 'product', o.product_code, 'quantity', - sign(o.quantity) * l.quantity)
      order by l.place
    )
    into named
    from unnest(logistics.read_lines(return_lines.lines, of_order => true)) l
    left join lateral (
      select o.product_code, o.quantity
      from sales.order_line o
      where o.order_number = undone.number
        and o.line_number = l.line_number
      offset 0
    ) o on true;

    select w.id, w.number
    into return_id, placed
    from sales.place_order(
      number => null, customer => null, country => null, ordered_on => sales.shop_day(moment), lines => named,
      kind => 'return', return_of => undone.number) w;

    -- The warehouse may have taken them back before, without a return; and what is given up of a closed order
    -- was never there.
    select jsonb_object_agg(r.line_number, r.returned)
    into taken_back
    from sales.returnable_lines(undone.number) r;

    select jsonb_agg(jsonb_build_object('line', g.line_number, 'quantity', g.quantity) order by g.line_number)
    into goods
    from (
      select
        l.undoes_line as line_number,
        least(
          - l.quantity, d.shipped - d.returned, (taken_back ->> l.undoes_line::text)::numeric - d.returned
        ) as quantity
      from sales.order_line l
      cross join lateral (
        select d.shipped, d.returned
        from logistics.delivery_line d
        where d.order_number = undone.number
          and d.number = l.undoes_line
        offset 0
      ) d
      where l.order_number = placed
    ) g
    where g.quantity > 0;
    if goods is not null then
      select t.id
      into transfer_id
      from logistics.receive_return(
        undone.id, goods, moment, return_lines.warehouse, return_lines.reference, return_number => placed) t;
    end if;
    perform accounting.invoice_orders(array[return_id], sales.shop_day(moment));

    update sales.placement
    set made = placed
    where key = return_lines.key;
    return next;
  else
    return query
    select o.id, t.id
    from sales.order o
    left join logistics.transfer t on t.order_number = o.return_of and t.return_number = o.number
    where o.number = earlier;
  end if;
end
$$;

comment on function sales.return_lines(bigint, jsonb, timestamptz, text, text, text) is
  'Takes back lines of an order, a json array of objects of line and quantity: places a return of them, '
  'receives the goods into a warehouse (null is main), and issues the credit notes if all of it is invoiced; '
  'otherwise those are due with the invoice. Returns the return, and the transfer of the goods: null if the '
  'warehouse had them already, or none went out. The same under the same `key` again returns the first. '
  'Raises DJ400, DJ404, and DJ409 for more than was delivered and is not returned yet.';
