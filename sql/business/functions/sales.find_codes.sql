create or replace function sales.find_codes(
  kind text,
  search text,
  after_way text,
  after_code text,
  amount integer
)
returns table (code text, way text, place integer)
language plpgsql
stable
rows 50
as $$
#variable_conflict use_column
declare
  ways constant text[] := array['code', 'capitals', 'name', 'email', 'vat'];
  keys constant text[] := array['t.code', 't.code', '(lower(t.name) collate "C")', '(lower(t.email) collate "C")', 't.vat_id'];
  texts constant text[] := array[
    search, nullif(upper(search), search), lower(search), lower(search), sales.plain_vat_id(search)];
  seen text := 'false';
  found_count integer := 0;
  added integer;
begin
  for number in 1..cardinality(ways) loop
    exit when found_count >= amount or (search is null and number > 1) or (kind in ('product', 'price_list') and number > 3);
    if array_position(ways, after_way) > number or (search is not null and texts[number] is null) then
      -- The pages before had all that is found in this way.
      null;
    else
      -- Each way is a walk along one index, in its order, which ends when the page is full.
      return query execute format(
        $sql$
          select t.code, %2$L, (%5$s + row_number() over (order by %3$s, t.code))::integer
          from sales.%1$I t
          where ($1[%4$s] is null or starts_with(%3$s, $1[%4$s]))
            and %7$s
            and not (%6$s)
          order by %3$s, t.code
          limit $3
        $sql$,
        kind, ways[number], keys[number], number, found_count, seen,
        case when ways[number] = after_way then format(
          '(%1$s, t.code) > ((select %1$s from sales.%2$I t where t.code = $2), $2)', keys[number], kind)
        else 'true' end
      ) using texts, after_code, amount - found_count;
      get diagnostics added = row_count;
      found_count := found_count + added;
    end if;
    if texts[number] is not null then
      seen := format('%s or coalesce(starts_with(%s, $1[%s]), false)', seen, keys[number], number);
    end if;
  end loop;
end
$$;

comment on function sales.find_codes(text, text, text, text, integer) is
  'Returns a page of the codes in a table, customer, supplier, product or price_list: all, or those whose '
  'code, name, e-mail or VAT id begins with `search`, in this order of ways, each by its own order. The page '
  'comes after the way and code given. `place` numbers it from 1.';
