create or replace function sales.weigh(digits text, weights integer[])
returns integer
language plpgsql
immutable
as $$
declare
  weight integer;
  place integer := 0;
  total integer := 0;
begin
  foreach weight in array weights loop
    place := place + 1;
    total := total + weight * substr(digits, place, 1)::integer;
  end loop;
  return total;
end
$$;

comment on function sales.weigh(text, integer[]) is
  'Returns the sum of the first digits of a text, each times its weight.';
