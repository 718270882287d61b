create or replace function accounting.match_lines(lines bigint[])
returns table (line_id bigint, way text, customer text, invoices bigint[], why text)
language plpgsql
stable
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_nestloop = off
as $$
#variable_conflict use_column
begin
  return query
  with asked as materialized (
    select l.*, accounting.line_payer(l.payer_account, l.payer) as known
    from unnest(lines) a (id)
    cross join lateral (select * from accounting.bank_line l where l.id = a.id limit 1) l
  ),
  -- The looks into tables are lateral ones with a limit: looks into an index, whatever the tables' sizes.
  found as (
    select a.id, a.known, v.number, i.customer, i.open, n.is_named, a.amount
    from asked a
    cross join lateral (
      select n.number, true as is_named
      from unnest(a.named) n (number)
      union all
      select n.number, false
      from unnest(a.bare) n (number)
      where n.number <> all (a.named)
    ) n
    cross join lateral (
      select v.id, v.number
      from accounting.invoice v
      where v.kind = 'invoice'
        and v.number = n.number
      limit 1
    ) v
    cross join lateral (
      select e.id
      from accounting.entry e
      where e.source = 'invoice'
        and e.source_id = v.id
      limit 1
    ) e
    cross join lateral (select o.customer, o.open from accounting.open_item o where o.entry_id = e.id limit 1) i
  ),
  -- A number that stands alone counts if its invoice is open, and is the payer's or of exactly this amount.
  counting as (
    select f.*
    from found f
    where f.is_named
      or f.open > 0 and (f.customer = f.known or f.open = f.amount)
  ),
  -- Those that are named for invoices win over others.
  ranked as (
    select c.*, bool_or(c.is_named) over (partition by c.id) as has_named
    from counting c
  ),
  owned as (
    select
      r.id, r.customer, array_agg(r.number order by r.number) filter (where r.open > 0) as invoices,
      coalesce(r.customer = r.known, false) as is_known, count(*) over (partition by r.id) as owners
    from ranked r
    where r.is_named = r.has_named
    group by r.id, r.customer, r.known
  ),
  -- Invoices of several customers are only sure where one of them is known to pay.
  named as (
    select *
    from owned o
    where o.owners = 1
      or o.is_known
  ),
  -- A payment that names its invoices tells who pays the others from its account.
  told as (
    select distinct on (a.payer_account) a.payer_account, n.customer
    from named n
    join asked a on a.id = n.id
    where a.payer_account is not null
      and n.customer is not null
    order by a.payer_account, a.id desc
  ),
  others as materialized (
    select a.id, a.amount, coalesce(a.known, t.customer) as known
    from asked a
    left join told t on t.payer_account = a.payer_account
    where not exists (select from named n where n.id = a.id)
  ),
  -- Several payments of one amount take the invoices of that amount in turn.
  turned as (
    select o.*, row_number() over (partition by o.known, o.amount order by o.id) as turn
    from others o
    where o.known is not null
  ),
  items as (
    select
      p.known, i.open, v.number,
      row_number() over (partition by p.known, i.open order by i.due_on, i.entry_id) as turn
    from (select distinct t.known from turned t) p
    cross join lateral (
      select o.entry_id, o.due_on, o.open
      from accounting.open_item o
      where o.customer = p.known
        and o.open <> 0
        and o.open > 0
      offset 0
    ) i
    cross join lateral (
      select e.source_id
      from accounting.entry e
      where e.id = i.entry_id
        and e.source = 'invoice'
      limit 1
    ) e
    cross join lateral (select v.number from accounting.invoice v where v.id = e.source_id limit 1) v
  ),
  equal as (
    select t.id, i.number
    from turned t
    join items i on i.known = t.known and i.open = t.amount and i.turn = t.turn
  )
  select
    a.id,
    case
      when n.id is not null then 'reference'
      when q.id is not null then 'amount'
      when o.known is not null then 'customer'
    end,
    case when n.id is not null then n.customer else o.known end,
    case when n.id is not null then n.invoices when q.id is not null then array[q.number] end,
    case
      when n.id is not null or o.known is not null then null
      when exists (select from owned w where w.id = a.id) then 'It names invoices of several customers.'
      else 'It names no invoice, and nobody knows who paid.'
    end
  from asked a
  left join named n on n.id = a.id
  left join others o on o.id = a.id
  left join equal q on q.id = a.id
  order by a.booked_on, a.id;
end
$$;

comment on function accounting.match_lines(bigint[]) is
  'Returns what each line pays, in the order of days: by the invoices that it names (reference), by an '
  'invoice of the payer with exactly its amount (amount), or by the payer alone (customer), whose older '
  'items then come first. The way is null if none of it is sure, and the reason is told.';
