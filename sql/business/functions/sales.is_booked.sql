create or replace function sales.is_booked(number text)
returns boolean
language sql
stable
as $$
  select exists (
    select
    from sales.order o
    where o.number = is_booked.number
  )
$$;

comment on function sales.is_booked(text) is 'Returns true if there is an order of this number.';
