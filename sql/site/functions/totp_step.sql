create or replace function djet.totp_step(
  secret bytea,
  code text,
  at timestamptz,
  after bigint default null
)
returns bigint
language sql
stable
as $$
  select min(step)
  from (select floor(extract(epoch from at) / 30)::bigint as present) clock,
    generate_series(present - 1, present + 1) step
  where step > coalesce(after, -1)
    and djet.totp(secret, step) = code
$$;

comment on function djet.totp_step is
  'Returns the step of a one-time code: the present one, or one before or behind it, since clocks differ; '
  'only one later than `after`. Null if it is no code of now.';
