create or replace function djet.start_session(
  user_id bigint,
  address text,
  agent text,
  at timestamptz,
  proved_at timestamptz default null
)
returns text
language plpgsql
volatile
as $$
declare
  token text := djet.new_token();
begin
  perform djet.check_given(
    start_session.user_id is not null and at is not null, 'the user and the time of a session');
  insert into djet.session (user_id, created_at, seen_at, expires_at, token_hash, csrf, address, agent, second_factor_at)
  values (
    start_session.user_id,
    at,
    at,
    at + case
      when djet.awaited(start_session.user_id, proved_at) = 'code' then interval '15 minutes'
      else interval '14 days'
    end,
    djet.token_hash(token),
    djet.new_token(),
    left(start_session.address, 64),
    regexp_replace(left(start_session.agent, 200), '[\x01-\x1f\x7f]', ' ', 'g'),
    proved_at
  );
  return token;
end
$$;

comment on function djet.start_session is
  'Starts a session and returns its token, of which only the hash is kept. It lasts for 14 days, or 15 '
  'minutes while it lacks a one-time code.';
