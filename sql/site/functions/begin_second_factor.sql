create or replace function djet.begin_second_factor(
  name text,
  session bigint default null,
  at timestamptz default now()
)
returns text
language plpgsql
volatile
as $$
declare
  found_user djet.users := djet.require_user(begin_second_factor.name);
  secret bytea;
begin
  if exists (
    select from djet.second_factor f where f.user_id = found_user.id and f.confirmed_at is not null
  ) then
    raise exception using
      errcode = 'DJ409',
      message = format('“%s” already has a second factor', found_user.name),
      hint = 'Remove it first.';
  end if;
  execute format('select %I.gen_random_bytes(20)', djet.pgcrypto()) into secret;
  insert into djet.second_factor as f (user_id, created_at, session_id, secret)
  values (found_user.id, at, session, secret)
  on conflict on constraint second_factor_pkey do update set
    created_at = excluded.created_at,
    session_id = excluded.session_id,
    secret = excluded.secret;
  return djet.base32(secret);
end
$$;

comment on function djet.begin_second_factor is
  'Makes a secret for a user''s device, and returns it in base32. It takes the place of one that was not '
  'confirmed, and counts for nothing before confirm_second_factor() in the same session. Raises DJ404, and '
  'DJ409 if there is a confirmed one.';
