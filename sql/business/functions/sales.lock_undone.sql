create or replace function sales.lock_undone(number text, lines jsonb)
returns sales.order
language plpgsql
as $$
declare
  undone sales.order;
  wrong record;
begin
  select o.id
  into undone.id
  from sales.order o
  where o.number = lock_undone.number;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no order %s that a return could undo', left(lock_undone.number, 64));
  end if;
  undone := sales.lock_order(undone.id);
  if undone.kind <> 'order' or undone.status in ('quote', 'cancelled') then
    raise exception using
      errcode = 'DJ409',
      message = format(
        '%s is a %s: no return undoes it', undone.number,
        case when undone.kind <> 'order' then undone.kind when undone.status = 'quote' then 'quote'
        else 'cancelled order' end);
  end if;

  select w.product, w.quantity, coalesce(r.quantity, 0) as most
  into wrong
  from (
    select l ->> 'product' as product, - sum((l ->> 'quantity')::numeric) as quantity
    from jsonb_array_elements(lines) l
    where (l ->> 'quantity')::numeric < 0
    group by 1
  ) w
  left join sales.returnable_goods(undone.number) r on r.product = w.product
  where w.quantity > coalesce(r.quantity, 0)
  order by w.product
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format(
        '%s of product %s come back, but only %s of order %s are delivered and not returned yet',
        trim_scale(wrong.quantity), left(wrong.product, 64), trim_scale(wrong.most), undone.number),
      hint = 'Return no more than that. Of an order of which nothing more is delivered, close it first.';
  end if;
  return undone;
end
$$;

comment on function sales.lock_undone(text, jsonb) is
  'Locks the order that a return undoes, and returns it. Raises DJ404 if there is none, and DJ409 unless its goods '
  'may come back: no more than are delivered and not returned yet.';
