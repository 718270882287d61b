create or replace function djet.add_token(
  name text,
  purpose text,
  rights text[],
  below text default null,
  days integer default 90,
  address text default null,
  at timestamptz default now(),
  by text default null
)
returns table (id bigint, token text, expires_at timestamptz)
language plpgsql
volatile
as $$
#variable_conflict use_variable
declare
  found_user djet.users := djet.require_user(add_token.name);
  refusal text;
begin
  if by is distinct from add_token.name then
    perform djet.guard_user(add_token.name, by);
  end if;
  perform djet.check_line('purpose', btrim(purpose));
  refusal := case
    when coalesce(cardinality(rights), 0) = 0 or not rights <@ '{view,use,operate,signal,arguments,manage}'
      then 'a token must have at least one of the rights view, use, operate, signal, arguments, manage'
    when length(below) > 1000 or below !~ '^(/|(/[^/\x01-\x20\x7f]+)+)$' or below ~ '/\.\.?(/|$)'
      then 'a token''s path must begin with / and have no empty parts'
    when days is null or days not between 1 and 366 then 'a token must be valid for 1 to 366 days'
    when found_user.disabled_at is not null then 'a disabled user cannot have tokens'
  end;
  if refusal is not null then
    raise exception using errcode = 'DJ400', message = refusal;
  end if;

  token := 'djet_' || djet.new_token();
  expires_at := at + make_interval(days => days);
  insert into djet.token as t (user_id, created_at, expires_at, token_hash, purpose, rights, below)
  values (
    found_user.id, at, expires_at, djet.token_hash(token), btrim(purpose),
    (select array_agg(distinct r order by r) from unnest(rights) r), nullif(below, '/'))
  returning t.id into id;
  perform djet.enter_audit(
    coalesce(by, found_user.name), 'token.add', found_user.name,
    jsonb_build_object('token', id, 'purpose', btrim(purpose), 'rights', rights, 'below', below, 'days', days), address, at);
  return next;
end
$$;

comment on function djet.add_token is
  'Adds an API token with which a program acts for a user, with no more than these rights, below a path, for '
  'some days. Returns the token, now and never again. Raises DJ400, DJ403 for a user who has more rights '
  'than `by`, DJ404.';
