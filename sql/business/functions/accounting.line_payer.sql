create or replace function accounting.line_payer(payer_account text, payer text)
returns text
language plpgsql
stable
set jit = off
set enable_seqscan = off
set enable_nestloop = on
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_variable
declare
  known text;
begin
  -- The last payment from there that named its invoices, or that a person assigned.
  select p.customer
  into known
  from (
    select l.id
    from accounting.bank_line l
    where l.payer_account = line_payer.payer_account
    order by l.id desc
    limit 20
  ) l
  join accounting.bank_match m on m.line_id = l.id and m.way in ('reference', 'assigned')
  join accounting.payment p on p.id = m.payment_id and p.customer is not null
  join accounting.entry e on e.source = 'payment' and e.source_id = p.id
  where not exists (select from accounting.entry r where r.reverses = e.id)
  order by l.id desc
  limit 1;
  if known is not null then
    return known;
  end if;

  return (
    select min(c.code)
    from (
      select c.code
      from sales.customer c
      where lower(c.name) collate "C" = lower(line_payer.payer) collate "C"
      limit 2
    ) c
    having count(*) = 1
  );
end
$$;

comment on function accounting.line_payer(text, text) is
  'Returns the customer who pays from an account at a bank, as earlier payments have shown, or else the only '
  'customer of that name; null if neither is known.';
