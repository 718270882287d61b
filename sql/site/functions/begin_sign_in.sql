create or replace function djet.begin_sign_in(
  name text,
  address text default null,
  at timestamptz default now(),
  what text default 'account'
)
returns integer
language plpgsql
volatile
as $$
declare
  keys text[];
  wait integer;
begin
  perform djet.check_given(begin_sign_in.name is not null, 'the name of whoever signs in');
  perform djet.check_given(at is not null and what is not null, 'the time and the kind of an attempt');
  perform djet.check_typed(begin_sign_in.name);
  keys := djet.sign_in_keys(name, address, at, what);
  wait := djet.sign_in_wait(keys, at);
  if wait = 0
    and djet.count_sign_in(keys[1], 5, 300, at)
    and (keys[2] is null or djet.count_sign_in(keys[2], 20, 900, at))
  then
    return 0;
  end if;

  -- Others who came at the same time may have been counted first.
  wait := greatest(djet.sign_in_wait(keys, at), 1);
  update djet.sign_in_failure f
  set is_told = true
  where f.key = any (keys)
    and f.wait_until > at
    and not f.is_told;
  if found then
    perform djet.enter_audit(
      null, 'sign-in.wait', djet.known_name(name), jsonb_build_object('seconds', wait), address, at);
  end if;
  return wait;
end
$$;

comment on function djet.begin_sign_in is
  'Returns how many seconds to wait before the next attempt; 0 if it may be made now, and then it counts as '
  'a failure until sign_in() finds that it was none. Its commit comes before the attempt, so that each of '
  'many at a time counts. An attempt that has to wait does not make the wait longer: nobody is locked out '
  'for ever. `what` is `account` for a password, `code` for a one-time code. Raises DJ400 for a name that is '
  'null or too long.';
