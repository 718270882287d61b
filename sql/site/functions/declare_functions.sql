create or replace function djet.declare_functions(
  functions jsonb
)
returns void
language sql
volatile
as $$
  insert into djet.function as f (name, exposed_by)
  select d.key, d.value #>> '{}'
  from jsonb_each(functions) d
  on conflict (name) do update
  set exposed_by = excluded.exposed_by
  where f.exposed_by <> excluded.exposed_by
$$;

comment on function djet.declare_functions is
  'Writes down the rights that it takes to expose a program''s functions: an object of rights by their '
  'names. A function that is not named stays.';
