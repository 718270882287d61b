create or replace function accounting.tax_category_of(
  tax_class text,
  seller text,
  buyer text,
  seller_is_in_eu boolean default false,
  buyer_is_in_eu boolean default false,
  buyer_is_taxable boolean default false,
  are_goods boolean default true
)
returns text
language sql
immutable
as $$
  -- The articles are those of the EU's directive on VAT, 2006/112/EC; the rules BR-… those of EN 16931-1.
  select case
    -- Who is not registered charges no tax; an invoice without the seller's VAT id has no other category
    -- (BR-S-02, BR-Z-02, …, BR-O-02).
    when seller is null then 'O'
    -- Articles 138 (goods that go to a taxable person in another member state), 44 and 196 (services).
    when buyer <> seller and seller_is_in_eu and buyer_is_in_eu and buyer_is_taxable then
      case when are_goods then 'K' else 'AE' end
    -- Article 146. A seller outside of the EU exports to every other country.
    when buyer <> seller and not (seller_is_in_eu and buyer_is_in_eu) then 'G'
    -- What is left is taxed where the seller is: sales to consumers in other member states, too, which
    -- article 59c allows up to 10,000 euros a year.
    when tax_class = 'zero' then 'Z'
    -- Goods of the class none stand beside taxed ones, where O must not (BR-O-11).
    when tax_class in ('exempt', 'none') then 'E'
    else 'S'
  end
$$;

comment on function accounting.tax_category_of(text, text, text, boolean, boolean, boolean, boolean) is
  'Returns the category of tax of what is sold, a code of accounting.tax_category: by the class of the '
  'product (null means standard), the countries of the seller (null for one who charges no tax) and of where '
  'it goes (null means the seller''s), and if these are in the European Union. `buyer_is_taxable` is true of '
  'a buyer with a VAT id of a member state other than the seller''s. If only buyer and seller decide, any '
  'class leads to the same category.';
