drop function if exists sales.order_refusal(text, sales.placed_line[]);
drop function if exists sales.order_refusal(text, text, sales.placed_line[]);

create or replace function sales.order_refusal(
  number text,
  kind text,
  lines sales.placed_line[],
  day date default null
)
returns text
language sql
stable
as $$
  select case
    when btrim(number) = '' then 'the order number is empty'
    when char_length(number) > 64 then 'the order number has more than 64 characters'
    when not sales.is_plain(number) then
      'the order number has blanks around it, a character that nobody sees, or another form than NFC'
    when sales.is_spreadsheet_error(number) then
      'the order number is an error of a spreadsheet; write what it should be'
    when number ~ (
      -- Signs of ASCII, Latin 1, general punctuation, symbols and East Asia: a test compares them with Swift.
      e'^[\\u0001-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u00A9\\u00AB-\\u00B1\\u00B4\\u00B6-\\u00B8'
      || e'\\u00BB\\u00BF\\u00D7\\u00F7\\u2000-\\u206F\\u20A0-\\u20CF\\u2190-\\u245F\\u2500-\\u2775\\u2794-\\u2BFF'
      || e'\\u3001-\\u3004\\u3008-\\u3020\\uFE30-\\uFE6F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65]+$')
    then 'the order number has neither a letter nor a digit'
    when kind not in ('order', 'return') then format('the kind is order or return, not %s', kind)
    when coalesce(cardinality(lines), 0) = 0 then 'the order has no lines: give it one at least'
    else coalesce(
      (
        select format('line %s: %s', l.place, r.reason)
        from unnest(lines) l
        cross join lateral (
          select case
            when coalesce(btrim(l.product), '') = '' then 'the product code is missing'
            when char_length(l.product) > 64 then 'the product code has more than 64 characters'
            when not sales.is_plain(l.product) then
              'the product code has blanks around it, a character that nobody sees, or another form than NFC'
            when sales.is_spreadsheet_error(l.product) then
              'the product code is an error of a spreadsheet; write what it should be'
            when char_length(l.description) > 1000 then 'the description has more than 1000 characters'
            when not sales.is_prose(l.description) then 'the description has blanks around it, or a character that nobody sees'
            when l.quantity is null then 'the quantity is missing'
            when l.unit_price is null then
              format('%s has no price on %s: give unitPrice, or set one (sales.set-price)', l.product, day)
            when l.quantity = 0 then 'the quantity is 0'
            when greatest(abs(l.quantity), abs(l.unit_price)) >= 100000000 then
              'quantity or price is not below 100,000,000'
            when l.discount not between 0 and 1 then 'the discount is not a share from 0 to 1, such as 0.05'
            when l.discount <> round(l.discount, 6) then 'the discount has more than 6 decimals'
            when l.quantity <> round(l.quantity, 4) or l.unit_price <> round(l.unit_price, 4) then
              'quantity or price has more than 4 decimals'
            when l.undoes_line is not null and kind <> 'return' then 'only a line of a return undoes another'
          end as reason
        ) r
        where r.reason is not null
        order by l.place
        limit 1
      ),
      (
        select case
          when kind = 'order' and w.total < 0 then
            format('the total of order %s is negative (%s): if it is a return, set its kind to "return"', number, w.total)
          when kind = 'order' and w.is_taken_back then
            format('all quantities of order %s are negative: if it is a return, set its kind to "return"', number)
          when kind = 'return' and w.total >= 0 and not w.is_taken_back then
            format('return %s takes nothing back: its total is not negative', number)
          when kind = 'return' and w.total > 0 then
            format('all quantities of return %s are negative, but its total is positive', number)
        end
        from (
          select
            sum(round(l.quantity * l.unit_price * (1 - coalesce(l.discount, 0)), 2)) as total,
            bool_and(l.quantity < 0) as is_taken_back
          from unnest(lines) l
        ) w
      )
    )
  end
$$;

comment on function sales.order_refusal(text, text, sales.placed_line[], date) is
  'Returns the reason, as a sentence for people, why this cannot be booked as an order, or return, of a day; '
  'null if it can. The rules are those of the import.';
