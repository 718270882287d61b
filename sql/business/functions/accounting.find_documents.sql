create or replace function accounting.find_documents(invoice_ids bigint[])
returns table (
  id bigint,
  kind text,
  number bigint,
  issued_on date,
  due_on date,
  order_number text,
  corrects_number bigint,
  corrects_issued_on date,
  currency text,
  seller jsonb,
  buyer jsonb,
  delivery_address jsonb,
  delivered_on date,
  total numeric,
  tax numeric,
  gross numeric,
  taxes jsonb,
  lines jsonb
)
language sql
stable
set jit = off
as $$
  select
    i.id,
    i.kind,
    i.number,
    i.issued_on,
    d.due_on,
    i.order_number,
    u.number,
    u.issued_on,
    (select s.currency from sales.shop s),
    (
      select jsonb_build_object(
        'name', s.name, 'vatId', s.vat_id, 'address', s.address, 'registration', s.registration, 'email', s.email,
        'iban', s.iban
      )
      from accounting.whole_seller s
    ),
    jsonb_build_object(
      'code', i.customer,
      'name', b.buyer -> 'name',
      -- A credit note is taxed as the invoice that it corrects, and bears its VAT id.
      'vatId', coalesce(
        f.buyer -> 'vatId', case when i.corrects is not null then coalesce(u.buyer, e.buyer) -> 'vatId' end),
      'email', f.buyer -> 'email',
      -- The wish of today: a copy is for whoever reads it now.
      'language', (select k.language from sales.customer k where k.code = i.customer),
      'address', accounting.with_country(
        coalesce(o.invoice_address, b.buyer -> 'invoiceAddress'), coalesce(b.buyer ->> 'countryCode', m.country))
    ),
    accounting.with_country(
      coalesce(o.delivery_address, b.buyer -> 'deliveryAddress'), coalesce(m.country, b.buyer ->> 'countryCode')),
    (select max(p.shipped_on) from logistics.parcel p where p.order_number = i.order_number),
    i.total,
    coalesce(i.tax, 0),
    i.total + coalesce(i.tax, 0),
    t.taxes,
    l.lines
  from accounting.invoice i
  join sales.order o on o.id = i.order_id
  left join accounting.buyer c on c.customer = i.customer
  left join accounting.earlier_buyer e on e.customer = i.customer
  left join sales.country_name m on m.name = lower(i.country)
  left join accounting.invoice u on u.id = i.corrects
  cross join lateral (
    select coalesce(i.buyer, e.buyer, '{}') as buyer
  ) f
  -- A name that nobody knew at issue may be said later, and so may where the customer is if nothing at all
  -- was known of it: the norm allows no file without. Customers of imports are but a code.
  cross join lateral (
    select
      case
        when f.buyer ?| '{invoiceAddress,countryCode}' then '{}'
        else coalesce(c.buyer, '{}')
      end - '{name,email,vatId,deliveryAddress}'::text[]
      || jsonb_strip_nulls(jsonb_build_object('name', c.buyer -> 'name'))
      || f.buyer as buyer
  ) b
  left join lateral (
    select q.due_on
    from accounting.entry e
    join accounting.open_item q on q.entry_id = e.id
    where e.source = 'invoice'
      and e.source_id = i.id
      and i.kind = 'invoice'
  ) d on true
  cross join lateral (
    select jsonb_agg(
      jsonb_build_object(
        'category', w.category,
        'rate', trim_scale(w.rate),
        'net', w.net,
        'tax', w.tax,
        'reason', w.reason,
        'reasonCode', w.reason_code
      )
      order by w.category desc, w.rate desc
    ) as taxes
    from accounting.whole_invoice_tax w
    where w.invoice_id = i.id
  ) t
  cross join lateral (
    select jsonb_agg(
      jsonb_build_object(
        'number', n.line_number,
        'product', n.product_code,
        'description', n.description,
        'quantity', trim_scale(n.quantity),
        'unit', coalesce(p.unit, 'H87'),
        'unitPrice', trim_scale(n.unit_price),
        'discount', trim_scale(n.discount),
        'amount', n.amount,
        'category', n.tax_category,
        'rate', trim_scale(n.tax_rate)
      )
      order by n.line_number
    ) as lines
    from accounting.invoice_line n
    left join sales.product p on p.code = n.product_code
    where n.invoice_id = i.id
  ) l
  where i.id = any (invoice_ids)
  order by i.kind desc, i.number
$$;

comment on function accounting.find_documents(bigint[]) is
  'Returns all that the documents of these invoices say: the parties and their addresses, the taxes and the '
  'lines. The invoices come first, then the credit notes, each in the order of their numbers. What is frozen '
  'is taken from the invoice, the customer among it; the rest as it is today, and so are a name and an '
  'address that were not known then. accounting.invoice_document keeps a file that was made of it.';
