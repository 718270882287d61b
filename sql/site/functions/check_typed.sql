create or replace function djet.check_typed(
  name text,
  password text default null
)
returns void
language plpgsql
immutable
as $$
declare
  refusal text;
begin
  -- Checks the bytes first, which need not be counted one by one.
  refusal := case
    when octet_length(name) > 252 or length(btrim(name)) > 63 then 'a name must have at most 63 characters'
    when octet_length(password) > 4000 or length(password) > 1000 then 'a password must have at most 1000 characters'
  end;
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;
end
$$;

comment on function djet.check_typed is
  'Raises DJ400 for a typed name or password that is too long to be one. It comes before all other work: the '
  'time to bring a text to its normal form grows with the square of its length.';
