create or replace function sales.fill_amount()
returns trigger
language plpgsql
as $$
begin
  new.amount := round(new.quantity * new.unit_price * (1 - coalesce(new.discount, 0)), 2);
  return new;
end
$$;

comment on function sales.fill_amount() is
  'Trigger: gives a line that has none its amount. An import brings the amounts: a call for each of its '
  'lines would cost more than the line.';

create or replace trigger fill_amount
before insert on sales.order_line
for each row
when (new.amount is null)
execute function sales.fill_amount();

comment on trigger fill_amount on sales.order_line is 'Sets the amount of a line that comes without one.';
