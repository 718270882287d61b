create or replace function accounting.creditor_reference(number bigint)
returns text
language sql
immutable
as $$
  -- RF is 2715, and the check digits stand at the end as 00.
  select 'RF' || lpad((98 - (number::text || '271500')::numeric % 97)::text, 2, '0') || number
$$;

comment on function accounting.creditor_reference(bigint) is
  'Returns the creditor reference by ISO 11649 of an invoice''s number, such as RF15 12 without its blank.';
