-- Tax: rates by country, class and day, the seller, and the tax of each invoice by category and rate.
--
-- The categories and the sums are those of EN 16931-1, the European norm of invoices. An invoice is outside
-- of tax as a whole or not at all (its rules BR-O-11 to BR-O-14). So one that is needs no row for it: its tax
-- is null, as that of all that were issued before this, and no row of a large table is read or written here.

-- These return other columns now.
drop function if exists accounting.list_invoices(text, bigint, text, text, date, date, date, bigint, integer);

drop function if exists accounting.invoice_orders(bigint[], date);

drop function if exists accounting.invoice_order(bigint, date);

drop view accounting.whole_invoice;

create table accounting.seller (
  is_only boolean not null default true,
  name text not null,
  vat_id text collate "C",
  country text collate "C" not null,
  lines text[] not null default '{}',
  postcode text,
  city text,
  region text,
  constraint seller_pkey primary key (is_only),
  constraint seller_is_only check (is_only),
  constraint seller_country_fkey foreign key (country) references sales.country (code),
  constraint seller_name_has_1_to_200_characters check (char_length(name) between 1 and 200),
  constraint seller_vat_id_has_4_to_16_characters check (vat_id ~ '^[A-Z]{2}[A-Z0-9+*]{2,14}$'),
  constraint seller_has_at_most_3_lines check (cardinality(lines) <= 3 and array_position(lines, null) is null),
  constraint seller_lines_have_at_most_600_characters check (char_length(array_to_string(lines, '')) <= 600),
  constraint seller_postcode_has_1_to_20_characters check (char_length(postcode) between 1 and 20),
  constraint seller_city_has_1_to_100_characters check (char_length(city) between 1 and 100),
  constraint seller_region_has_1_to_100_characters check (char_length(region) between 1 and 100)
);

comment on table accounting.seller is
  'The firm that issues the invoices: one row, or none while nobody has said who it is. accounting.set_seller() sets it.';
comment on column accounting.seller.is_only is 'Always true, so that there is at most one row.';
comment on column accounting.seller.name is 'The name of the firm.';
comment on column accounting.seller.vat_id is
  'The VAT id with its prefix, without blanks and signs; null for a firm that is not registered, and charges no tax.';
comment on column accounting.seller.country is 'The country by ISO 3166-1, whose tax the firm charges.';
comment on column accounting.seller.lines is 'Street and house, perhaps with a name or a floor in lines of their own.';
comment on column accounting.seller.postcode is 'The postcode.';
comment on column accounting.seller.city is 'The city.';
comment on column accounting.seller.region is 'The state or province, where addresses have one.';

create view accounting.whole_seller as
select
  s.name,
  s.vat_id,
  jsonb_strip_nulls(jsonb_build_object(
    'lines', to_jsonb(s.lines), 'postcode', s.postcode, 'city', s.city, 'region', s.region,
    'countryCode', s.country)) as address
from accounting.seller s;

comment on view accounting.whole_seller is 'The firm that issues the invoices, with its address.';
comment on column accounting.whole_seller.name is 'The name of the firm.';
comment on column accounting.whole_seller.vat_id is 'The VAT id with its prefix.';
comment on column accounting.whole_seller.address is 'The address, as an object of sales.party_address.';

create table accounting.tax_category (
  code text collate "C" not null,
  name text not null,
  reason text,
  reason_code text,
  constraint tax_category_pkey primary key (code)
);

comment on table accounting.tax_category is
  'The categories of tax: codes of UNCL5305, and the reasons why no tax is charged, with codes of the list VATEX of the CEF.';
comment on column accounting.tax_category.code is 'The code.';
comment on column accounting.tax_category.name is 'The name for people.';
comment on column accounting.tax_category.reason is
  'The reason that an invoice states (BT-120 of EN 16931-1); null where it needs none.';
comment on column accounting.tax_category.reason_code is
  'The reason as a code (BT-121); null where it needs none, or depends on the law that exempts the goods.';

insert into accounting.tax_category (code, name, reason, reason_code)
values
  ('S', 'Taxed', null, null),
  ('Z', 'Zero rated', null, null),
  ('E', 'Exempt', 'Exempt from VAT', null),
  ('AE', 'Reverse charge', 'Reverse charge', 'VATEX-EU-AE'),
  ('K', 'Intra-Community supply', 'Intra-Community supply', 'VATEX-EU-IC'),
  ('G', 'Export', 'Export outside the EU', 'VATEX-EU-G'),
  ('O', 'Outside of tax', 'Not subject to VAT', 'VATEX-EU-O');

create table accounting.tax_rate (
  from_day date not null,
  country text collate "C" not null,
  class text not null,
  rate numeric(7, 6) not null,
  constraint tax_rate_pkey primary key (country, class, from_day),
  constraint tax_rate_country_fkey foreign key (country) references sales.country (code),
  constraint tax_rate_class_has_rates check (class in ('standard', 'reduced')),
  constraint tax_rate_is_a_share check (rate > 0 and rate < 1)
);

comment on table accounting.tax_rate is
  'The rate of tax of a country on a class of goods, from a day until the next rate of that class. Goods of the classes zero and exempt bear none anywhere.';
