create or replace function logistics.grant_needs(needs logistics.need[], is_partial boolean)
returns logistics.need[]
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  granted_needs logistics.need[];
  missing record;
begin
  perform logistics.lock_stock(array_agg(n.product), array_agg(n.place))
  from unnest(needs) n
  where n.is_stocked;

  -- Lines that want the same goods get them in their order.
  select array_agg(
    (
      n.order_id, n.line_number, n.order_number, n.product, n.place, n.is_stocked, n.wanted, n.reserved,
      case
        when n.is_stocked then n.wanted - n.more + least(n.more, greatest(0, h.quantity - h.reserved - n.before))
        else n.wanted
      end
    )::logistics.need
    order by n.order_id, n.line_number
  )
  into granted_needs
  from (
    select
      n.*,
      m.more,
      sum(m.more) over (partition by n.product, n.place order by n.order_id, n.line_number) - m.more as before
    from unnest(needs) n
    cross join lateral (select greatest(0, n.wanted - n.reserved) as more) m
  ) n
  left join logistics.on_hand h on h.product_code = n.product and h.place_code = n.place;

  select
    n.line_number,
    n.product,
    n.place,
    n.wanted - n.granted as quantity,
    count(*) over () as lines
  into missing
  from unnest(granted_needs) n
  where n.granted < n.wanted
    and not is_partial
  order by n.line_number
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format(
        'line %s: %s of product %s are missing at %s%s', missing.line_number, trim_scale(missing.quantity),
        missing.product, missing.place,
        case when missing.lines > 1 then format(' (%s lines lack goods)', missing.lines) else '' end),
      hint = 'Receive more, release what others have reserved, or ask for as much as there is (partial).';
  end if;
  return granted_needs;
end
$$;

comment on function logistics.grant_needs(logistics.need[], boolean) is
  'Locks the goods that are wanted, and returns the needs with how many each gets: what is reserved for it, '
  'and of the rest what nobody has reserved, older orders first. A product that is not stocked is there '
  'always. Raises DJ409 if that is less than wanted, unless it may be partial.';
