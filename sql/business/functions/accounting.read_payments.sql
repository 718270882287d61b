create or replace function accounting.read_payments(payments jsonb, today date)
returns accounting.asked_payment[]
language plpgsql
stable
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_nestloop = on
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  bank text := accounting.role_account('bank');
  asked accounting.asked_payment[];
begin
  select array_agg(
    (
      p.place, coalesce(p.day, today), p.amount, coalesce(p.customer, n.payer), p.account, p.reference, n.items,
      p.key, p.digest, r.code, r.reason
    )::accounting.asked_payment
    order by p.place
  )
  into asked
  from (
    select
      j.place,
      (j.payment ->> 'day')::date as day,
      (j.payment ->> 'amount')::numeric as amount,
      j.payment ->> 'customer' as customer,
      coalesce(j.payment ->> 'account', bank) as account,
      j.payment ->> 'reference' as reference,
      nullif(j.payment -> 'invoices', 'null') as invoices,
      j.payment ->> 'key' as key,
      encode(
        sha256(
          convert_to(
            jsonb_build_array(
              j.payment ->> 'day', trim_scale((j.payment ->> 'amount')::numeric), j.payment ->> 'customer',
              j.payment ->> 'account', j.payment ->> 'reference', nullif(j.payment -> 'invoices', 'null'))::text,
            'UTF8')), 'hex') as digest
    from jsonb_array_elements(payments) with ordinality j (payment, place)
  ) p
  -- The looks into tables are lateral ones with a limit: looks into an index, whatever the tables' sizes.
  cross join lateral (
    select
      array_agg(i.entry_id order by i.due_on, i.entry_id) filter (where i.entry_id is not null) as items,
      min(i.customer) as payer,
      min(n.number) filter (where i.entry_id is null) as missing,
      bool_or(i.customer is distinct from p.customer) as are_others,
      count(distinct i.customer) + bool_or(i.customer is null)::integer > 1 as are_of_several,
      k.kind
    from (values (case when p.amount < 0 then 'credit-note' else 'invoice' end)) k (kind)
    left join lateral (select distinct e.number::bigint from jsonb_array_elements_text(p.invoices) e (number)) n on true
    left join lateral (
      select o.entry_id, o.due_on, o.customer
      from accounting.invoice v
      join accounting.entry e on e.source = 'invoice' and e.source_id = v.id
      join accounting.open_item o on o.entry_id = e.id
      where v.kind = k.kind
        and v.number = n.number
      limit 1
    ) i on true
    group by k.kind
  ) n
  left join lateral (select a.is_active from accounting.ledger_account a where a.code = p.account limit 1) a on true
  left join lateral (select c.code from sales.customer c where c.code = p.customer limit 1) c on true
  cross join lateral (select sales.day_refusal(p.day, 'day') as refusal) d
  left join lateral (
    select w.code, w.reason
    from (
      values
        (
          (p.amount <> 0 and p.amount = round(p.amount, 2) and abs(p.amount) < 1e15) is not true, 'DJ400',
          'the amount has at most 2 decimals, is not 0, and lies below 10^15'
        ),
        (d.refusal is not null, 'DJ400', d.refusal),
        (
          char_length(p.key) not between 1 and 200 or char_length(p.reference) not between 1 and 500, 'DJ400',
          'a key has 1 to 200 characters, and a reference 1 to 500'
        ),
        (a.is_active is not true, 'DJ404', format('there is no active account %s', left(p.account, 40))),
        (p.customer is not null and c.code is null, 'DJ404', format('there is no customer %s', left(p.customer, 64))),
        (n.missing is not null, 'DJ404', format('there is no %s %s', replace(n.kind, '-', ' '), n.missing)),
        (
          n.items is not null and case when p.customer is null then n.are_of_several else n.are_others end, 'DJ409',
          'the invoices are not all of one customer, who pays them: book a payment for each customer'
        )
    ) w (is_so, code, reason)
    where w.is_so
    limit 1
  ) r on true;
  return asked;
end
$$;

comment on function accounting.read_payments(jsonb, date) is
  'Returns the payments of a json array: objects of amount, and perhaps of day (without it, today), '
  'customer, account (the bank), reference, invoices (their numbers, or those of credit notes for a negative '
  'amount) and key. One that cannot be booked has a refusal and its code: DJ400 for an amount, day or text '
  'that is none, DJ404 for an unknown customer, number or account, DJ409 for invoices of several customers.';
