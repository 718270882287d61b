create or replace function sales.write_party(kind text, fields jsonb)
returns void
language plpgsql
as $$
declare
  address jsonb;
  use text;
begin
  execute format(
    $sql$
      insert into sales.%I as p (
        code, name, language, email, vat_id, payment_days, currency, country, country_code)
      values (
        $1 ->> 'code', $1 ->> 'name', $1 ->> 'language', $1 ->> 'email', $1 ->> 'vatId',
        ($1 ->> 'paymentDays')::integer, $1 ->> 'currency', $1 ->> 'country', $1 ->> 'countryCode')
      on conflict (code) do update
      set
        name = case when $1 ? 'name' then excluded.name else p.name end,
        language = case when $1 ? 'language' then excluded.language else p.language end,
        email = case when $1 ? 'email' then excluded.email else p.email end,
        vat_id = case when $1 ? 'vatId' then excluded.vat_id else p.vat_id end,
        payment_days = case when $1 ? 'paymentDays' then excluded.payment_days else p.payment_days end,
        currency = case when $1 ? 'currency' then excluded.currency else p.currency end,
        country = case when $1 ? 'country' then excluded.country else p.country end,
        country_code = case when $1 ? 'countryCode' then excluded.country_code else p.country_code end
    $sql$,
    kind
  ) using fields;

  -- The row above is locked now, so nobody else changes its addresses meanwhile.
  foreach use in array array['invoice', 'delivery'] loop
    continue when not fields ? (use || 'Address');
    address := nullif(fields -> (use || 'Address'), 'null');
    if coalesce(jsonb_array_length(nullif(address -> 'lines', 'null')), 0) = 0
      and num_nonnulls(
        address ->> 'postcode', address ->> 'city', address ->> 'region', address ->> 'countryCode') = 0
    then
      execute format('delete from sales.address where %I = $1 and kind = $2', kind)
      using fields ->> 'code', use;
    else
      execute format(
        $sql$
          insert into sales.address (%1$I, kind, lines, postcode, city, region, country)
          select
            $1, $2, coalesce(array_agg(l.line order by l.place) filter (where l.line is not null), '{}'),
            $3 ->> 'postcode', $3 ->> 'city', $3 ->> 'region', $3 ->> 'countryCode'
          from jsonb_array_elements_text(nullif($3 -> 'lines', 'null')) with ordinality l (line, place)
          on conflict (%1$I, kind) do update
          set
            lines = excluded.lines,
            postcode = excluded.postcode,
            city = excluded.city,
            region = excluded.region,
            country = excluded.country
        $sql$,
        kind
      ) using fields ->> 'code', use, address;
    end if;
  end loop;
end
$$;

comment on function sales.write_party(text, jsonb) is
  'Creates or changes a customer or a supplier: `kind` is the table. A field that is not there stays as it is, one that is '
  'null is emptied. The fields have passed sales.party_refusal().';
