create or replace function jobmachine.make_role(
  name text
)
returns void
language plpgsql
as $$
begin
  if not exists (select from pg_roles r where r.rolname = make_role.name) then
    execute format('create role %I', make_role.name);
  end if;
exception
  when duplicate_object or unique_violation then
    -- Roles belong to the whole server: a migration of another of its databases was quicker.
    return;
  when insufficient_privilege then
    raise warning 'the role % is missing, and % may not create it', make_role.name, current_user
    using hint = 'A role that may create roles must call jobmachine.grant_rights().';
end
$$;

comment on function jobmachine.make_role is
  'Makes a role that nobody signs in as, unless it exists. Warns if that is not allowed. Used by
grant_rights.';
