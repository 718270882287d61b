create or replace function djet.ring_rights()
returns trigger
language plpgsql
as $$
begin
  -- Within one transaction the same ring is sent once.
  perform pg_notify('djet:rights', '');
  return null;
end
$$;

comment on function djet.ring_rights() is
  'Trigger: rings djet:rights when somebody loses a session, a token or a role, or is disabled, or may need a second factor, and '
  'that commits.';

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
after update of disabled_at on djet.users
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

comment on trigger ring_rights on djet.session is 'Who keeps a stream open looks whether its visitor may still be there.';
comment on trigger ring_rights on djet.token is 'Who keeps a stream open looks whether its visitor may still be there.';
comment on trigger ring_rights on djet.membership is 'Who keeps a stream open looks whether its visitor may still be there.';
comment on trigger ring_rights on djet.users is 'Who keeps a stream open looks whether its visitor may still be there.';
comment on trigger ring_rights on djet.role is 'Who keeps a stream open looks whether its visitor may still be there.';
comment on trigger ring_rights on djet.second_factor is 'Who keeps a stream open looks whether its visitor may still be there.';
