create or replace function logistics.book_transfer(
  kind text,
  happened_at timestamptz,
  reference text,
  lines logistics.stock_line[],
  from_place text,
  to_place text
)
returns bigint
language plpgsql
as $$
declare
  new_id bigint;
  refusal text := coalesce(
    sales.day_refusal(happened_at, 'happenedAt'), logistics.text_refusal('the reference', reference, 200));
begin
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
  insert into logistics.transfer (happened_at, kind, reference)
  values (book_transfer.happened_at, book_transfer.kind, book_transfer.reference)
  returning id into new_id;

  insert into logistics.move (transfer_id, position, quantity, product_code, from_place, to_place)
  select
    new_id,
    row_number() over (order by l.place),
    abs(l.quantity),
    l.product,
    case when l.quantity > 0 then book_transfer.from_place else book_transfer.to_place end,
    case when l.quantity > 0 then book_transfer.to_place else book_transfer.from_place end
  from unnest(lines) l
  where l.quantity <> 0;
  return new_id;
end
$$;

comment on function logistics.book_transfer(text, timestamptz, text, logistics.stock_line[], text, text) is
  'Books a transfer that no order has part in, and returns its id. A negative quantity goes the other way. '
  'The caller has checked the lines. Raises DJ400 for an empty or long reference, and for a time that is '
  'none.';
