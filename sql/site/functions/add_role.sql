create or replace function djet.add_role(
  name text,
  title text default null,
  by text default null,
  address text default null,
  at timestamptz default now()
)
returns void
language plpgsql
volatile
as $$
begin
  if add_role.name is null or length(add_role.name) > 60 or add_role.name !~ '^[a-z][a-z0-9_.-]{0,59}$' then
    raise exception using
      errcode = 'DJ400',
      message = 'a role''s name must be up to 60 of a–z, 0–9 and . _ -, beginning with a letter';
  end if;
  perform djet.check_given(at is not null, 'the time at which a role is added');
  perform djet.check_line('title', coalesce(nullif(btrim(title), ''), add_role.name));
  insert into djet.role (name, title, created_at)
  values (add_role.name, coalesce(nullif(btrim(add_role.title), ''), add_role.name), at)
  on conflict on constraint role_pkey do nothing;
  if not found then
    raise exception using
      errcode = 'DJ409',
      message = format('there is a role “%s” already', add_role.name);
  end if;
  perform djet.enter_audit(by, 'role.add', add_role.name, '{}', address, at);
end
$$;

comment on function djet.add_role is
  'Adds a role, to which access rules can give rights. Raises DJ400 for a bad name or title, and DJ409 for a '
  'name that exists.';
