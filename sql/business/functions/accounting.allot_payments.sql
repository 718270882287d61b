create or replace function accounting.allot_payments(asked accounting.asked_payment[], locked bigint[])
returns setof accounting.allotted_payment
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_nestloop = off
as $$
#variable_conflict use_column
declare
  -- The open items: those of one customer and one sign together, due first.
  all_items bigint[];
  owners text[];
  opens numeric[];
  -- The spot in these arrays where the open items of an owner begin by now, by the one where they began
  -- first.
  begins integer[];
  payment record;
  spot integer;
  turn integer;
  left_of_payment numeric;
  part numeric;
  taken bigint[];
  parts numeric[];
  -- Both as they were before a refund that is not to be had.
  opens_before numeric[];
  begins_before integer[];
begin
  select array_agg(o.entry_id), array_agg(o.owner), array_agg(abs(o.open)), array_agg(o.number)
  into all_items, owners, opens, begins
  from (
    select
      i.entry_id, i.open, concat(sign(i.amount), ' ', i.customer) as owner,
      row_number() over (order by i.customer, sign(i.amount), i.due_on, i.entry_id) as number
    from unnest(locked) l (entry_id)
    cross join lateral (select * from accounting.open_item i where i.entry_id = l.entry_id limit 1) i
    where i.open <> 0
    order by number
  ) o;

  for payment in
    select
      a.asked, a.amount, a.items is not null as names_items, f.spot, n.spots,
      concat(sign(a.amount), ' ', a.payer) as owner
    from (
      select a.*, a as asked, row_number() over (partition by a.key order by a.place) as turn
      from unnest(asked) a
      where a.refusal is null
    ) a
    left join (
      select w.owner, min(w.spot) as spot
      from unnest(owners) with ordinality w (owner, spot)
      group by w.owner
    ) f on f.owner = concat(sign(a.amount), ' ', a.payer) and a.payer is not null
    left join (
      select p.place, array_agg(i.spot order by n.number) as spots
      from unnest(asked) p
      cross join lateral unnest(p.items) with ordinality n (item, number)
      join unnest(all_items) with ordinality i (item, spot) on i.item = n.item
      group by p.place
    ) n on n.place = a.place
    left join lateral (select p.id from accounting.payment p where p.key = a.key limit 1) e on true
    where e.id is null
      and (a.key is null or a.turn = 1)
    order by a.place
  loop
    left_of_payment := abs(payment.amount);
    if payment.amount < 0 then
      opens_before := opens;
      begins_before := begins;
    end if;
    taken := '{}';
    parts := '{}';
    turn := 1;
    -- Each takes, in its turn, what those before have left. It costs as many steps as it takes items.
    while left_of_payment > 0 loop
      spot := case when payment.names_items then payment.spots[turn] else begins[payment.spot] end;
      exit when (owners[spot] = payment.owner) is not true;
      part := least(left_of_payment, opens[spot]);
      if part > 0 then
        taken := taken || all_items[spot];
        parts := parts || part;
        left_of_payment := left_of_payment - part;
        opens[spot] := opens[spot] - part;
      end if;
      turn := turn + 1;
      if not payment.names_items and opens[spot] = 0 then
        begins[payment.spot] := spot + 1;
      end if;
    end loop;
    -- One that is refused, since there is less to get, takes nothing from those behind it.
    if payment.amount < 0 and left_of_payment > 0 then
      opens := opens_before;
      begins := begins_before;
    end if;
    return next (payment.asked, taken, parts, left_of_payment)::accounting.allotted_payment;
  end loop;
end
$$;

comment on function accounting.allot_payments(accounting.asked_payment[], bigint[]) is
  'Returns, for each payment that is to be booked, the items that it settles, with the amounts, and what is '
  'left of it. In their order, each takes what those before have left of the items that it names, or of its '
  'customer''s, due first. The caller has locked the items. Payments that have a refusal, or a key that was '
  'booked before, are left out.';
