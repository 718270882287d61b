alter table djet.users
  add column tenants text[] not null default '{}',
  add constraint users_tenants_are_few check (cardinality(tenants) <= 100 and array_position(tenants, null) is null);

comment on column djet.users.tenants is
  'The tenants to which they are confined: they see the jobs of these alone, and what they offload runs on behalf of the first. Empty for a user who is confined to none.';

-- They have more columns or parameters now.
drop function if exists djet.session_of(text, timestamptz);
drop function if exists djet.bearer_of(text, timestamptz);
drop function if exists djet.visitors(bigint[], bigint[], timestamptz);
drop function if exists djet.add_user(text, text, text[], text, text, timestamptz);
