create or replace function accounting.dun(today date)
returns table (reminders bigint, items bigint, customers_left bigint)
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_nestloop = off
set lock_timeout = '10s'
as $$
#variable_conflict use_column
begin
  -- One at a time: a second one finds what the first has written.
  begin
    lock table accounting.reminder in share row exclusive mode;
  exception when lock_not_available then
    raise exception 'others write reminders for more than 10 seconds'
    using errcode = 'DJ503', hint = 'Try again when they have ended.';
  end;

  return query
  with
  -- The looks into tables are lateral ones with a limit: looks into an index, whatever the tables' sizes.
  overdue as materialized (
    select o.entry_id, o.customer, o.due_on, o.open, r.level as last_level, r.day as last_day
    from (
      select *
      from accounting.open_item o
      where o.open <> 0
        and o.due_on < today
      offset 0
    ) o
    cross join lateral (
      select
      from accounting.entry e
      where e.id = o.entry_id
        and e.source = 'invoice'
      limit 1
    ) e
    left join lateral (
      select i.level, r.day
      from (
        select i.reminder_id, i.level
        from accounting.reminder_item i
        where i.entry_id = o.entry_id
          and i.level is not null
        order by i.level desc
        limit 1
      ) i
      cross join lateral (select r.day from accounting.reminder r where r.id = i.reminder_id limit 1) r
    ) r on true
    where o.open > 0
      and o.customer is not null
  ),
  steps as (
    select l.level, l.days, l.days - coalesce(lag(l.days) over (order by l.level), 0) as days_between
    from accounting.dunning_level l
  ),
  -- An item rises to one level after the other, each as long after the letter before as the levels are apart.
  rising as (
    select o.*, s.level
    from overdue o
    left join lateral (
      select n.level
      from (
        select s.*
        from steps s
        where s.level > coalesce(o.last_level, 0)
        order by s.level
        limit 1
      ) n
      where o.due_on + n.days <= today
        and (o.last_day is null or o.last_day + n.days_between <= today)
    ) s on true
  ),
  owing as (
    select r.customer, max(r.level) as level, sum(r.open) as total
    from rising r
    group by r.customer
    having count(r.level) > 0
  ),
  crediting as (
    select o.*, coalesce(c.credit, 0) as credit, d.id is not null as has_letter
    from owing o
    left join lateral (
      select - sum(i.open) as credit
      from (
        select i.open
        from accounting.open_item i
        where i.customer = o.customer
          and i.open <> 0
          and i.open < 0
        offset 0
      ) i
    ) c on true
    left join lateral (
      select r.id
      from accounting.reminder r
      where r.customer = o.customer
        and r.day = today
      limit 1
    ) d on true
  ),
  written as (
    insert into accounting.reminder (day, level, total, credit, fee, customer, title, text)
    select today, c.level, c.total, c.credit, l.fee, c.customer, l.title, l.text
    from crediting c
    join accounting.dunning_level l on l.level = c.level
    where c.total > c.credit
      and not c.has_letter
    order by c.customer
    returning id, customer
  ),
  listed as (
    insert into accounting.reminder_item (reminder_id, entry_id, level, open)
    select w.id, r.entry_id, r.level, r.open
    from rising r
    join written w on w.customer = r.customer
    returning entry_id
  )
  select
    (select count(*) from written), (select count(*) from listed),
    (select count(*) from crediting c where c.total <= c.credit);
end
$$;

comment on function accounting.dun(date) is
  'Writes the reminders of a day: one letter for each customer of whom an item reaches a level, at the '
  'highest of these, with all that is overdue. An item rises one level at a time, as long after the letter '
  'before as the levels are apart, and never twice to the same. A customer who has as much to get as is '
  'overdue gets no letter, and a walk-in none. Returns how many letters were written, how many items they '
  'list, and how many customers were left out for what they have to get. Raises DJ503 after 10 seconds.';
