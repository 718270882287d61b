create or replace function accounting.payment_answers(
  asked accounting.asked_payment[],
  allotted accounting.allotted_payment[],
  ids bigint[]
)
returns table (refusal_code text, refusal text, payment_id bigint)
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
  select
    case
      when a.refusal is not null then a.refusal_code
      when r.reason is not null then 'DJ409'
    end,
    coalesce(a.refusal, r.reason),
    case when a.refusal is null and r.reason is null then coalesce(t.id, e.id) end
  from unnest(asked) a
  left join (
    select (t.asked).place, t.rest, ids[t.spot] as id
    from unnest(allotted) with ordinality t (asked, items, amounts, rest, spot)
  ) t on t.place = a.place
  left join lateral (
    select p.id, p.digest, p.amount, p.day
    from accounting.payment p
    where p.key = a.key
    limit 1
  ) e on true
  cross join lateral (
    select case
      when t.id is not null or e.digest = a.digest then null
      when e.id is not null then format('another payment was booked under this key: %s on %s', e.amount, e.day)
      when t.place is null then 'a payment under the same key was refused'
      else format('%s more would be paid to the customer than there is to get', t.rest)
    end as reason
  ) r
  order by a.place;
end
$$;

comment on function accounting.payment_answers(accounting.asked_payment[], accounting.allotted_payment[], bigint[]) is
  'Returns what accounting.record_payments() answers, for each payment that was asked for: the id of what '
  'was booked, now or under its key before, or a refusal with its code.';
