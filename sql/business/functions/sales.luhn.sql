create or replace function sales.luhn(digits text)
returns integer
language plpgsql
immutable
as $$
declare
  doubled integer;
  total integer := 0;
begin
  for place in 1..length(digits) loop
    doubled := substr(digits, length(digits) + 1 - place, 1)::integer;
    if place % 2 = 0 then
      doubled := doubled * 2;
    end if;
    total := total + doubled / 10 + doubled % 10;
  end loop;
  return total % 10;
end
$$;

comment on function sales.luhn(text) is
  'Returns the sum of digits by Luhn, modulo 10: 0 if the last one checks the others.';
