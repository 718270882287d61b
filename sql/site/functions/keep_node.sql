create or replace function djet.keep_node()
returns trigger
language plpgsql
as $$
begin
  if old.parent is null then
    raise exception using
      errcode = 'DJ409',
      message = 'the root cannot be removed';
  end if;
  if exists (select from djet.basetype b where b.name = old.basetype and b.required)
    and not exists (select from djet.node n where n.basetype = old.basetype and n.id <> old.id)
  then
    raise exception using
      errcode = 'DJ409',
      message = format('%s cannot be removed: the site needs its %s', old.path, old.basetype),
      hint = 'It can be moved.';
  end if;
  return old;
end
$$;

comment on function djet.keep_node() is
  'Trigger: refuses to remove the root, or the last node of a required basetype (DJ409).';

create or replace trigger keep_node
before delete on djet.node
for each row
execute function djet.keep_node();

comment on trigger keep_node on djet.node is 'Keeps what the site needs.';
