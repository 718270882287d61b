create or replace function logistics.order_needs(
  of_order sales.order,
  lines jsonb,
  warehouse text,
  are_reserved boolean
)
returns logistics.need[]
language plpgsql
stable
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  asked logistics.stock_line[] :=
    case when order_needs.lines is not null then logistics.read_lines(order_needs.lines, of_order => true) end;
  -- The same as an object by the lines' numbers: a join might look at all of them for each line.
  quantities jsonb;
  needs logistics.need[];
  wrong record;
begin
  if warehouse is not null then
    perform logistics.require_warehouse(warehouse);
  end if;

  select a.line_number
  into wrong
  from unnest(asked) a
  left join lateral (
    select l.quantity
    from sales.order_line l
    where l.order_number = of_order.number
      and l.line_number = a.line_number
    offset 0
  ) l on true
  where l.quantity is null
    or l.quantity < 0
  order by a.place
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ404',
      message = sales.line_refusal(of_order.number, wrong.line_number),
      hint = 'logistics.find-delivery lists the lines. An imported order keeps the line numbers of its file.';
  end if;

  select jsonb_object_agg(a.line_number, a.quantity)
  into quantities
  from unnest(asked) a;

  select array_agg(
    (
      of_order.id,
      d.number,
      of_order.number,
      d.product,
      coalesce(warehouse, d.reserved_at, 'main'),
      d.is_stocked,
      coalesce((quantities ->> d.number::text)::numeric, d.left_to_ship - case when are_reserved then d.reserved else 0 end),
      case when are_reserved then 0 else d.reserved end,
      0
    )::logistics.need
    order by d.number
  )
  into needs
  from logistics.delivery_line d
  where d.order_number = of_order.number
    and (asked is null or quantities ? d.number::text)
    and (asked is not null or d.left_to_ship > case when are_reserved then d.reserved else 0 end)
    and (d.is_stocked or not are_reserved);

  select n.line_number, n.wanted, d.left_to_ship - case when are_reserved then d.reserved else 0 end as most, d.ordered
  into wrong
  from unnest(needs) n
  cross join lateral (
    select d.*
    from logistics.delivery_line d
    where d.order_number = of_order.number
      and d.number = n.line_number
    offset 0
  ) d
  where asked is not null
    and n.wanted > d.left_to_ship - case when are_reserved then d.reserved else 0 end
  order by n.line_number
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format(
        'line %s: %s asked for, but only %s of %s ordered are left to be %s', wrong.line_number,
        trim_scale(wrong.wanted), trim_scale(wrong.most), trim_scale(wrong.ordered),
        case when are_reserved then 'reserved' else 'shipped' end),
      hint = 'Look at what was shipped and reserved before, and ask for what is left.';
  end if;

  select n.line_number, r.place_code
  into wrong
  from unnest(needs) n
  cross join lateral (
    select r.place_code
    from logistics.reservation r
    where r.order_number = of_order.number
      and r.line_number = n.line_number
    offset 0
  ) r
  where r.place_code <> n.place
  order by n.line_number
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format('line %s: goods are reserved for it at %s', wrong.line_number, wrong.place_code),
      hint = 'Name that warehouse, or release the reservation first.';
  end if;
  return needs;
end
$$;

comment on function logistics.order_needs(sales.order, jsonb, text, boolean) is
  'Returns what is wanted for an order: for the lines of a json array (objects of line and quantity), or, if '
  'it is null, for all that is left; if they are to be reserved, less what is reserved already. The goods '
  'come from the warehouse, or if that is null from where they are reserved, or main. The caller has locked '
  'the order. Raises DJ400, DJ404 and DJ409 with the number of the line.';
