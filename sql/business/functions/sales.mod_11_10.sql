create or replace function sales.mod_11_10(digits text)
returns integer
language plpgsql
immutable
as $$
declare
  total integer := 5;
begin
  for place in 1..length(digits) loop
    total := ((case total when 0 then 10 else total end) * 2 % 11 + substr(digits, place, 1)::integer) % 10;
  end loop;
  return total;
end
$$;

comment on function sales.mod_11_10(text) is
  'Returns the sum of digits by ISO 7064, Mod 11,10: 1 if the last one checks the others.';
