-- Nobody exceeds their rights: basetypes and functions say what it takes to expose them, and the functions that change
-- the tree know who changes it.

alter table djet.basetype
add column exposed_by text default 'manage',
add constraint basetype_is_exposed_by_a_right check (exposed_by in ('view', 'use', 'operate', 'arguments', 'manage'));

comment on column djet.basetype.exposed_by is
  'The right at the root that it takes, besides manage at the branch, to add a node of it; null: it shows nothing but itself.';

create table djet.function (
  name text collate "C" not null,
  exposed_by text not null,
  constraint function_pkey primary key (name),
  constraint function_is_exposed_by_a_right check (exposed_by in ('view', 'use', 'operate', 'arguments', 'manage'))
);

comment on table djet.function is
  'What it takes to expose a model function at a node. Programs declare it when they start; any other takes manage.';
comment on column djet.function.name is 'Its name, such as sales.order-totals.';
comment on column djet.function.exposed_by is 'The right at the root that it takes.';

create table djet.server (
  id bigint generated always as identity,
  started_at timestamptz not null,
  machine text not null,
  address text not null,
  constraint server_pkey primary key (id),
  constraint server_is_one_at_its_address unique (machine, address),
  constraint server_address_is_an_address check (address ~ '^https?://[^/[:cntrl:][:space:]]+$' and length(address) <= 300)
);

comment on table djet.server is 'The web servers that serve the site. One that stops is deleted; one that crashed stays.';
comment on column djet.server.id is 'Its number.';
comment on column djet.server.started_at is 'Since when it serves.';
comment on column djet.server.machine is 'The name of its machine.';
comment on column djet.server.address is 'Where it serves, such as http://127.0.0.1:8080.';

-- These have more parameters now.
drop function if exists djet.add_node(text, text, text, integer, boolean, jsonb, text, integer);
drop function if exists djet.change_node(bigint, text, integer, boolean, jsonb, text, integer);
drop function if exists djet.move_node(bigint, bigint, text, integer);
drop function if exists djet.remove_node(bigint, boolean);
drop function if exists djet.set_access(bigint, text, text[]);
drop function if exists djet.add_token(text, text, text[], text, integer, text, timestamptz);
-- Its place is taken by guard_user().
drop function if exists djet.guard_administrators(text, text, boolean);
