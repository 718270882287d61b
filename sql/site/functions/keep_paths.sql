create or replace function djet.keep_paths()
returns trigger
language plpgsql
as $$
begin
  -- Each child finds its own path again, and tells its children in turn.
  update djet.node n
  set parent = n.parent
  where n.parent = new.id;
  return null;
end
$$;

comment on function djet.keep_paths() is 'Trigger: when a node has another path, so has its whole branch.';

create or replace trigger keep_paths
after update on djet.node
for each row
when (old.path is distinct from new.path)
execute function djet.keep_paths();

comment on trigger keep_paths on djet.node is 'Moving a branch moves all its paths.';
