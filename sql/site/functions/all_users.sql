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
  (select f.confirmed_at from djet.second_factor f where f.user_id = u.id) as second_factor_at,
  u.tenants,
  u.language
from djet.users u;

comment on view djet.all_users is
  'All users with their roles, which always include everyone and users; without their passwords.';
comment on column djet.all_users.id is 'The key of the other tables.';
comment on column djet.all_users.name is 'The name with which they sign in.';
comment on column djet.all_users.full_name is 'The name that is shown.';
comment on column djet.all_users.roles is 'The names of their roles, in alphabetical order, as an array.';
comment on column djet.all_users.created_at is 'The time when they were added.';
comment on column djet.all_users.disabled_at is
  'The time since which they may not sign in; null if they may.';
comment on column djet.all_users.password_set_at is
  'The time when they last set a password; null if they have none yet.';
comment on column djet.all_users.seen_at is 'The time when one of their present sessions was last used.';
comment on column djet.all_users.invited_until is
  'The time when their invitation expires; null if there is none.';
comment on column djet.all_users.second_factor_at is
  'The time since which they have a second factor; null if they have none.';
comment on column djet.all_users.tenants is
  'The tenants to which they are confined, the first being their own; empty if they are confined to none.';
comment on column djet.all_users.language is
  'The language of their pages; null for that which their browser asks for.';
