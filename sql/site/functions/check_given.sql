create or replace function djet.check_given(
  is_given boolean,
  what text
)
returns void
language plpgsql
immutable
as $$
begin
  if is_given is not true then
    raise exception using
      errcode = 'DJ400',
      message = format('%s must not be null', what);
  end if;
end
$$;

comment on function djet.check_given is
  'Raises DJ400 if a value is missing without which a row cannot be. `what` says which.';
