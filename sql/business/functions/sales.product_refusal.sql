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
  return coalesce(
    refusal,
    sales.code_refusal(fields ->> 'unit', 'unit'),
    sales.code_refusal(fields ->> 'supplier', 'supplier')
  );
end
$$;

comment on function sales.product_refusal(jsonb) is
  'Returns the reason, which begins with the field''s name, why these cannot be fields of a product; null '
  'if they can. They are in the form of sales.plain_product().';
