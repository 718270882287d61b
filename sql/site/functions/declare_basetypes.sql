create or replace function djet.declare_basetypes(
  basetypes jsonb
)
returns void
language plpgsql
as $$
#variable_conflict use_column
declare
  crowded record;
begin
  perform djet.lock_tree();
  insert into djet.basetype (name, title, singleton, required, columns, exposed_by)
  select
    b ->> 'name', b ->> 'title', coalesce((b ->> 'singleton')::boolean, false),
    coalesce((b ->> 'required')::boolean, false), coalesce(b -> 'columns', '[]'),
    -- An older program leaves it out.
    case when b ? 'exposedBy' then b ->> 'exposedBy' else 'manage' end
  from jsonb_array_elements(basetypes) b
  on conflict (name) do update
  set
    title = excluded.title,
    singleton = excluded.singleton,
    required = excluded.required,
    columns = excluded.columns,
    exposed_by = excluded.exposed_by
  where (basetype.title, basetype.singleton, basetype.required, basetype.columns, basetype.exposed_by)
    is distinct from (
      excluded.title, excluded.singleton, excluded.required, excluded.columns, excluded.exposed_by);

  select n.basetype, count(*) as number into crowded
  from djet.node n
  join djet.basetype b on b.name = n.basetype
  where b.singleton
  group by n.basetype
  having count(*) > 1
  limit 1;
  if found then
    raise exception using
      errcode = 'DJ409',
      message = format(
        'the basetype %s is declared a singleton, but there are %s nodes of it', crowded.basetype, crowded.number);
  end if;

  update djet.node n
  set singleton = b.singleton
  from djet.basetype b
  where b.name = n.basetype
    and b.singleton <> n.singleton;
end
$$;

comment on function djet.declare_basetypes is
  'Writes down the basetypes of a program''s engines: a list of objects of name, title, singleton, required, '
  'columns and exposedBy. One that exists is brought up to date; one that is not named stays. Raises DJ409 '
  'if there are several nodes of what is to be a singleton.';
