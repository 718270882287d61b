create or replace function sales.keep_lines()
returns trigger
language plpgsql
as $$
begin
  if exists (
    select
    from sales.order o
    where o.number = old.order_number
      and o.status = 'quote'
  ) and (tg_op = 'DELETE' or new.order_number = old.order_number)
  then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception using
    errcode = 'DJ409',
    message = 'booked rows of sales.order_line cannot be changed',
    detail = format('%s was refused: order %s is no quote.', lower(tg_op), old.order_number),
    hint = 'Undo an order with a return, and an invoice with a credit note.';
end
$$;

comment on function sales.keep_lines() is
  'Trigger: refuses to change lines of an order that is no quote (DJ409).';

create or replace trigger keep_lines
before update or delete on sales.order_line
for each row
execute function sales.keep_lines();

comment on trigger keep_lines on sales.order_line is 'Lines stay as they were confirmed.';
