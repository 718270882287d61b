create or replace function sales.find_order(
  order_id bigint,
  after bigint default 0
)
returns table (
  id bigint,
  number text,
  kind text,
  status text,
  is_return boolean,
  return_of text,
  ordered_on date,
  customer text,
  country text,
  invoice_address jsonb,
  delivery_address jsonb,
  currency text,
  total numeric,
  line_count integer,
  lines jsonb,
  next bigint
)
language sql
stable
as $$
  select
    o.id,
    o.number,
    o.kind,
    o.status,
    o.is_return,
    o.return_of,
    o.ordered_on,
    o.customer,
    o.country,
    o.invoice_address,
    o.delivery_address,
    o.currency,
    o.total,
    o.line_count,
    coalesce(l.lines, '[]'),
    case
      when exists (
        select
        from sales.order_line f
        where f.order_number = o.number
          and f.line_number > l.last_number
      ) then l.last_number
    end
  from sales.order o
  cross join lateral (
    select
      max(l.line_number) as last_number,
      jsonb_agg(
        jsonb_build_object(
          'number', l.line_number,
          'product', l.product_code,
          'description', coalesce(l.description, p.name),
          'quantity', trim_scale(l.quantity),
          'unitPrice', trim_scale(l.unit_price),
          'discount', trim_scale(l.discount),
          'amount', l.amount,
          'undoesLine', l.undoes_line
        )
        order by l.line_number
      ) as lines
    from (
      select *
      from sales.order_line
      where order_number = o.number
        and line_number > find_order.after
      order by line_number
      limit 1000
    ) l
    join sales.product p on p.code = l.product_code
  ) l
  where o.id = find_order.order_id
$$;

comment on function sales.find_order(bigint, bigint) is
  'Returns one order with its first 1,000 lines behind the line number `after`, as a json array; `next` is '
  'the number of the last of these if more lines follow. No row if there is no such order.';
