-- One look per statement instead of a foreign key per move, as sales.check_order_lines() does. Transfers,
-- products, places and order lines are never deleted.
create or replace function logistics.keep_on_hand()
returns trigger
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  wrong text;
begin
  -- Lateral looks with a limit are looks into the index, whatever the planner believed of the tables' sizes
  -- when the first moves came.
  select
    case
      when e.id is null then format('there is no transfer %s', a.transfer_id)
      when p.code is null then format('there is no product %s', a.product_code)
      when f.code is null then format('there is no place %s', a.from_place)
      when t.code is null then format('there is no place %s', a.to_place)
      else format('line %s of order %s has not the product %s', a.line_number, a.order_number, a.product_code)
    end
  into wrong
  from added a
  left join lateral (
    select e.id
    from logistics.transfer e
    where e.id = a.transfer_id
    limit 1
  ) e on true
  left join lateral (
    select p.code
    from sales.product p
    where p.code = a.product_code
    limit 1
  ) p on true
  left join logistics.place f on f.code = a.from_place
  left join logistics.place t on t.code = a.to_place
  left join lateral (
    select l.product_code
    from sales.order_line l
    where l.order_number = a.order_number
      and l.line_number = a.line_number
    limit 1
  ) l on true
  where e.id is null
    or p.code is null
    or f.code is null
    or t.code is null
    or (a.order_number is not null and l.product_code is distinct from a.product_code)
  limit 1;
  if found then
    raise exception using
      errcode = '23503',
      message = wrong,
      hint = 'A move names a transfer, a product, two places and perhaps a line of that product.';
  end if;

  perform logistics.lock_stock(array_agg(e.product), array_agg(e.place))
  from (
    select a.product_code, e.place
    from added a
    cross join lateral (values (a.from_place), (a.to_place)) e (place)
  ) e (product, place)
  join logistics.place p on p.code = e.place
  where p.kind = 'warehouse';

  update logistics.on_hand h
  set quantity = h.quantity + c.change
  from (
    select a.product_code, e.place, sum(e.change) as change
    from added a
    cross join lateral (values (a.from_place, -a.quantity), (a.to_place, a.quantity)) e (place, change)
    group by a.product_code, e.place
  ) c
  where h.product_code = c.product_code
    and h.place_code = c.place;
  return null;
end
$$;

comment on function logistics.keep_on_hand() is
  'Trigger: checks what new moves name, and adds them to what is on hand in the warehouses, which is locked '
  'first.';

create or replace trigger keep_on_hand
after insert on logistics.move
referencing new table as added
for each statement
execute function logistics.keep_on_hand();

comment on trigger keep_on_hand on logistics.move is 'Keeps on_hand the sum of the moves.';
