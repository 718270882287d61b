create or replace function sales.is_vat_number(prefix text, number text)
returns boolean
language plpgsql
immutable
as $$
declare
  total integer;
  letters constant text := 'WABCDEFGHIJKLMNOPQRSTUV';
  alphabet constant text := '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  dni constant text := 'TRWAGMYFPDXBNJZSQVHLCKE';
begin
  -- The caller has checked the form.
  case prefix
    when 'AT' then
      return (sales.luhn(substr(number, 2, 7)) + right(number, 1)::integer) % 10 = 6;
    when 'BE' then
      return number::bigint > 0 and (left(number, 8)::bigint + right(number, 2)::bigint) % 97 = 0;
    when 'BG' then
      if length(number) = 10 then
        -- A citizen, a foreigner, or another.
        return right(number, 1)::integer in (
          sales.weigh(number, '{2,4,8,5,10,9,7,3,6}') % 11 % 10,
          sales.weigh(number, '{21,19,17,13,11,9,7,3,1}') % 10,
          (11 - sales.weigh(number, '{4,3,2,7,6,5,4,3,2}') % 11) % 11
        );
      end if;
      total := sales.weigh(number, '{1,2,3,4,5,6,7,8}') % 11;
      if total = 10 then
        total := sales.weigh(number, '{3,4,5,6,7,8,9,10}') % 11;
      end if;
      return total % 10 = right(number, 1)::integer;
    when 'CHE' then
      return sales.weigh(number, '{5,4,3,2,7,6,5,4,1}') % 11 = 0;
    when 'CY' then
      total := sales.weigh(number, '{0,1,0,1,0,1,0,1}');
      for place in 0..3 loop
        total := total + ('{1,0,5,7,9,13,15,17,19,21}'::integer[])[substr(number, 1 + 2 * place, 1)::integer + 1];
      end loop;
      return right(number, 1) = chr(65 + total % 26);
    when 'CZ' then
      if length(number) = 8 then
        total := (88 * 11 - sales.weigh(number, '{8,7,6,5,4,3,2}')) % 11;
        return (case total when 0 then 1 else total end) % 10 = right(number, 1)::integer;
      end if;
      if length(number) = 9 then
        -- Numbers of persons had no check digit before 1954.
        total := sales.weigh(substr(number, 2), '{8,7,6,5,4,3,2}') % 11;
        return number not like '6%' or (8 - (21 - total) % 11 + 10) % 10 = right(number, 1)::integer;
      end if;
      return left(number, 9)::bigint % 11 % 10 = right(number, 1)::bigint;
    when 'DE', 'HR' then
      return sales.mod_11_10(number) = 1;
    when 'DK' then
      return sales.weigh(number, '{2,7,6,5,4,3,2,1}') % 11 = 0;
    when 'EE' then
      return sales.weigh(number, '{3,7,1,3,7,1,3,7,1}') % 10 = 0;
    when 'EL' then
      return sales.weigh(number, '{256,128,64,32,16,8,4,2}') % 11 % 10 = right(number, 1)::integer;
    when 'ES' then
      if number ~ '^[0-9XYZ]' then
        return right(number, 1) = substr(dni, translate(left(number, 8), 'XYZ', '012')::integer % 23 + 1, 1);
      elsif number ~ '^[KLM]' then
        return right(number, 1) = substr(dni, substr(number, 2, 7)::integer % 23 + 1, 1);
      end if;
      total := (10 - sales.luhn(substr(number, 2, 7) || '0')) % 10;
      return right(number, 1) in (total::text, substr('JABCDEFGHI', total + 1, 1));
    when 'FI' then
      return sales.weigh(number, '{7,9,10,5,8,4,2,1}') % 11 = 0;
    when 'FR' then
      -- Numbers from Monaco begin with 000 and are no SIREN.
      if substr(number, 3, 3) <> '000' and sales.luhn(substr(number, 3)) <> 0 then
        return false;
      elsif number ~ '^[0-9]{2}' then
        return left(number, 2)::bigint = (substr(number, 3) || '12')::bigint % 97;
      end if;
      total := strpos(alphabet, left(number, 1)) - 1;
      total := (case when total < 10 then total * 24 - 10 else total * 34 - 100 end)
        + strpos(alphabet, substr(number, 2, 1)) - 1;
      return (substr(number, 3)::bigint + 1 + total / 11) % 11 = total % 11;
    when 'GB', 'XI' then
      if length(number) = 5 then
        return true;
      elsif number ~ '^[GH]' then
        return substr(number, 7, 3)::integer % 97 = right(number, 2)::integer;
      end if;
      total := sales.weigh(number, '{8,7,6,5,4,3,2,10,1}') % 97;
      return total = 0 or total in (42, 55) and number >= '1';
    when 'HU' then
      return sales.weigh(number, '{9,7,3,1,9,7,3,1}') % 10 = 0;
    when 'IE' then
      if number ~ '^[0-9]{7}' then
        total := sales.weigh(number, '{8,7,6,5,4,3,2}')
          + 9 * greatest(strpos(letters, nullif(substr(number, 9), '')) - 1, 0);
      else
        total := sales.weigh('0' || substr(number, 3, 5) || left(number, 1), '{8,7,6,5,4,3,2}');
      end if;
      return substr(number, 8, 1) = substr(letters, total % 23 + 1, 1);
    when 'IT' then
      return left(number, 7)::integer > 0 and sales.luhn(number) = 0
        and (substr(number, 8, 3) between '001' and '100' or substr(number, 8, 3) in ('120', '121', '888', '999'));
    when 'LT' then
      total := sales.weigh(number, ('{1,2,3,4,5,6,7,8,9,1,2}'::integer[])[:length(number) - 1]) % 11;
      if total = 10 then
        total := sales.weigh(number, ('{3,4,5,6,7,8,9,1,2,3,4}'::integer[])[:length(number) - 1]) % 11;
      end if;
      return total % 10 = right(number, 1)::integer;
    when 'LU' then
      return left(number, 6)::integer % 89 = right(number, 2)::integer;
    when 'LV' then
      if number > '4' then
        return sales.weigh(number, '{9,1,4,8,3,10,2,5,7,6,1}') % 11 = 3;
      end if;
      return (1 + sales.weigh(number, '{10,5,8,4,2,1,6,3,7,9}')) % 11 % 10 = right(number, 1)::integer;
    when 'MT' then
      return sales.weigh(number, '{3,4,6,7,8,9,10,1}') % 37 = 0;
    when 'NL' then
      if left(number, 9)::bigint = 0 or right(number, 2) = '00' then
        return false;
      end if;
      -- A firm's number has a check digit of its own; a person's, since 2020, is checked with its letters.
      return (sales.weigh(number, '{9,8,7,6,5,4,3,2}') - substr(number, 9, 1)::integer) % 11 = 0
        or ('2321' || left(number, 9) || '11' || right(number, 2))::numeric % 97 = 1;
    when 'NO' then
      return sales.weigh(number, '{3,2,7,6,5,4,3,2,1}') % 11 = 0;
    when 'PL' then
      return sales.weigh(number, '{6,5,7,2,3,4,5,6,7,-1}') % 11 = 0;
    when 'PT' then
      return (99 * 11 - sales.weigh(number, '{9,8,7,6,5,4,3,2}')) % 11 % 10 = right(number, 1)::integer;
    when 'RO' then
      return 10 * sales.weigh(lpad(number, 10, '0'), '{7,5,3,2,1,7,5,3,2}') % 11 % 10 = right(number, 1)::integer;
    when 'SE' then
      return sales.luhn(left(number, 10)) = 0;
    when 'SI' then
      total := 11 - sales.weigh(number, '{8,7,6,5,4,3,2}') % 11;
      return (case total when 10 then 0 else total end) = right(number, 1)::integer;
    when 'SK' then
      return number::bigint % 11 = 0;
    else
      return true;
  end case;
end
$$;

comment on function sales.is_vat_number(text, text) is
  'Returns true if the check digits of a VAT id are right, given its prefix and the rest, whose form is '
  'right. Numbers of persons are not compared with a day of birth.';
