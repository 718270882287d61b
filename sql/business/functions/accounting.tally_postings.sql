create or replace function accounting.tally_postings()
returns trigger
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_material = off
as $$
begin
  -- A row that somebody else is adding to is passed by: nobody waits for it, and so nobody for each other.
  with changed as materialized (
    select
      a.account, a.day, coalesce(sum(a.amount) filter (where a.amount > 0), 0) as debit,
      coalesce(- sum(a.amount) filter (where a.amount < 0), 0) as credit
    from added a
    group by a.account, a.day
  ),
  taken as materialized (
    select c.*, t.id
    from changed c
    left join lateral (
      select t.id
      from accounting.account_total t
      where t.account = c.account
        and t.day = c.day
      limit 1
      for no key update skip locked
    ) t on true
  ),
  added_to as (
    update accounting.account_total t
    set debit = t.debit + c.debit,
      credit = t.credit + c.credit
    from taken c
    where t.id = c.id
      -- A look into the index for each, also where the plan was made while there were few totals.
      and t.id = any (array(select o.id from taken o where o.id is not null))
  )
  insert into accounting.account_total (account, day, debit, credit)
  select c.account, c.day, c.debit, c.credit
  from taken c
  where c.id is null;
  return null;
end
$$;

comment on function accounting.tally_postings() is
  'Trigger: adds new postings to the totals of their accounts and days, once per statement.';

create or replace trigger tally_postings
after insert on accounting.posting
referencing new table as added
for each statement
execute function accounting.tally_postings();

comment on trigger tally_postings on accounting.posting is 'Keeps the totals of the accounts.';
