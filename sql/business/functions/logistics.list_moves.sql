create or replace function logistics.list_moves(
  of_product text,
  before_transfer bigint default null,
  before_position integer default null,
  amount integer default 50
)
returns table (
  transfer_id bigint,
  "position" integer,
  kind text,
  happened_at timestamptz,
  reference text,
  quantity numeric,
  from_place text,
  to_place text,
  order_number text,
  parcel_id bigint
)
language plpgsql
stable
set jit = off
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
begin
  return query
  select
    m.transfer_id, m.position, t.kind, t.happened_at, t.reference, trim_scale(m.quantity), m.from_place, m.to_place,
    t.order_number, t.parcel_id
  from (
    select *
    from logistics.move m
    where m.product_code = of_product
      and (
        before_transfer is null
        or (m.transfer_id, m.position) < (before_transfer, coalesce(before_position, 0))
      )
    order by m.transfer_id desc, m.position desc
    limit amount
  ) m
  join logistics.transfer t on t.id = m.transfer_id
  order by m.transfer_id desc, m.position desc;
end
$$;

comment on function logistics.list_moves(text, bigint, integer, integer) is
  'Returns a page of the moves of a product, those booked last first: at most `amount` that come after the '
  'transfer and position given.';
