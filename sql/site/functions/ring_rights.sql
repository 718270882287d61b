create or replace function djet.ring_rights()
returns trigger
language plpgsql
as $$
begin
  -- The same ring is sent once in one transaction.
  perform pg_notify('djet:rights', '');
  return null;
end
$$;

comment on function djet.ring_rights() is
  'Trigger: rings djet:rights when a change commits by which somebody may lose a right: the end of a session '
  'or a token, a change of roles or tenants, a disabled user, a second factor that is gone or newly needed.';

create or replace trigger ring_rights
after delete on djet.session
for each row
execute function djet.ring_rights();

create or replace trigger ring_rights
after delete on djet.token
for each row
execute function djet.ring_rights();

create or replace trigger ring_rights
after insert or delete on djet.membership
for each row
execute function djet.ring_rights();

create or replace trigger ring_rights
after update of disabled_at, tenants on djet.users
for each row
execute function djet.ring_rights();

create or replace trigger ring_rights
after update of needs_second_factor on djet.role
for each row
execute function djet.ring_rights();

create or replace trigger ring_rights
after delete on djet.second_factor
for each row
execute function djet.ring_rights();

comment on trigger ring_rights on djet.session is
  'Holders of open streams check if their visitors may still be there.';
comment on trigger ring_rights on djet.token is
  'Holders of open streams check if their visitors may still be there.';
comment on trigger ring_rights on djet.membership is
  'Holders of open streams check if their visitors may still be there.';
comment on trigger ring_rights on djet.users is
  'Holders of open streams check if their visitors may still be there.';
comment on trigger ring_rights on djet.role is
  'Holders of open streams check if their visitors may still be there.';
comment on trigger ring_rights on djet.second_factor is
  'Holders of open streams check if their visitors may still be there.';
