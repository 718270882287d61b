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
begin
  for row in
    select *
    from pg_temp.import_row
    order by line
  loop
    case kind
      when 'product' then
        plain := sales.plain_product(row.fields);
        refusal := sales.product_refusal(plain);
      when 'price' then
        plain := row.fields;
        refusal := sales.price_refusal(plain);
      else
        plain := sales.plain_party(sales.party_of_row(kind, row.fields));
        refusal := sales.party_refusal(plain);
    end case;
    if refusal is not null then
      insert into sales.import_reject (import, line, reason, text)
      values (import_rows.import, row.line, refusal, row.text);
      continue;
    end if;
    case kind
      when 'product' then
        perform sales.write_product(plain);
      when 'price' then
        perform sales.write_price(plain);
      else
        perform sales.write_party(kind, plain);
    end case;
    accepted := accepted + 1;
  end loop;
  truncate pg_temp.import_row;
  return accepted;
end
$$;

comment on function sales.import_rows(text, text) is
  'Books the rows of import_row, which it empties, and returns how many: `kind` is customer, supplier, '
  'product or price. A row that breaks a rule is noted in sales.import_reject, with its reason; it harms no '
  'other.';
