create or replace function djet.prove_code(
  user_id bigint,
  code text,
  at timestamptz
)
returns text
language plpgsql
volatile
as $$
declare
  factor djet.second_factor;
  typed text;
  proved bigint;
begin
  if code is null or length(code) > 64 then
    return null;
  end if;
  typed := translate(lower(code), ' -', '');
  -- The lock lets in one of two who send the same code at the same time.
  select f.*
  into factor
  from djet.second_factor f
  where f.user_id = prove_code.user_id
    and f.confirmed_at is not null
  for update;
  if not found then
    return null;
  end if;

  proved := djet.totp_step(factor.secret, typed, at, factor.last_step);
  if proved is not null then
    update djet.second_factor f
    set last_step = proved
    where f.user_id = prove_code.user_id;
    return 'code';
  end if;
  delete from djet.recovery_code r
  where r.user_id = prove_code.user_id
    and r.code_hash = djet.recovery_hash(prove_code.user_id, typed);
  return case when found then 'recovery' end;
end
$$;

comment on function djet.prove_code is
  'Checks a code of somebody''s second factor, which is good once. Returns `code` for a one-time code, '
  '`recovery` for a recovery code, and null if it is wrong, was used before, or there is no second factor. '
  'To be called after begin_sign_in(what => ''code'') has committed.';
