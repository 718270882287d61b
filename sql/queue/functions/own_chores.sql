create or replace function jobmachine.own_chores()
returns text[]
language sql
immutable
as $$
  select '{settle,expire,repeat_cancellations,drop_keys,drop_abandoned,drop_old_steps,drop_files,drop_early,
    sort_keys}'::text[]
$$;

comment on function jobmachine.own_chores is
  'Returns the names of Djet''s own chores, in the order in which do_chores does them.';
