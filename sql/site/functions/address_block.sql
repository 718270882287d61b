create or replace function djet.address_block(
  address text
)
returns text
language plpgsql
immutable
as $$
begin
  if family(address::inet) = 6 then
    return network(set_masklen(address::inet, 64))::text;
  end if;
  return host(address::inet);
exception
  when invalid_text_representation then
    return left(address, 64);
end
$$;

comment on function djet.address_block is
  'Returns the block that counts as one address: an IPv6 network of 64 bits, since whoever has one address '
  'there has them all; otherwise the address itself.';
