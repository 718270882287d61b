create or replace function djet.keep_paths()
returns trigger
language plpgsql
as $$
begin
  -- Each child sets its own path again, and then touches its children in turn.
  update djet.node n
  set parent = n.parent
  where n.parent = new.id;
  return null;
end
$$;

comment on function djet.keep_paths() is
  'Trigger: renews the paths of a branch when its top has another one.';

create or replace trigger keep_paths
after update on djet.node
for each row
when (old.path is distinct from new.path)
execute function djet.keep_paths();

comment on trigger keep_paths on djet.node is 'Moving a branch moves all its paths.';
