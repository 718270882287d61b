create or replace function djet.add_user(
  name text,
  full_name text default null,
  roles text[] default '{}',
  by text default null,
  address text default null,
  at timestamptz default now(),
  tenants text[] default '{}'
)
returns setof djet.all_users
language plpgsql
volatile
as $$
declare
  new_name text := left(lower(btrim(add_user.name)), 64);
  shown_name text := coalesce(nullif(btrim(add_user.full_name), ''), new_name);
  role text;
  -- Whoever is confined adds nobody who sees more.
  new_tenants text[] := case when add_user.tenants = '{}' then djet.tenants_of(by) else add_user.tenants end;
begin
  if (length(new_name) <= 63 and new_name ~ '^[a-z0-9][a-z0-9._@+-]{0,62}$') is not true then
    raise exception using
      errcode = 'DJ400',
      message = 'a user''s name must be up to 63 of a–z, 0–9 and . _ - + @, beginning with a letter or digit';
  end if;
  perform djet.check_given(at is not null, 'the time at which a user is added');
  perform djet.check_line('full name', shown_name);

  perform djet.check_tenants(new_tenants);

  insert into djet.users (name, full_name, created_at, tenants)
  values (new_name, shown_name, at, new_tenants)
  on conflict on constraint users_name_key do nothing;
  if not found then
    raise exception using
      errcode = 'DJ409',
      message = format('there is a user “%s” already', new_name);
  end if;
  perform djet.guard_tenants(new_name, by);
  perform djet.enter_audit(
    by, 'user.add', new_name,
    jsonb_strip_nulls(jsonb_build_object('fullName', shown_name, 'tenants', nullif(to_jsonb(new_tenants), '[]'))),
    address, at);
  foreach role in array coalesce(roles, '{}') loop
    perform djet.grant_role(new_name, role, by, address, at);
  end loop;

  return query
  select a.*
  from djet.all_users a
  where a.name = new_name;
end
$$;

comment on function djet.add_user is
  'Adds a user, who can sign in after accepting an invitation. tenants: those to which they are confined; if '
  'there are none, those to which `by` is. Raises DJ400, DJ409 for a name that exists, DJ403 for tenants '
  'whose jobs `by` does not see, and DJ403 and DJ404 as grant_role does.';
