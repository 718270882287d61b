create or replace function djet.start_session(
  user_id bigint,
  address text,
  agent text,
  at timestamptz
)
returns text
language plpgsql
volatile
as $$
declare
  token text := djet.new_token();
begin
  insert into djet.session (user_id, created_at, seen_at, expires_at, token_hash, csrf, address, agent)
  values (
    start_session.user_id,
    at,
    at,
    at + interval '14 days',
    djet.token_hash(token),
    djet.new_token(),
    left(start_session.address, 64),
    left(regexp_replace(start_session.agent, '[\x01-\x1f\x7f]', ' ', 'g'), 200)
  );
  return token;
end
$$;

comment on function djet.start_session is 'Starts a session and returns its token, of which only the hash is kept.';
