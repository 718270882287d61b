create or replace function sales.address_lines(address jsonb)
returns text[]
language sql
immutable
as $$
  select array_remove(
    array[address -> 'lines' ->> 0, address -> 'lines' ->> 1, address -> 'lines' ->> 2], null)
$$;

comment on function sales.address_lines(jsonb) is
  'Returns the lines of an address that is given as a json object; none if it has none.';
