create or replace function djet.keep_role()
returns trigger
language plpgsql
as $$
begin
  insert into djet.role (name, title)
  values (new.role, initcap(translate(new.role, '_.-', '   ')))
  on conflict on constraint role_pkey do nothing;
  return null;
end
$$;

comment on function djet.keep_role is
  'Trigger: adds the role that an access rule names, so that it can be granted.';

create or replace trigger keep_role
after insert or update of role on djet.access
for each row execute function djet.keep_role();
