create or replace function djet.second_factor_of(
  name text,
  session bigint default null
)
returns table (confirmed_at timestamptz, secret text, recovery_codes integer)
language sql
stable
as $$
  select
    f.confirmed_at,
    case
      when f.confirmed_at is null and f.session_id is not distinct from second_factor_of.session
        then djet.base32(f.secret)
    end,
    (select count(*)::integer from djet.recovery_code r where r.user_id = f.user_id)
  from djet.second_factor f
  join djet.users u on u.id = f.user_id
  where u.name = second_factor_of.name
$$;

comment on function djet.second_factor_of is
  'Returns the second factor of a user: since when it counts; its secret as long as it does not, for the '
  'session in which it was begun; and how many recovery codes are left.';
