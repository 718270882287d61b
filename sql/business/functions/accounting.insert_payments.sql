create or replace function accounting.insert_payments(allotted accounting.allotted_payment[])
returns bigint[]
language plpgsql
set jit = off
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_nestloop = off
as $$
#variable_conflict use_column
declare
  ids bigint[];
begin
  -- A second caller with the same key waits here for the first, and takes its place if it did not commit. The
  -- ids are in the order in which the rows are inserted.
  with bookable as materialized (
    select
      (t.asked).*, t.place as spot,
      coalesce(
        '=' || (t.asked).key, row_number() over (partition by (t.asked).key is null order by t.place)::text) as mark
    from unnest(allotted) with ordinality t (asked, items, amounts, rest, place)
    where (t.asked).amount > 0
      or t.rest = 0
  ),
  made as (
    insert into accounting.payment (day, amount, account, customer, reference, key, digest)
    select b.day, b.amount, b.account, b.payer, b.reference, b.key, case when b.key is not null then b.digest end
    from bookable b
    order by b.key, b.spot
    on conflict (key) do nothing
    returning id, key
  ),
  marked as (
    select
      m.id,
      coalesce('=' || m.key, row_number() over (partition by m.key is null order by m.id)::text) as mark
    from made m
  )
  select array_agg(m.id order by t.spot)
  into ids
  from generate_series(1, cardinality(allotted)) t (spot)
  left join bookable b on b.spot = t.spot
  left join marked m on m.mark = b.mark;
  return ids;
end
$$;

comment on function accounting.insert_payments(accounting.allotted_payment[]) is
  'Inserts payments, and returns the id of each in their order: null for one that pays out more than there '
  'is to get, and for one whose key another transaction has taken meanwhile. The caller posts them.';
