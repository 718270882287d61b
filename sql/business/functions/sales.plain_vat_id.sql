create or replace function sales.plain_vat_id(value text)
returns text
language sql
immutable
as $$
  select case
    when p.plain ~ '^(GR|EL)[0-9]{8}$' then 'EL0' || substr(p.plain, 3)
    when p.plain like 'GR%' then 'EL' || substr(p.plain, 3)
    when p.plain ~ '^CHE[0-9]{9}(MWST|TVA|IVA|TPV|VAT)$' then left(p.plain, 12)
    when p.plain ~ '^BE[0-9]{9}$' then 'BE0' || substr(p.plain, 3)
    else p.plain
  end
  from (
    select upper(translate(value, ' .-/:,', '')) as plain
  ) p
$$;

comment on function sales.plain_vat_id(text) is
  'Returns a VAT id in the form in which it is kept: in capitals, without blanks and signs, with EL for '
  'Greece, without the words behind a Swiss one, with the 0 before an old Greek or Belgian one. The caller '
  'has checked the length.';
