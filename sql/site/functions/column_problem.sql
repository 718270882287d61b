create or replace function djet.column_problem(
  kind djet.basetype,
  columns jsonb
)
returns text
language plpgsql
stable
as $$
declare
  declared jsonb;
  unknown text;
  value jsonb;
begin
  if jsonb_typeof(columns) is distinct from 'object' then
    return 'a node''s columns must be an object';
  end if;
  select k into unknown
  from jsonb_object_keys(columns) k
  where not exists (select from jsonb_array_elements(kind.columns) c where c ->> 'name' = k)
  order by k
  limit 1;
  if unknown is not null then
    return format(
      'a %s has no column “%s”; it has: %s', kind.name, left(unknown, 60),
      (select coalesce(string_agg(c ->> 'name', ', '), 'none') from jsonb_array_elements(kind.columns) c));
  end if;
  for declared in select c from jsonb_array_elements(kind.columns) c
  loop
    value := columns -> (declared ->> 'name');
    if value is null or value = 'null' then
      if (declared ->> 'required')::boolean then
        return format('a %s needs the column “%s”', kind.name, declared ->> 'name');
      end if;
    elsif not djet.fits_column(declared ->> 'type', value) then
      return format(
        'the column “%s” of a %s must be %s', declared ->> 'name', kind.name,
        djet.column_wish(declared ->> 'type'));
    end if;
  end loop;
  return null;
end
$$;

comment on function djet.column_problem is
  'Returns the reason, for people, why these columns are not those of a node of this basetype; null if they '
  'are.';