comment on column accounting.tax_rate.from_day is 'The first day on which it holds.';
comment on column accounting.tax_rate.country is 'The country by ISO 3166-1.';
comment on column accounting.tax_rate.class is 'The class of the goods: standard or reduced.';
comment on column accounting.tax_rate.rate is 'The share of the price, such as 0.19.';

-- The source for countries of the EU: European Commission, "VAT rates applied in the Member States of the
-- European Union", and its database "Taxes in Europe" (TEDB). For GB: HM Revenue & Customs, "VAT rates". For
-- CH: Federal Tax Administration, "Rates of value added tax". For NO: Skatteetaten, "VAT rates". Where a
-- country has several reduced rates, this is one of them; accounting.set_tax_rate() sets another.
insert into accounting.tax_rate (country, class, from_day, rate)
values
  ('AT', 'standard', '1984-01-01', 0.20),
  ('AT', 'reduced', '1984-01-01', 0.10),
  ('BE', 'standard', '1996-01-01', 0.21),
  ('BE', 'reduced', '1996-01-01', 0.06),
  ('CH', 'standard', '2018-01-01', 0.077),
  ('CH', 'standard', '2024-01-01', 0.081),
  ('CH', 'reduced', '2018-01-01', 0.025),
  ('CH', 'reduced', '2024-01-01', 0.026),
  ('DE', 'standard', '2007-01-01', 0.19),
  ('DE', 'standard', '2020-07-01', 0.16),
  ('DE', 'standard', '2021-01-01', 0.19),
  ('DE', 'reduced', '2007-01-01', 0.07),
  ('DE', 'reduced', '2020-07-01', 0.05),
  ('DE', 'reduced', '2021-01-01', 0.07),
  ('DK', 'standard', '1992-01-01', 0.25),
  ('ES', 'standard', '2012-09-01', 0.21),
  ('ES', 'reduced', '2012-09-01', 0.10),
  ('FR', 'standard', '2014-01-01', 0.20),
  ('FR', 'reduced', '2014-01-01', 0.055),
  ('GB', 'standard', '2011-01-04', 0.20),
  ('GB', 'reduced', '1997-09-01', 0.05),
  ('IE', 'standard', '2012-01-01', 0.23),
  ('IE', 'standard', '2020-09-01', 0.21),
  ('IE', 'standard', '2021-03-01', 0.23),
  ('IE', 'reduced', '2003-01-01', 0.135),
  ('IT', 'standard', '2013-10-01', 0.22),
  ('IT', 'reduced', '2013-10-01', 0.10),
  ('NL', 'standard', '2012-10-01', 0.21),
  ('NL', 'reduced', '2012-10-01', 0.06),
  ('NL', 'reduced', '2019-01-01', 0.09),
  ('NO', 'standard', '2005-01-01', 0.25),
  ('NO', 'reduced', '2012-01-01', 0.15),
  ('PL', 'standard', '2011-01-01', 0.23),
  ('PL', 'reduced', '2011-01-01', 0.08),
  ('PT', 'standard', '2011-01-01', 0.23),
  ('PT', 'reduced', '2011-01-01', 0.06),
  ('SE', 'standard', '1996-01-01', 0.25),
  ('SE', 'reduced', '1996-01-01', 0.12);

-- The total of an invoice is what it was: net. Gross, which the customer owes, is the total and the tax.
alter table accounting.invoice
add column tax numeric(30, 2);

comment on column accounting.invoice.total is
  'The sum of its lines'' amounts, net of tax; as a rule negative on a credit note.';
comment on column accounting.invoice.tax is
  'The sum of accounting.invoice_tax: total + tax is gross, which is owed. Null for one outside of tax, whose gross is its total.';

comment on column accounting.month_total.total is
  'The sum of their totals, which are net of tax: negative for credit notes.';

alter table accounting.invoice_line
add column tax_rate numeric(7, 6),
add column tax_category text collate "C" not null default 'O',
add constraint invoice_line_tax_rate_is_one_of_its_category check (
  case
    when tax_category = 'O' then tax_rate is null
    when tax_category = 'S' then coalesce(tax_rate > 0 and tax_rate < 1, false)
    else tax_category in ('Z', 'E', 'AE', 'K', 'G') and coalesce(tax_rate = 0, false)
  end
) not valid;

comment on column accounting.invoice_line.tax_rate is
  'The rate of tax as a share, such as 0.19; null if the invoice is outside of tax.';
comment on column accounting.invoice_line.tax_category is
  'The category of tax: a code of accounting.tax_category. O is outside of tax, and all lines of its invoice are.';

create table accounting.invoice_tax (
  invoice_id bigint not null,
  net numeric(30, 2) not null,
  tax numeric(30, 2) not null,
  rate numeric(7, 6) not null,
  category text collate "C" not null,
  constraint invoice_tax_pkey primary key (invoice_id, category, rate),
  constraint invoice_tax_category_is_not_outside_of_tax check (category in ('S', 'Z', 'E', 'AE', 'K', 'G')),
  constraint invoice_tax_is_net_times_rate check (tax = round(net * rate, 2))
);

