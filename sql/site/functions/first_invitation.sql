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
  insert into djet.users (name, full_name, created_at)
  values ('admin', 'Administrator', at)
  on conflict on constraint users_name_key do update set disabled_at = null;
  perform djet.grant_role('admin', 'administrator', null, null, at);
  return djet.invite('admin', null, null, at);
end
$$;

comment on function djet.first_invitation is
  'If no administrator can sign in: an invitation for the user admin, who is made if need be. Null if one can.';
