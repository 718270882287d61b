create or replace function djet.plant(
  seeds jsonb
)
returns integer
language plpgsql
as $$
declare
  seed jsonb;
  planted djet.node;
  rule record;
  planted_count integer := 0;
begin
  perform djet.lock_tree();
  if exists (select from djet.node) then
    return 0;
  end if;
  for seed in
    select s.value
    from jsonb_array_elements(seeds) with ordinality s (value, place)
    order by array_length(string_to_array(nullif(s.value ->> 'path', '/'), '/'), 1) nulls first, s.place
  loop
    planted := djet.add_node(
      seed ->> 'path', seed ->> 'basetype', seed ->> 'title', (seed ->> 'position')::integer,
      (seed ->> 'inMenu')::boolean, seed -> 'columns', seed #>> '{redirect,to}',
      (seed #>> '{redirect,status}')::integer);
    for rule in select a.key, a.value from jsonb_each(coalesce(seed -> 'access', '{}')) a
    loop
      perform djet.set_access(
        planted.id, rule.key, array(select jsonb_array_elements_text(rule.value)));
    end loop;
    planted_count := planted_count + 1;
  end loop;
  return planted_count;
end
$$;

comment on function djet.plant is
  'Writes a first tree, if there is none at all, and returns how many nodes that made. The seeds are a list '
  'of objects of path, basetype, title, position, inMenu, columns, access (rights by role) and redirect (to, '
  'status).';
