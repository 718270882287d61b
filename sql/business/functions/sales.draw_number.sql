create or replace function sales.draw_number()
returns text
language plpgsql
as $$
declare
  taken bigint;
  free bigint;
  middle bigint;
  reach bigint := 100;
begin
  for attempt in 1..100 loop
    free := nextval('sales.order_number');
    if not sales.is_booked('D' || free) then
      return 'D' || free;
    end if;
  end loop;

  -- A file has brought many. Somewhere further on, ever further, one is free: by chance, so that no file hits them all.
  taken := free;
  loop
    free := taken + 1 + floor(random() * reach)::bigint;
    exit when not sales.is_booked('D' || free);
    taken := free;
    reach := 2 * reach;
  end loop;

  -- Halfway between one that is taken and one that is free, until they are neighbours.
  while free - taken > 1 loop
    middle := (taken + free) / 2;
    if sales.is_booked('D' || middle) then
      taken := middle;
    else
      free := middle;
    end if;
  end loop;
  return 'D' || free;
end
$$;

comment on function sales.draw_number() is
  'The next free number for an order that is placed without one: D1, D2, …. Files may have brought some of them: behind '
  'more than 100 in a row it is a free one that follows a taken one, found in few looks.';
