create or replace function djet.enter_audit(
  by text,
  action text,
  target text,
  detail jsonb default '{}',
  address text default null,
  at timestamptz default now()
)
returns void
language sql
volatile
as $$
  insert into djet.audit (at, user_name, action, target, detail, address)
  values (
    enter_audit.at,
    enter_audit.by,
    enter_audit.action,
    left(enter_audit.target, 1000),
    coalesce(enter_audit.detail, '{}'),
    left(enter_audit.address, 64)
  )
$$;

comment on function djet.enter_audit is
  'Notes who did what, in the transaction of that act. A null `by` is a command, or somebody who has not '
  'signed in.';
