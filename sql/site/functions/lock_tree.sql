create or replace function djet.lock_tree()
returns void
language sql
as $$
  select pg_advisory_xact_lock(hashtextextended('djet.tree', 0));
$$;

comment on function djet.lock_tree is
  'Lets one transaction at a time change the tree, so that no two moves make a cycle together. Readers do not wait.';
