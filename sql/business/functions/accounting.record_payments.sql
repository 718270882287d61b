create or replace function accounting.record_payments(payments jsonb, today date)
returns table (
  refusal_code text,
  refusal text,
  id bigint,
  entry_id bigint,
  day date,
  amount numeric,
  customer text,
  account text,
  reference text,
  prepaid numeric,
  settled jsonb
)
language plpgsql
set lock_timeout = '10s'
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  asked accounting.asked_payment[] := accounting.read_payments(payments, today);
  prepayments text := accounting.role_account('prepayments');
  locked bigint[];
  allotted accounting.allotted_payment[];
  ids bigint[];
begin
  -- Looks into tables are lateral ones with a limit: looks into an index, whatever the tables' sizes.
  --
  -- Another call that settles the same items waits here, and then finds less open. All lock in the order of
  -- due days.
  begin
    locked := array(
      select i.entry_id
      from (
        select o.due_on, o.entry_id
        from (
          select distinct a.payer, sign(a.amount) as sign
          from unnest(asked) a
          where a.refusal is null
            and a.items is null
        ) p
        cross join lateral (
          select o.due_on, o.entry_id
          from accounting.open_item o
          where o.customer = p.payer
            and o.open <> 0
            and sign(o.amount) = p.sign
          offset 0
        ) o
        union
        select o.due_on, o.entry_id
        from unnest(asked) a
        cross join lateral unnest(a.items) n (item)
        cross join lateral (select * from accounting.open_item o where o.entry_id = n.item limit 1) o
        where a.refusal is null
        order by due_on, entry_id
      ) o
      cross join lateral (
        select i.entry_id
        from accounting.open_item i
        where i.entry_id = o.entry_id
        limit 1
        for no key update
      ) i
    );
  exception when lock_not_available then
    raise exception 'others settle the same invoices for more than 10 seconds'
    using errcode = 'DJ503', hint = 'Try again when they have ended.';
  end;

  allotted := array(select t from accounting.allot_payments(asked, locked) t);
  ids := accounting.insert_payments(allotted);

  with paid as materialized (
    select
      ids[t.spot] as id, (t.asked).day, (t.asked).amount, (t.asked).account, (t.asked).payer, t.items, t.amounts, t.rest,
      row_number() over (order by t.spot) as number
    from unnest(allotted) with ordinality t (asked, items, amounts, rest, spot)
    where ids[t.spot] is not null
  ),
  made as (
    insert into accounting.entry (source, source_id, day, posting_count)
    select 'payment', p.id, p.day, 1 + cardinality(p.items) + (p.rest > 0)::integer
    from paid p
    order by p.number
    returning id
  ),
  -- The entries' ids are in the order of the payments: a look into an array for each, not a join.
  entries as (
    select array_agg(m.id order by m.id) as ids
    from made m
  ),
  booked as materialized (
    select e.ids[p.number] as entry_id, p.*
    from paid p
    cross join entries e
  ),
  posted as (
    insert into accounting.posting (entry_id, line, day, account, amount, customer, invoice_id)
    select b.entry_id, 1, b.day, b.account, b.amount, b.payer, null
    from booked b
    union all
    select b.entry_id, 1 + t.number, b.day, i.account, - sign(b.amount) * t.amount, b.payer, e.source_id
    from booked b
    cross join lateral unnest(b.items, b.amounts) with ordinality t (item, amount, number)
    cross join lateral (select o.account from accounting.open_item o where o.entry_id = t.item limit 1) i
    cross join lateral (select e.source_id from accounting.entry e where e.id = t.item limit 1) e
    union all
    select b.entry_id, 2 + cardinality(b.items), b.day, prepayments, - b.rest, b.payer, null
    from booked b
    where b.rest > 0
  ),
  opened as (
    insert into accounting.open_item (entry_id, day, due_on, amount, account, customer)
    select b.entry_id, b.day, b.day, - b.amount, prepayments, b.payer
    from booked b
  )
  insert into accounting.settlement (debit_id, credit_id, entry_id, amount)
  select
    case when b.amount > 0 then t.item else b.entry_id end, case when b.amount > 0 then b.entry_id else t.item end,
    b.entry_id, t.amount
  from booked b
  cross join lateral unnest(b.items, b.amounts) t (item, amount);

  return query
  select
    a.refusal_code, a.refusal, w.id, w.entry_id, w.day, w.amount, w.customer, w.account, w.reference, w.prepaid,
    w.settled
  from accounting.payment_answers(asked, allotted, ids) with ordinality a
  left join lateral (select * from accounting.whole_payment w where w.id = a.payment_id limit 1) w on true
  order by a.ordinality;
end
$$;

comment on function accounting.record_payments(jsonb, date) is
  'Books the payments of a json array as accounting.read_payments() reads it, and returns each, in their '
  'order, with what it settles; in place of one that cannot be booked it returns a refusal with its code. '
  'Each settles the invoices that it names, or those of its customer, due first; what is left is the '
  'customer''s prepayment. A negative amount is paid to the customer, and settles credit notes and '
  'prepayments, never more, and none of this call. A payment under a key that was booked before books none: '
  'the first is returned, or DJ409 if that was another. Raises DJ503 after 10 seconds.';
