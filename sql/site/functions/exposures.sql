create or replace function djet.exposures(
  basetype text,
  columns jsonb
)
returns table (what text, "right" text)
language sql
stable
as $$
  select format('what a node of basetype %s shows', b.name), b.exposed_by
  from djet.basetype b
  where b.name = exposures.basetype
    and b.exposed_by is not null
  union all
  select format('the function %s', left(named.value, 120)), coalesce(f.exposed_by, 'manage')
  from djet.basetype b
  cross join jsonb_array_elements(b.columns) declared(field)
  cross join lateral (select exposures.columns ->> (declared.field ->> 'name')) named(value)
  left join djet.function f on f.name = named.value
  where b.name = exposures.basetype
    and declared.field ->> 'type' = 'function'
    and named.value is not null
$$;

comment on function djet.exposures is
  'Returns all that a node of a basetype exposes with these columns besides itself, and the right at the '
  'root that each takes.';