comment on table accounting.invoice_tax is
  'The tax of the invoices by category and rate: accounting.sum_up_taxes() sums up the lines. One outside of tax has no row: accounting.whole_invoice_tax has all.';
comment on column accounting.invoice_tax.invoice_id is 'The invoice that it belongs to.';
comment on column accounting.invoice_tax.net is 'The sum of the lines'' amounts of this category and rate.';
comment on column accounting.invoice_tax.tax is
  'Net times rate, rounded once, half away from zero to 2 decimals (BR-S-09 of EN 16931-1).';
comment on column accounting.invoice_tax.rate is 'The rate as a share; 0 for all categories but S.';
comment on column accounting.invoice_tax.category is 'The category.';

create view accounting.whole_invoice_tax as
select t.invoice_id, t.category, t.rate, t.net, t.tax, c.reason, c.reason_code
from (
  select invoice_id, category, rate, net, tax
  from accounting.invoice_tax
  union all
  select id, 'O', null, total, 0.00
  from accounting.invoice
  where tax is null
) t
join accounting.tax_category c on c.code = t.category;

comment on view accounting.whole_invoice_tax is
  'The sums of every invoice by category and rate, with the reason why no tax is charged. One outside of tax has one row, of the category O.';
comment on column accounting.whole_invoice_tax.invoice_id is 'The invoice.';
comment on column accounting.whole_invoice_tax.category is 'The category.';
comment on column accounting.whole_invoice_tax.rate is 'The rate as a share; null outside of tax.';
comment on column accounting.whole_invoice_tax.net is 'The sum of the lines'' amounts.';
comment on column accounting.whole_invoice_tax.tax is 'The tax on it.';
comment on column accounting.whole_invoice_tax.reason is 'The reason why no tax is charged; null if there is none to state.';
comment on column accounting.whole_invoice_tax.reason_code is 'The reason as a code of the list VATEX.';

create view accounting.whole_invoice as
select
  i.id,
  i.kind,
  i.number,
  i.order_id,
  i.order_number,
  i.issued_at,
  i.issued_on,
  i.customer,
  i.country,
  i.corrects,
  (select c.number from accounting.invoice c where c.id = i.corrects) as corrects_number,
  i.total,
  i.tax,
  i.total + coalesce(i.tax, 0) as gross,
  t.taxes,
  i.line_count,
  l.lines
from accounting.invoice i
cross join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'category', t.category,
      'rate', trim_scale(t.rate),
      'net', t.net,
      'tax', t.tax,
      'reason', t.reason,
      'reasonCode', t.reason_code
    )
    order by t.category = 'S' desc, t.rate desc nulls last, t.category
  ) as taxes
  from accounting.whole_invoice_tax t
  where t.invoice_id = i.id
) t
cross join lateral (
  select jsonb_agg(
    jsonb_build_object(
      'number', l.line_number,
      'product', l.product_code,
      'description', l.description,
      'quantity', trim_scale(l.quantity),
      'unitPrice', trim_scale(l.unit_price),
      'discount', trim_scale(l.discount),
      'amount', l.amount,
      'taxCategory', l.tax_category,
      'taxRate', trim_scale(l.tax_rate)
    )
    order by l.line_number
  ) as lines
  from accounting.invoice_line l
  where l.invoice_id = i.id
) l;

comment on view accounting.whole_invoice is
  'An invoice and, as json arrays, its taxes and its lines. Ask for one (where id = …) or for a page, not for all.';
comment on column accounting.whole_invoice.id is 'The key that model functions and addresses use.';
comment on column accounting.whole_invoice.kind is 'invoice, or credit-note for a return.';
comment on column accounting.whole_invoice.number is 'Its number within its kind.';
comment on column accounting.whole_invoice.order_id is 'The order that it invoices.';
comment on column accounting.whole_invoice.order_number is 'The order''s number at issue.';
comment on column accounting.whole_invoice.issued_at is 'The moment of issue.';
comment on column accounting.whole_invoice.issued_on is 'The day that it bears.';
comment on column accounting.whole_invoice.customer is 'The customer''s code at issue; null for a walk-in.';
comment on column accounting.whole_invoice.country is 'The order''s country at issue.';
comment on column accounting.whole_invoice.corrects is 'The invoice that a credit note corrects; null if it names none.';
comment on column accounting.whole_invoice.corrects_number is 'The number of that invoice.';
comment on column accounting.whole_invoice.total is 'The sum of its lines'' amounts, net of tax.';
comment on column accounting.whole_invoice.tax is 'The sum of its taxes; null for one outside of tax.';
comment on column accounting.whole_invoice.gross is 'The total and the tax: what is owed.';
comment on column accounting.whole_invoice.taxes is
  'Objects of category, rate, net, tax, reason and reasonCode, as accounting.whole_invoice_tax has them: at least one.';
comment on column accounting.whole_invoice.line_count is 'The number of its lines.';
comment on column accounting.whole_invoice.lines is
  'Objects of number, product, description, quantity, unitPrice, discount, amount, taxCategory and taxRate, in the order of their numbers.';
