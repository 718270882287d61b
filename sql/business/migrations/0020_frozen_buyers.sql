-- The customer of an invoice stays as it was at issue, and more countries have rates of tax.
--
-- A customer is copied onto each new invoice. The invoices of before may be a million, and others wait while
-- this alters their table. So none of them is written: their customers are copied once, as they are now.

-- It has a further parameter now.
drop function if exists accounting.draft_invoices(bigint[], boolean, date, text);

alter table accounting.invoice
add column buyer jsonb,
add constraint invoice_buyer_is_an_object check (jsonb_typeof(buyer) = 'object') not valid;

comment on column accounting.invoice.buyer is
  'The customer at issue, as an object of accounting.buyer; null for a walk-in. Null, too, on what was issued before this was copied: accounting.earlier_buyer has those.';

create view accounting.buyer as
select
  c.code as customer,
  jsonb_strip_nulls(jsonb_build_object(
    'name', c.name,
    'vatId', c.vat_id,
    'email', c.email,
    'countryCode', c.country_code,
    'invoiceAddress', c.invoice_address,
    'deliveryAddress', c.delivery_address
  )) as buyer
from sales.whole_customer c;

comment on view accounting.buyer is 'The customers as invoices copy them. Ask for one (where customer = …).';
comment on column accounting.buyer.customer is 'The customer''s code.';
comment on column accounting.buyer.buyer is
  'An object of name, vatId, email, countryCode, invoiceAddress and deliveryAddress, without those that are not known.';

create table accounting.earlier_buyer (
  customer text collate "C" not null,
  buyer jsonb not null,
  constraint earlier_buyer_pkey primary key (customer),
  constraint earlier_buyer_is_an_object check (jsonb_typeof(buyer) = 'object')
);

comment on table accounting.earlier_buyer is
  'The customers as they were when invoices began to copy them: the buyers of all invoices of before.';
comment on column accounting.earlier_buyer.customer is 'The customer''s code.';
comment on column accounting.earlier_buyer.buyer is 'The customer, as an object of accounting.buyer.';

insert into accounting.earlier_buyer (customer, buyer)
select b.customer, b.buyer
from accounting.buyer b;

-- The rates of the other member states. Standard rates and their days: European Commission, "VAT rates
-- applied in the Member States of the European Union" (June 2021), section VIII, and from 2017 on its database
-- "Taxes in Europe" (TEDB), https://ec.europa.eu/taxation_customs/tedb/. The reduced rates of today: TEDB, as
-- of 2026-09-29. The latest changes, besides: EE 22 and 24 %, FI 25.5 %, LU 16 and 17 %: TEDB. FI 13.5 %:
-- budget of 2026, https://www.vatcalc.com/finland/finland-cuts-reduced-vat-to-13-5-jan-2026/. LT 12 %: law
-- XV-287, https://sovos.com/regulatory-updates/vat/lithuania-removes-9-reduced-vat-rate. RO 21 and 11 %: law
-- 141/2025, Official Gazette 699. SK 23 and 19 %: act 102/2024,
-- https://trade.ec.europa.eu/access-to-markets/en/news/recent-vat-changes-certain-eu-member-states.
--
-- The rates of 0014 were compared with the same sources, and are right. Where a country has several reduced
-- rates, this is one of them. A country for which somebody has set rates keeps them.
insert into accounting.tax_rate (country, class, from_day, rate)
select r.country, r.class, r.from_day::date, r.rate
from (
  values
    ('BG', 'standard', '1999-01-01', 0.20),
    ('BG', 'reduced', '2011-04-01', 0.09),
    ('CY', 'standard', '2014-01-13', 0.19),
    ('CY', 'reduced', '2014-01-13', 0.09),
    ('CZ', 'standard', '2013-01-01', 0.21),
    ('CZ', 'reduced', '2013-01-01', 0.15),
    ('CZ', 'reduced', '2024-01-01', 0.12),
    ('EE', 'standard', '2009-07-01', 0.20),
    ('EE', 'standard', '2024-01-01', 0.22),
    ('EE', 'standard', '2025-07-01', 0.24),
    ('EE', 'reduced', '2009-01-01', 0.09),
    ('FI', 'standard', '2013-01-01', 0.24),
    ('FI', 'standard', '2024-09-01', 0.255),
    ('FI', 'reduced', '2013-01-01', 0.14),
    ('FI', 'reduced', '2026-01-01', 0.135),
    ('GR', 'standard', '2016-06-01', 0.24),
    ('GR', 'reduced', '2011-01-01', 0.13),
    ('HR', 'standard', '2012-03-01', 0.25),
    ('HR', 'reduced', '2014-01-01', 0.13),
    ('HU', 'standard', '2012-01-01', 0.27),
    ('HU', 'reduced', '2009-07-01', 0.18),
    ('LT', 'standard', '2009-09-01', 0.21),
    ('LT', 'reduced', '2001-01-01', 0.09),
    ('LT', 'reduced', '2026-01-01', 0.12),
    ('LU', 'standard', '2015-01-01', 0.17),
    ('LU', 'standard', '2023-01-01', 0.16),
    ('LU', 'standard', '2024-01-01', 0.17),
    ('LU', 'reduced', '2015-01-01', 0.08),
    ('LU', 'reduced', '2023-01-01', 0.07),
    ('LU', 'reduced', '2024-01-01', 0.08),
    ('LV', 'standard', '2012-07-01', 0.21),
    ('LV', 'reduced', '2011-01-01', 0.12),
    ('MT', 'standard', '2004-01-01', 0.18),
    ('MT', 'reduced', '2011-01-01', 0.07),
    ('RO', 'standard', '2017-01-01', 0.19),
    ('RO', 'standard', '2025-08-01', 0.21),
    ('RO', 'reduced', '2004-01-01', 0.09),
    ('RO', 'reduced', '2025-08-01', 0.11),
    ('SI', 'standard', '2013-07-01', 0.22),
    ('SI', 'reduced', '2013-07-01', 0.095),
    ('SK', 'standard', '2011-01-01', 0.20),
    ('SK', 'standard', '2025-01-01', 0.23),
    ('SK', 'reduced', '2011-01-01', 0.10),
    ('SK', 'reduced', '2025-01-01', 0.19)
) r (country, class, from_day, rate)
where not exists (
  select
  from accounting.tax_rate t
  where t.country = r.country
);
