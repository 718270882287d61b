create or replace function accounting.balance_sheet(on_day date default null)
returns table (account text, name text, kind text, amount numeric)
language sql
stable
as $$
  select
    t.account, min(t.name), t.kind, sum(case t.kind when 'asset' then t.closing else - t.closing end)
  from (
    select b.account, b.name, b.kind, b.closing
    from accounting.trial_balance(null, on_day) b
    where b.kind in ('asset', 'liability', 'equity')
    union all
    select null, 'Result to date', 'equity', sum(b.closing)
    from accounting.trial_balance(null, on_day) b
    where b.kind in ('income', 'expense')
  ) t
  group by t.account, t.kind
  having sum(t.closing) <> 0
  order by array_position('{asset,liability,equity}', t.kind), t.account
$$;

comment on function accounting.balance_sheet(date) is
  'Returns the assets, the liabilities and the equity at the end of a day. Income less expense to date is a '
  'part of the equity without an account, so that the assets are the sum of the others.';
