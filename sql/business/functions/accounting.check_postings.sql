create or replace function accounting.check_postings()
returns trigger
language plpgsql
set jit = off
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
as $$
declare
  wrong bigint;
  reverses boolean;
  refused text;
begin
  select
    min(p.entry_id) filter (
      where (p.count, p.total, p.first, p.last, p.day, p.last_day)
        is distinct from (e.posting_count::bigint, 0::numeric, 1, e.posting_count, e.day, e.day)
    ),
    bool_or(e.reverses is not null)
  into wrong, reverses
  from (
    select
      a.entry_id, count(*), sum(a.amount) as total, min(a.line) as first, max(a.line) as last,
      min(a.day) as day, max(a.day) as last_day
    from added a
    group by a.entry_id
  ) p
  left join accounting.entry e on e.id = p.entry_id;
  if wrong is not null then
    raise exception using
      errcode = '23514',
      message = format('the postings of entry %s are not whole, or do not balance', wrong),
      detail = (
        select format('%s postings of %s, sum %s', count(*), coalesce(max(e.posting_count), 0), sum(a.amount))
        from added a
        left join accounting.entry e on e.id = a.entry_id
        where a.entry_id = wrong
      ),
      hint = 'Insert all postings of an entry, on its day and numbered from 1, with one statement; '
        'their sum is 0. An entry takes no further postings.';
  end if;

  select a.account
  into refused
  from (select distinct account from added) a
  left join accounting.ledger_account l on l.code = a.account
  where l.is_active is not true
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format('there is no active account %s', refused),
      hint = 'accounting.list-accounts lists the accounts.';
  end if;

  if reverses and exists (
    select
    from added a
    join accounting.entry e on e.id = a.entry_id
    left join accounting.posting p on p.entry_id = e.reverses and p.line = a.line
    join accounting.entry r on r.id = e.reverses
    where e.reverses is not null
      and (
        e.posting_count <> r.posting_count
        or r.reverses is not null
        or (p.account, p.amount, p.customer, p.invoice_id)
          is distinct from (a.account, - a.amount, a.customer, a.invoice_id)
      )
  ) then
    raise exception using
      errcode = '23514',
      message = 'a reversal has the postings of the entry that it reverses, with the other sign',
      hint = 'Reverse an entry with accounting.reverse_entry(). A reversal is not reversed.';
  end if;
  return null;
end
$$;

comment on function accounting.check_postings() is
  'Trigger: checks that the postings of an entry come all at once, balance, bear its day and name active '
  'accounts, and that those of a reversal are what they reverse, with the other sign.';

create or replace trigger check_postings
after insert on accounting.posting
referencing new table as added
for each statement
execute function accounting.check_postings();

comment on trigger check_postings on accounting.posting is 'Every entry balances.';
