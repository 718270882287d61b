create or replace function logistics.set_tracking(parcel_id bigint, carrier text, tracking_number text)
returns setof logistics.whole_parcel
language plpgsql
set jit = off
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  refusal text := coalesce(
    logistics.text_refusal('the carrier', set_tracking.carrier, 100),
    logistics.text_refusal('the tracking number', set_tracking.tracking_number, 100)
  );
begin
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
  update logistics.parcel p
  set
    carrier = coalesce(set_tracking.carrier, p.carrier),
    tracking_number = coalesce(set_tracking.tracking_number, p.tracking_number)
  where p.id = set_tracking.parcel_id;
  if not found then
    raise exception using
      errcode = 'DJ404',
      message = format('there is no parcel with the id %s', set_tracking.parcel_id);
  end if;
  return query
  select w.*
  from logistics.whole_parcel w
  where w.id = set_tracking.parcel_id;
end
$$;

comment on function logistics.set_tracking(bigint, text, text) is
  'Sets the carrier and the tracking number of a parcel, and returns it. What is null stays as it is. Raises '
  'DJ400 for an empty or long text, and DJ404 for an unknown parcel.';
