create or replace view djet.all_users as
select
  u.id,
  u.name,
  u.full_name,
  (
    select jsonb_agg(r.name order by r.name)
    from (
      select m.role as name
      from djet.membership m
      where m.user_id = u.id
      union all
      values ('everyone'), ('users')
    ) r
  ) as roles,
  u.created_at,
  u.disabled_at,
  u.password_set_at,
  (select max(s.seen_at) from djet.session s where s.user_id = u.id) as seen_at,
  (select i.expires_at from djet.invitation i where i.user_id = u.id) as invited_until,
  (select f.confirmed_at from djet.second_factor f where f.user_id = u.id) as second_factor_at
from djet.users u;

comment on view djet.all_users is
  'All users with their roles, which always include everyone and users; without their passwords.';
