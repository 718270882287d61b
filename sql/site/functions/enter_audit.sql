create or replace function djet.enter_audit(
  by text,
  action text,
  target text,
  detail jsonb default '{}',
  address text default null,
  at timestamptz default now()
)
returns void
language plpgsql
volatile
as $$
begin
  perform djet.check_given(
    enter_audit.action is not null and enter_audit.at is not null, 'the action and the time of an audit entry');
  insert into djet.audit (at, user_name, action, target, detail, address)
  values (
    enter_audit.at,
    enter_audit.by,
    enter_audit.action,
    left(enter_audit.target, 1000),
    coalesce(enter_audit.detail, '{}'),
    left(enter_audit.address, 64)
  );
end
$$;

comment on function djet.enter_audit is
  'Notes who did what, in the transaction of that act. A null `by` is a command, or somebody who has not '
  'signed in. Raises DJ400 if the action or the time is null.';
