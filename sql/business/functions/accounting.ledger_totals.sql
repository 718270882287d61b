create or replace function accounting.ledger_totals()
returns table (entries bigint, debit numeric, credit numeric, receivables numeric, open_items numeric)
language sql
stable
as $$
  select
    (select count(*) from accounting.entry), p.debit, p.credit, p.receivables,
    (select coalesce(sum(i.open), 0) from accounting.open_item i where i.open <> 0)
  from (
    select
      coalesce(sum(l.amount) filter (where l.amount > 0), 0) as debit,
      coalesce(- sum(l.amount) filter (where l.amount < 0), 0) as credit,
      coalesce(sum(l.amount) filter (where l.account = r.account), 0) as receivables
    from accounting.posting l
    cross join (select accounting.role_account('receivables') as account offset 0) r
  ) p
$$;

comment on function accounting.ledger_totals() is
  'Returns the number of entries, the sums of all debits and all credits, which are equal, the balance of '
  'the receivables, and what is open in all, prepayments taken off.';
