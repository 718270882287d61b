create or replace function djet.ring_tree()
returns trigger
language plpgsql
as $$
begin
  -- The same ring is sent once in one transaction.
  perform pg_notify('djet:tree', '');
  return null;
end
$$;

comment on function djet.ring_tree() is 'Trigger: rings djet:tree when the change commits.';

create or replace trigger ring_tree
after insert or update or delete on djet.node
for each row
execute function djet.ring_tree();

create or replace trigger ring_tree
after insert or update or delete on djet.access
for each row
execute function djet.ring_tree();

create or replace trigger ring_tree
after insert or update or delete on djet.basetype
for each row
execute function djet.ring_tree();

comment on trigger ring_tree on djet.node is 'Holders of the tree in memory read it again.';
comment on trigger ring_tree on djet.access is 'Holders of the tree in memory read it again.';
comment on trigger ring_tree on djet.basetype is 'Holders of the tree in memory read it again.';
