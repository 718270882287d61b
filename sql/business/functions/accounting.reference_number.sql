create or replace function accounting.reference_number(reference text)
returns bigint
language sql
immutable
as $$
  select case
    when r.plain ~ '^[0-9]{1,15}$' then r.plain::bigint
    when r.plain ~ '^RF[0-9]{2}[0-9]{1,15}$' and (substr(r.plain, 5) || '2715' || substr(r.plain, 3, 2))::numeric % 97 = 1
      then substr(r.plain, 5)::bigint
  end
  from (values (upper(replace(left(reference, 100), ' ', '')))) r (plain)
$$;

comment on function accounting.reference_number(text) is
  'Returns the number of the invoice that a structured reference means: a number, or a creditor reference by '
  'ISO 11649 (RF, check digits, number) whose check digits are right. Null for any other.';
