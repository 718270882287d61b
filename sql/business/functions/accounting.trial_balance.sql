create or replace function accounting.trial_balance(from_day date default null, to_day date default null)
returns table (account text, name text, kind text, opening numeric, debit numeric, credit numeric, closing numeric)
language sql
stable
as $$
  select
    a.code, a.name, a.kind,
    coalesce(p.opening, 0), coalesce(p.debit, 0), coalesce(p.credit, 0),
    coalesce(p.opening + p.debit - p.credit, 0)
  from accounting.ledger_account a
  left join (
    select
      l.account,
      coalesce(sum(l.debit - l.credit) filter (where l.day < from_day), 0) as opening,
      coalesce(sum(l.debit) filter (where (l.day < from_day) is not true), 0) as debit,
      coalesce(sum(l.credit) filter (where (l.day < from_day) is not true), 0) as credit
    from accounting.account_total l
    where to_day is null
      or l.day <= to_day
    group by l.account
  ) p on p.account = a.code
  order by a.code
$$;

comment on function accounting.trial_balance(date, date) is
  'Returns each account with its balance before the first day, the sums of its debits and credits from then '
  'to the last day, and its balance after it: positive is debit. Null days mean from the beginning, to the '
  'end.';
