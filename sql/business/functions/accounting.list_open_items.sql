create or replace function accounting.list_open_items(
  today date,
  of_customer text default null,
  overdue_only boolean default false,
  after_day date default null,
  after_id bigint default null,
  amount integer default 50
)
returns table (
  entry_id bigint,
  source text,
  day date,
  due_on date,
  overdue_days integer,
  age_days integer,
  customer text,
  total numeric,
  open numeric,
  invoice_id bigint,
  invoice_kind text,
  invoice_number bigint
)
language plpgsql
stable
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
  return query
  select
    o.entry_id, e.source, o.day, o.due_on, greatest(today - o.due_on, 0), today - o.day, o.customer, o.amount,
    o.open, i.id, i.kind, i.number
  from (
    select *
    from accounting.open_item o
    where o.open <> 0
      and (of_customer is null or o.customer = of_customer)
      and (not overdue_only or o.due_on < today)
      and (after_day is null or (o.due_on, o.entry_id) > (after_day, after_id))
    order by o.due_on, o.entry_id
    limit list_open_items.amount
  ) o
  join accounting.entry e on e.id = o.entry_id
  left join accounting.invoice i on e.source = 'invoice' and i.id = e.source_id
  order by o.due_on, o.entry_id;
end
$$;

comment on function accounting.list_open_items(date, text, boolean, date, bigint, integer) is
  'Returns a page of what is open, due first: invoices, credit notes and what was paid in advance; at most '
  '`amount` that come after the day and id given. A negative amount is the customer''s to get.';
