create or replace function jobmachine.up_to(
  amount integer
)
returns integer
language plpgsql
immutable
as $$
begin
  if up_to.amount < 0 then
    raise exception 'an amount must not be negative (got %)', up_to.amount
    using errcode = 'DJ400', hint = 'Say how many rows there are to be at most.';
  end if;
  return up_to.amount;
end
$$;

comment on function jobmachine.up_to is
  'Returns how many rows somebody wants at most. Raises DJ400 if that is less than none.';
