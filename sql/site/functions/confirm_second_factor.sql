create or replace function djet.confirm_second_factor(
  name text,
  code text,
  session bigint default null,
  address text default null,
  at timestamptz default now()
)
returns jsonb
language plpgsql
volatile
as $$
declare
  found_user djet.users := djet.require_user(confirm_second_factor.name);
  factor djet.second_factor;
  proved bigint;
  bytes bytea;
  codes text[] := '{}';
begin
  select f.*
  into factor
  from djet.second_factor f
  where f.user_id = found_user.id
    and f.confirmed_at is null
    and f.session_id is not distinct from confirm_second_factor.session
  for update;
  if not found then
    raise exception using
      errcode = 'DJ409',
      message = 'there is no second factor to confirm',
      hint = 'Begin to set one up first.';
  end if;
  proved := djet.totp_step(factor.secret, translate(left(code, 64), ' -', ''), at);
  if proved is null then
    perform djet.enter_audit(found_user.name, 'second-factor.refused', found_user.name, '{}', address, at);
    return null;
  end if;

  update djet.second_factor f
  set confirmed_at = at, last_step = proved
  where f.user_id = found_user.id;
  for number in 1..10 loop
    execute format('select %I.gen_random_bytes(10)', djet.pgcrypto()) into bytes;
    codes := codes || lower(djet.base32(bytes));
    insert into djet.recovery_code (user_id, code_hash)
    values (found_user.id, djet.recovery_hash(found_user.id, codes[number]));
  end loop;
  perform djet.forgive_sign_in(found_user.name, address, at, 'code');
  -- The other sessions began with less.
  delete from djet.session s
  where s.user_id = found_user.id
    and s.id is distinct from confirm_second_factor.session;
  update djet.session s
  set second_factor_at = at
  where s.id = confirm_second_factor.session
    and s.user_id = found_user.id;
  perform djet.enter_audit(found_user.name, 'second-factor.add', found_user.name, '{}', address, at);
  return (
    select jsonb_agg(
      concat_ws('-', substr(c, 1, 4), substr(c, 5, 4), substr(c, 9, 4), substr(c, 13, 4)) order by n)
    from unnest(codes) with ordinality as each(c, n)
  );
end
$$;

comment on function djet.confirm_second_factor is
  'Confirms the second factor that was begun, for a device that shows the right code, and ends all other '
  'sessions of the user. Returns ten recovery codes, now and never again; null if the code is wrong. Raises '
  'DJ404, and DJ409 if none was begun in this session. To be called after begin_sign_in(what => ''code'') '
  'has committed.';
