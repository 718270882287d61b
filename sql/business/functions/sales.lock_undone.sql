create or replace function sales.lock_undone(number text, lines jsonb)
returns sales.order
language plpgsql
as $$
declare
  undone sales.order;
  -- Objects by line and by product: a join might look at all of them for each.
  known jsonb;
  goods jsonb;
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

  select jsonb_object_agg(r.line_number, to_jsonb(r))
  into known
  from sales.returnable_lines(undone.number) r;

  select
    w.line_number, w.quantity, r.product, r.delivered, r.returned,
    w.product is distinct from r.product as is_other, w.is_positive = (r.ordered > 0) as is_more
  into wrong
  from (
    select
      (l ->> 'undoesLine')::bigint as line_number, min(l ->> 'product') as product,
      sum(abs((l ->> 'quantity')::numeric)) as quantity, bool_or((l ->> 'quantity')::numeric > 0) as is_positive
    from jsonb_array_elements(lines) l
    where l ->> 'undoesLine' is not null
    group by 1
  ) w
  cross join lateral jsonb_to_record(known -> w.line_number::text)
    as r (product text, ordered numeric, delivered numeric, returned numeric)
  where r.product is null
    or w.product <> r.product
    or w.is_positive = (r.ordered > 0)
    or w.quantity > r.delivered - r.returned
  order by w.line_number
  limit 1;
  if found then
    raise exception using
      errcode = case
        when wrong.delivered is null then 'DJ404'
        when wrong.is_other or wrong.is_more then 'DJ400'
        else 'DJ409'
      end,
      message = case
        when wrong.delivered is null then
          sales.line_refusal(undone.number, wrong.line_number)
        when wrong.is_other then
          format('line %s: its product is %s', wrong.line_number, wrong.product)
        when wrong.is_more then
          format('line %s: a quantity of this sign takes nothing of it back', wrong.line_number)
        else format(
          'line %s: %s come back, but of order %s only %s were delivered and %s were returned before',
          wrong.line_number, trim_scale(wrong.quantity), undone.number, wrong.delivered, wrong.returned)
      end,
      hint = case
        when wrong.delivered is null or wrong.is_other or wrong.is_more then
          'The lines are numbered as in the order; an imported order keeps the line numbers of its file.'
        else 'Return no more than was delivered. Of an order of which nothing more is delivered, close it first.'
      end;
  end if;

  select jsonb_object_agg(r.product, r.quantity)
  into goods
  from sales.returnable_goods(undone.number) r;

  select w.product, w.quantity, w.most
  into wrong
  from (
    select
      l ->> 'product' as product, - sum((l ->> 'quantity')::numeric) as quantity,
      coalesce((goods ->> (l ->> 'product'))::numeric, 0) as most
    from jsonb_array_elements(lines) l
    where (l ->> 'quantity')::numeric < 0
    group by 1
  ) w
  where w.quantity > w.most
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
  'Locks the order that a return undoes, and returns it. Raises DJ404 if there is none, and DJ409 unless its '
  'goods may come back: no more than are delivered and not returned yet, by product, and by line where a '
  'line of the return names one; and DJ400 for one that names another product.';
