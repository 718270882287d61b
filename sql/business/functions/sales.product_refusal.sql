create or replace function sales.product_refusal(fields jsonb)
returns text
language plpgsql
stable
as $$
declare
  refusal text := coalesce(
    case when fields ->> 'code' is null then 'code: is missing' end,
    sales.text_refusal(fields ->> 'code', 'code', 64),
    case
      when btrim(fields ->> 'name') = '' then 'name: is empty; leave it out, or name it in clear to remove it'
      when char_length(fields ->> 'name') > 1000 then 'name: has more than 1000 characters'
      when not sales.is_prose(fields ->> 'name') then 'name: has blanks around it, or a character that nobody sees'
    end,
    case
      when fields ->> 'taxClass' not in ('standard', 'reduced', 'zero', 'exempt', 'none') then
        'taxClass: is not standard, reduced, zero, exempt or none'
    end,
    case
      when jsonb_typeof(fields -> 'isStocked') not in ('boolean', 'null') then 'isStocked: is neither yes nor no'
      when jsonb_typeof(fields -> 'isActive') not in ('boolean', 'null') then 'isActive: is neither yes nor no'
    end,
    sales.text_refusal(fields ->> 'supplier', 'supplier', 64),
    sales.text_refusal(fields ->> 'category', 'category', 100)
  );
begin
  if refusal is not null then
    return refusal;
  end if;
  if fields ->> 'unit' is not null then
    perform
    from sales.unit u
    where u.code = fields ->> 'unit';
    if not found then
      return format('unit: %s is no unit; use a code of sales.unit, such as H87 or KGM', left(fields ->> 'unit', 20));
    end if;
  end if;
  if fields ->> 'supplier' is not null then
    perform
    from sales.supplier s
    where s.code = fields ->> 'supplier';
    if not found then
      return format('supplier: there is no supplier %s; set it first', fields ->> 'supplier');
    end if;
  end if;
  return null;
end
$$;

comment on function sales.product_refusal(jsonb) is
  'Returns the reason, which begins with the field''s name, why these cannot be fields of a product; null '
  'if they can. They are in the form of sales.plain_product().';
