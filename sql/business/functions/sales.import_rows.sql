create or replace function sales.import_rows(import text, kind text)
returns bigint
language plpgsql
set jit = off
set enable_seqscan = off
as $$
declare
  row record;
  plain jsonb;
  refusal text;
  accepted bigint := 0;
  products text[] := '{}';
  are_stocked boolean[] := '{}';
begin
  -- All at once, and before anything is written: nobody waits for this import while it waits for them.
  if kind = 'product' then
    perform logistics.lock_stock(array_agg(h.product_code), array_agg(h.place_code))
    from pg_temp.import_row r
    cross join lateral (
      select h.product_code, h.place_code
      from logistics.on_hand h
      where h.product_code = r.fields ->> 'code'
      offset 0
    ) h
    where sales.plain_boolean(r.fields ->> 'isStocked') = 'false';
  end if;

  for row in
    select *
    from pg_temp.import_row
    order by line
  loop
    plain := sales.plain_row(kind, row.fields);
    refusal := case kind
      when 'order' then sales.import_shop_order(plain)
      else sales.row_refusal(kind, plain)
    end;
    if refusal is not null then
      insert into sales.import_reject (import, line, reason, text)
      values (import_rows.import, row.line, refusal, row.text);
      continue;
    end if;
    case kind
      when 'product' then
        perform sales.write_product(plain);
        if plain ->> 'isStocked' is not null then
          products := products || (plain ->> 'code');
          are_stocked := are_stocked || (plain ->> 'isStocked')::boolean;
        end if;
      when 'price' then
        perform sales.write_price(plain);
      when 'tax-rate' then
        perform accounting.write_tax_rate(plain);
      when 'category' then
        insert into pg_temp.shop_category (code, name)
        values (plain ->> 'code', plain ->> 'name')
        on conflict (code) do nothing;
      when 'order-line' then
        insert into pg_temp.shop_line (line, number, fields)
        values (row.line, plain ->> 'number', plain - 'number');
      when 'order' then
        null;
      else
        perform sales.write_party(kind, plain);
    end case;
    accepted := accepted + 1;
  end loop;

  -- The last row of a product counts.
  perform logistics.set_stocked_many(array_agg(s.product), array_agg(s.is_stocked))
  from (
    select distinct on (w.product) w.product, w.is_stocked
    from unnest(products, are_stocked) with ordinality w (product, is_stocked, place)
    order by w.product, w.place desc
  ) s;
  truncate pg_temp.import_row;
  return accepted;
end
$$;

comment on function sales.import_rows(text, text) is
  'Books the rows of import_row, which it empties, and returns how many: `kind` is customer, supplier, '
  'product, price or tax-rate, or in the import of a shop category, order-line or order. A row that breaks a '
  'rule is noted in sales.import_reject, with its reason; it harms no other.';
