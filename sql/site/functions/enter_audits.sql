create or replace function djet.enter_audits(
  action text,
  entries jsonb,
  at timestamptz default now()
)
returns void
language sql
volatile
as $$
  insert into djet.audit (at, user_name, action, target, detail, address)
  select
    enter_audits.at,
    e."user",
    enter_audits.action,
    left(e.target, 1000),
    coalesce(e.detail, '{}'),
    left(e.address, 64)
  from jsonb_to_recordset(entries) as e ("user" text, target text, detail jsonb, address text)
$$;

comment on function djet.enter_audits is
  'Notes many entries of one action at once, as enter_audit does for one. Each is an object of user, target, '
  'detail and address.';
