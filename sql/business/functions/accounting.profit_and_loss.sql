create or replace function accounting.profit_and_loss(from_day date default null, to_day date default null)
returns table (account text, name text, kind text, amount numeric)
language sql
stable
as $$
  select t.account, t.name, t.kind, case t.kind when 'income' then t.credit - t.debit else t.debit - t.credit end
  from accounting.trial_balance(from_day, to_day) t
  where t.kind in ('income', 'expense')
    and (t.debit <> 0 or t.credit <> 0)
  order by t.kind desc, t.account
$$;

comment on function accounting.profit_and_loss(date, date) is
  'Returns what each account of income has earned, and each one of expense has cost, from day to day.';
