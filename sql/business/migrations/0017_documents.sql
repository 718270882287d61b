-- Documents: the files that customers get of invoices.

create table accounting.invoice_document (
  invoice_id bigint not null,
  made_at timestamptz not null,
  content bytea not null,
  sha256 bytea not null generated always as (sha256(content)) stored,
  constraint invoice_document_pkey primary key (invoice_id),
  constraint invoice_document_invoice_id_fkey foreign key (invoice_id) references accounting.invoice (id)
);

comment on table accounting.invoice_document is
  'The UBL file of an invoice, made when it is first asked for. From then on everybody gets the same bytes.';
comment on column accounting.invoice_document.invoice_id is 'The invoice, or credit note.';
comment on column accounting.invoice_document.made_at is 'When it was made.';
comment on column accounting.invoice_document.content is 'The bytes of the file: XML in UTF-8.';
comment on column accounting.invoice_document.sha256 is 'The hash of the bytes, by which anybody can prove that a copy is the same.';

alter table accounting.seller
add column registration text,
add column email text,
add column iban text collate "C",
add constraint seller_registration_has_1_to_64_characters check (char_length(registration) between 1 and 64),
add constraint seller_email_has_1_to_254_characters check (char_length(email) between 1 and 254),
add constraint seller_iban_has_its_form check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$');

comment on column accounting.seller.registration is
  'The number in the register of firms; a file of an invoice that bears no VAT id needs it.';
comment on column accounting.seller.email is 'The address for e-mail, also that of electronic invoices.';
comment on column accounting.seller.iban is 'The account to which customers pay, without blanks.';

create or replace view accounting.whole_seller as
select
  s.name,
  s.vat_id,
  jsonb_strip_nulls(jsonb_build_object(
    'lines', to_jsonb(s.lines), 'postcode', s.postcode, 'city', s.city, 'region', s.region,
    'countryCode', s.country)) as address,
  s.registration,
  s.email,
  s.iban
from accounting.seller s;

comment on column accounting.whole_seller.registration is 'The number in the register of firms.';
comment on column accounting.whole_seller.email is 'The address for e-mail.';
comment on column accounting.whole_seller.iban is 'The account to which customers pay.';
