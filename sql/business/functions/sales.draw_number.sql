create or replace function sales.draw_number()
returns text
language plpgsql
as $$
declare
  drawn text;
begin
  loop
    drawn := 'D' || nextval('sales.order_number');
    exit when not exists (
      select
      from sales.order o
      where o.number = drawn
    );
  end loop;
  return drawn;
end
$$;

comment on function sales.draw_number() is
  'The next free number for an order that is placed without one: D1, D2, …. Files may have brought some of them.';
