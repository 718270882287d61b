-- The tree: every address of the site is a row. Its basetype says which engine answers there.

create schema if not exists djet;

comment on schema djet is 'The site: its tree of nodes, and who may do what there.';

create table djet.basetype (
  name text collate "C" not null,
  title text not null,
  singleton boolean not null default false,
  required boolean not null default false,
  columns jsonb not null default '[]',
  constraint basetype_pkey primary key (name),
  constraint basetype_name_is_a_name check (name ~ '^[a-z][a-z0-9_.-]*$' and length(name) <= 60),
  constraint basetype_columns_are_a_list check (jsonb_typeof(columns) = 'array')
);

comment on table djet.basetype is 'What a node can be. Engines declare their basetypes when they start.';
comment on column djet.basetype.name is 'Its name, such as page.';
comment on column djet.basetype.title is 'What people read.';
comment on column djet.basetype.singleton is 'Whether exactly one node of it may exist.';
comment on column djet.basetype.required is 'Whether its last node may be moved only, never removed.';
comment on column djet.basetype.columns is
  'The columns of its nodes: a list of objects of name, title, type (text, longtext, number, boolean, function, queue, path) and required.';

create table djet.node (
  id bigint generated always as identity,
  parent bigint,
  position integer not null default 1,
  redirect_status smallint,
  singleton boolean not null default false,
  in_menu boolean not null default true,
  name text collate "C" not null,
  path text collate "C" not null,
  basetype text collate "C" not null,
  title text not null,
  redirect_to text,
  columns jsonb not null default '{}',
  constraint node_pkey primary key (id),
  constraint node_path_key unique (path),
  constraint node_parent_fkey foreign key (parent) references djet.node (id),
  constraint node_basetype_fkey foreign key (basetype) references djet.basetype (name),
  constraint node_without_parent_is_the_root check ((parent is null) = (path = '/') and (parent is null) = (name = '')),
  constraint node_path_ends_with_its_name check (right(path, length(name) + 1) = '/' || name),
  constraint node_name_is_a_name check (
    name ~ '^[a-z0-9._-]*$' and name not in ('.', '..') and length(name) <= 100
  ),
  constraint node_path_has_at_most_500_characters check (length(path) <= 500),
  constraint node_position_counts check (position between 0 and 1000000),
  constraint node_title_has_1_to_200_characters check (length(title) between 1 and 200 and title !~ '[[:cntrl:]]'),
  constraint node_redirects_with_a_status check ((redirect_to is null) = (redirect_status is null)),
  constraint node_redirect_status_is_one_of_four check (redirect_status in (301, 302, 307, 308)),
  constraint node_redirects_to_an_address check (
    redirect_to ~ '^(/|/[^/\\].*|https?://[^/].*)$' and redirect_to !~ '[[:cntrl:][:space:]]' and length(redirect_to) <= 1000
  ),
  constraint node_does_not_redirect_to_itself check (redirect_to <> path),
  constraint node_columns_are_an_object check (jsonb_typeof(columns) = 'object')
);

create index node_parent on djet.node (parent);

create unique index node_singleton on djet.node (basetype)
where singleton;

comment on table djet.node is 'An address of the site.';
comment on column djet.node.id is 'Its number, which it keeps wherever it is moved to.';
comment on column djet.node.parent is 'The node above; null for the root.';
comment on column djet.node.position is 'Its place among its siblings: small numbers first, then by name.';
comment on column djet.node.redirect_status is 'With which status it redirects.';
comment on column djet.node.singleton is 'Whether its basetype is a singleton; a trigger keeps it so.';
comment on column djet.node.in_menu is 'Whether menus show it.';
comment on column djet.node.name is 'The last part of its path; empty for the root.';
comment on column djet.node.path is 'Where it is: kept by triggers, for the whole branch when it is moved.';
comment on column djet.node.basetype is 'Which engine answers there, and which columns it has.';
comment on column djet.node.title is 'What people read.';
comment on column djet.node.redirect_to is 'Where it sends its visitors instead of answering.';
comment on column djet.node.columns is 'What its basetype''s columns hold; a trigger checks it.';
comment on index djet.node_singleton is 'Exactly one node of a singleton basetype.';

create table djet.access (
  node bigint not null,
  role text collate "C" not null,
  rights text[] not null,
  constraint access_pkey primary key (node, role),
  constraint access_node_fkey foreign key (node) references djet.node (id) on delete cascade,
  constraint access_role_is_a_name check (role ~ '^[a-z][a-z0-9_.-]*$' and length(role) <= 60),
  constraint access_rights_are_known check (
    rights <@ array['view', 'use', 'operate', 'arguments', 'manage'] and array_position(rights, null) is null
  ),
  constraint access_for_everyone_is_view_and_use check (role <> 'everyone' or rights <@ array['view', 'use']),
  constraint access_for_administrator_keeps_view_and_manage check (
    role <> 'administrator' or rights @> array['view', 'manage']
  )
);

comment on table djet.access is
  'The rules: what a role may do at a node and below. For each role the nearest rule on the way up to the root decides.';
comment on column djet.access.node is 'At which node, and below.';
comment on column djet.access.role is 'Whose rule: everyone, users, administrator, or a role of one''s own.';
comment on column djet.access.rights is 'What it lets them do: view, use, operate, arguments, manage; empty for nothing.';
