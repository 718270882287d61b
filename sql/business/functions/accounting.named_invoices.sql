create or replace function accounting.named_invoices(line text, structured text[])
returns bigint[]
language sql
immutable
as $$
  select array(
    select distinct n.number
    from (
      select accounting.reference_number(s.reference) as number
      from unnest(structured[:50]) s (reference)
      union all
      select accounting.reference_number(m[1])
      from regexp_matches(upper(left(line, 1000)), '\m(RF[0-9]{2}(?: ?[0-9]{1,4}){1,4})\M', 'g') m
      union all
      select d.digits::bigint
      from regexp_matches(
        lower(left(line, 1000)),
        -- A word for invoices, perhaps one for a number, and one number or more.
        '\m(?:invoices?|inv|bill|rechnungen|rechnung|rechn|rechnungsnr|rechnungsnummer|rg|rgnr|re|rnr|facture|factuur'
        || '|factures|fact|fac|factura|facturas|fattura|fatture|faktura|fakturaer|fakturor|fakt)[ .:#/-]*'
        || '(?:(?:no|nr|nrs|nos|number|nummer|num|numero|n°|nº|num[eé]ro)[ .:#-]*)?'
        || '([0-9]{1,15}(?: *(?:[,;&+]|and|und|et|en|y|e|og|och) *[0-9]{1,15})*)(?![0-9a-z]|\.[0-9])', 'g') m
      cross join lateral regexp_split_to_table(m[1], '[^0-9]+') d (digits)
    ) n
    where n.number > 0
    order by n.number
    limit 50
  )
$$;

comment on function accounting.named_invoices(text, text[]) is
  'Returns the numbers that a payment gives for those of invoices: by its structured references, by creditor '
  'references in its text, and by numbers in the text behind a word for invoices, such as Rechnung Nr. 12 '
  'and 13; at most 50.';
