create or replace function sales.customer_address(customer text, kind text)
returns jsonb
language plpgsql
stable
as $$
begin
  return (
    select a.address
    from sales.party_address a
    where a.customer = customer_address.customer
      and a.kind = customer_address.kind
  );
end
$$;

comment on function sales.customer_address(text, text) is
  'Returns a customer''s address of a kind, invoice or delivery; null if there is none.';
