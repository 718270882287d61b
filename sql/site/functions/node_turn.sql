create or replace function djet.node_turn()
returns trigger
language plpgsql
as $$
begin
  perform djet.lock_tree();
  return null;
end
$$;

comment on function djet.node_turn() is
  'Trigger: makes every change of nodes wait for its turn, whichever way it comes.';

create or replace trigger node_turn
before insert or update or delete on djet.node
for each statement
execute function djet.node_turn();

comment on trigger node_turn on djet.node is 'One change of the tree at a time.';
