create or replace function djet.audit_actions()
returns setof text
language sql
stable
as $$
  with recursive actions as (
    (select action from djet.audit order by action limit 1)
    union all
    select (select a.action from djet.audit a where a.action > actions.action order by a.action limit 1)
    from actions
    where actions.action is not null
  )
  select action
  from actions
  where action is not null
$$;

comment on function djet.audit_actions is
  'Returns the actions of the audit entries, each once, in order. It skips from one to the next by the '
  'index.';
