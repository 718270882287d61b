create or replace function accounting.buyer_of_order(
  customer text,
  country text,
  delivery_address jsonb,
  seller text,
  on_day date
)
returns table (country text, is_in_eu boolean, is_taxable boolean)
language sql
stable
as $$
  select
    b.country,
    coalesce(on_day between c.eu_from and coalesce(c.eu_to, 'infinity'), false),
    case
      when b.country <> buyer_of_order.seller and b.vat_id is not null then exists (
        select
        from sales.country v
        where v.vat_prefix = left(b.vat_id, 2)
          and v.code <> buyer_of_order.seller
          and on_day between v.eu_from and coalesce(v.eu_to, 'infinity')
      )
      else false
    end
  from (
    select
      k.vat_id,
      coalesce(
        buyer_of_order.delivery_address ->> 'countryCode', n.country, k.country_code, m.country
      ) as country
    from (select) one
    left join sales.customer k on k.code = buyer_of_order.customer
    left join sales.country_name n on n.name = lower(buyer_of_order.country collate "default")
    left join sales.country_name m on m.name = lower(k.country)
    where buyer_of_order.seller is not null
  ) b
  left join sales.country c on c.code = b.country
$$;

comment on function accounting.buyer_of_order(text, text, jsonb, text, date) is
  'Returns where an order goes: to its address of delivery, or else its country, or else the customer''s; '
  'null if nobody said. Besides, if that is in the European Union on a day, and if the customer has a VAT id '
  'of a member state other than the seller''s. No row if there is no seller who charges tax.';
