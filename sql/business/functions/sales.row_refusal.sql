create or replace function sales.row_refusal(kind text, plain jsonb)
returns text
language plpgsql
stable
as $$
begin
  return case kind
    when 'product' then coalesce(
      sales.product_refusal(plain),
      'isStocked: ' || case
        when plain -> 'isStocked' = 'false' then logistics.stocked_refusal(plain ->> 'code')
      end
    )
    when 'price' then sales.price_refusal(plain)
    when 'tax-rate' then coalesce(accounting.tax_rate_refusal(plain), accounting.tax_rate_clash(plain))
    when 'category' then case
      when num_nonnulls(plain ->> 'code', plain ->> 'name') < 2 then 'a category has a code and a name'
    end
    when 'order-line' then case
      when plain ->> 'number' is null then 'the order number is missing'
    end
    else sales.party_refusal(plain)
  end;
end
$$;

comment on function sales.row_refusal(text, jsonb) is
  'Returns why a row of a file, in its plain form, breaks a rule; null if it breaks none. The orders of a '
  'shop have their own: sales.import_shop_order().';
