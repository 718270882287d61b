create or replace function djet.first_invitation(
  at timestamptz default now()
)
returns text
language plpgsql
volatile
as $$
begin
  perform
  from djet.role r
  where r.name = 'administrator'
  for update;
  if djet.has_administrator() then
    return null;
  end if;
  if exists (select from djet.users u where u.name = 'admin') then
    perform djet.enable_user('admin', null, null, at);
    -- Somebody who made that user may know the password, and would be an administrator with it; and the
    -- device may be theirs.
    update djet.users u
    set password = null, password_set_at = null
    where u.name = 'admin';
    delete from djet.second_factor f using djet.users u where u.name = 'admin' and f.user_id = u.id;
    delete from djet.session s using djet.users u where u.name = 'admin' and s.user_id = u.id;
    delete from djet.token t using djet.users u where u.name = 'admin' and t.user_id = u.id;
  else
    perform djet.add_user('admin', 'Administrator', '{}', null, null, at);
  end if;
  perform djet.grant_role('admin', 'administrator', null, null, at);
  return djet.invite('admin', null, null, at);
end
$$;

comment on function djet.first_invitation is
  'Returns an invitation for the user admin if no administrator can sign in; null if one can. The user is '
  'made if need be; an old password, second factor, session or API token no longer works.';
