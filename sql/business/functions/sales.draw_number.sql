create or replace function sales.draw_number()
returns text
language plpgsql
as $$
declare
  drawn bigint;
begin
  -- Each number is drawn, and looked at, once for all: no two callers get the same, and nobody repeats the
  -- way past those that files have brought, not even after an attempt that failed.
  loop
    drawn := nextval('sales.order_number');
    exit when not sales.is_booked('D' || drawn);
  end loop;
  return 'D' || drawn;
end
$$;

comment on function sales.draw_number() is
  'Returns the next free number for an order that is placed without one: D1, D2, …. It is the first behind '
  'the one drawn last that no file has brought.';
