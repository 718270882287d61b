create or replace function logistics.read_lines(lines jsonb, of_order boolean, can_be_0 boolean default false)
returns logistics.stock_line[]
language plpgsql
immutable
as $$
declare
  found_lines logistics.stock_line[];
  refusal text;
begin
  select array_agg(
    (
      l.place, l.line ->> 'line', l.line ->> 'product', l.line ->> 'quantity',
      nullif(l.line ->> 'description', '')
    )::logistics.stock_line
    order by l.place
  )
  into found_lines
  from jsonb_array_elements(lines) with ordinality l (line, place);

  select format('line %s: %s', case when of_order then coalesce(l.line_number, l.place) else l.place end, r.reason)
  into refusal
  from (
    select
      l.*,
      count(*) over (partition by case when of_order then l.line_number::text else l.product end) as times
    from unnest(found_lines) l
  ) l
  cross join lateral (
    select case
      when of_order and l.line_number is null then 'the line of the order is missing'
      when of_order and l.times > 1 then 'it is named twice'
      when not of_order and coalesce(btrim(l.product), '') = '' then 'the product code is missing'
      when can_be_0 and l.times > 1 then format('product %s is counted twice', l.product)
      when l.quantity is null then 'the quantity is missing'
      when l.quantity = 0 and not can_be_0 then 'the quantity is 0'
      when l.quantity < 0 then 'the quantity is negative'
      when l.quantity >= 100000000 then 'the quantity is not below 100,000,000'
      when l.quantity <> round(l.quantity, 4) then 'the quantity has more than 4 decimals'
      else coalesce(
        logistics.text_refusal('the product code', l.product, 64),
        case
          when char_length(l.description) > 1000 then 'the description has more than 1000 characters'
          when not sales.is_prose(l.description) then
            'the description has blanks around it, or a character that nobody sees'
        end
      )
    end as reason
  ) r
  where r.reason is not null
  order by l.place
  limit 1;
  refusal := case when found_lines is null then 'there are no lines: give one at least' else refusal end;
  if refusal is not null then
    raise exception using
      errcode = 'DJ400',
      message = refusal,
      hint = 'Correct the lines and send them again; nothing was booked.';
  end if;
  return found_lines;
end
$$;

comment on function logistics.read_lines(jsonb, boolean, boolean) is
  'Returns the lines of a json array: objects of line and quantity if they are lines of an order, or else of '
  'product, quantity and perhaps description. Raises DJ400, with the number of the line, for what cannot be '
  'one.';
