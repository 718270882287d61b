create or replace function accounting.iban_refusal(iban text)
returns text
language sql
immutable
as $$
  select case
    when iban !~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$' then 'iban: is not an account such as DE89370400440532013000'
    -- ISO 7064 MOD 97-10: letters count from 10, and the first four characters go last.
    when (
      select string_agg(strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', c) - 1 || '', '' order by n)::numeric % 97
      from regexp_split_to_table(substr(iban, 5) || left(iban, 4), '') with ordinality as t (c, n)
    ) <> 1 then 'iban: a digit or letter is wrong'
  end
$$;

comment on function accounting.iban_refusal(text) is
  'Returns the reason why a text is no IBAN: its form or its check digits; null if it is one, or is null.';
